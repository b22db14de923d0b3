// The server as a process: what `assess lsp --stdio` starts.

import { serveStdio } from '@assess/lsp';

serveStdio(process.stdin, process.stdout);
