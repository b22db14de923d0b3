/** From text to program in one call. */
import type { Analysis } from './check/analysis.ts';
import { analyze } from './check/analyze.ts';
import type { Load } from './compose/load.ts';
import type { Program } from './ir/ir.ts';
import { lower } from './ir/lower/lower.ts';
import { SourceFile } from './source/source-file.ts';

/** What became of a policy text. */
export interface Compilation {
  readonly analysis: Analysis;
  /** Null when the analysis has an error, or is of a file with parts of policies: then there is nothing to compute. */
  readonly program: Program | null;
}

/**
 * Analyses a policy and lowers it. Never throws on a text: what is wrong with it is in the diagnostics of the analysis. Targets
 * (`emit/targets.ts`) and the interpreter take the program from here.
 */
export function compile(source: SourceFile | string, files: { readonly load?: Load } = {}): Compilation {
  const analysis = analyze(typeof source === 'string' ? new SourceFile('', source) : source, files);
  const isSound = analysis.role === 'policy' && analysis.diagnostics.every(({ severity }) => severity !== 'error');
  return { analysis, program: isSound ? lower(analysis) : null };
}
