import type { SourceFile, TestResult } from '@assess/dsl';
import type { FigureDifference } from '../testing/compare-figures.ts';

/** A policy whose tests were run. */
export interface TestedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly source: SourceFile;
  /** In the order of the text. */
  readonly results: readonly TestResult[];
  /** Files of expected results that were written anew. */
  readonly updated: readonly { readonly path: string; readonly differences: readonly FigureDifference[] }[];
}

/** Everything that was tested, and the policies that were not for their errors. */
export interface Tested {
  readonly files: readonly TestedFile[];
  readonly notRun: readonly string[];
}
