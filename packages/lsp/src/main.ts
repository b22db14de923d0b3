import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

/**
 * Serves an editor over a pair of streams. The process ends when the editor says `exit` or the input ends: with 0 after a
 * `shutdown`, else with 1.
 */
export function serveStdio(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  startServer(createConnection(ProposedFeatures.all, input, output));
}
