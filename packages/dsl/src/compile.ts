/** From text to program in one call. */
import type { Analysis } from './check/analysis.ts';
import { analyze } from './check/analyze.ts';
import type { Program } from './ir/ir.ts';
import { lower } from './ir/lower/lower.ts';
import { SourceFile } from './source/source-file.ts';

/** What became of a policy text. */
export interface Compilation {
  readonly analysis: Analysis;
  /** Null when the analysis has an error: then nothing may be computed from the policy. */
  readonly program: Program | null;
}

/**
 * Analyses a policy and lowers it. Never throws on a text: what is wrong with it is in the diagnostics of the analysis. Targets
 * (`emit/targets.ts`) and the interpreter take the program from here.
 */
export function compile(source: SourceFile | string): Compilation {
  const analysis = analyze(typeof source === 'string' ? new SourceFile('', source) : source);
  const isSound = analysis.diagnostics.every(({ severity }) => severity !== 'error');
  return { analysis, program: isSound ? lower(analysis) : null };
}
