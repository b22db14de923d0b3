import { analyze, type Analysis, SourceFile } from '@assess/dsl';
import { loadFromDisk } from '@assess/lsp';
import { dirname } from 'node:path';

/** Checks a policy with all that it imports; a policy from standard input imports from the working folder. */
export function analysePolicy(path: string, text: string): Analysis {
  return analyze(new SourceFile(path, text), { load: loadFromDisk(path === '-' ? '.' : dirname(path)) });
}
