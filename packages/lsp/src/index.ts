/** The language server of `assess`. */
export { loadFromDisk } from './files/load-from-disk.ts';
export { serveStdio } from './main.ts';
export { startServer } from './server.ts';
