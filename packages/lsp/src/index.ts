/** The language server of `assess`. */
export { serveStdio } from './main.ts';
export { startServer } from './server.ts';
