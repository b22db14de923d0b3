import { serveStdio } from '@assess/lsp';
import type { Context } from '../context.ts';

/** The options of `assess lsp`. */
export interface LspFlags {
  readonly stdio: boolean;
}

/** Serves an editor over standard input and output. The process ends from within when the editor has gone. */
export function lsp({ host }: Context): Promise<void> {
  serveStdio(host.stdin, host.stdout);
  return new Promise(() => {});
}
