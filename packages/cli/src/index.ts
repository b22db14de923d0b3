/** The `assess` command as a function, for hosts that start it themselves. */
export type { Host } from './context.ts';
export { main } from './main.ts';
