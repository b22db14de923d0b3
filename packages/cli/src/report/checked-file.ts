import type { Diagnostic, Severity, SourceFile } from '@assess/dsl';

/** A policy that was checked, and what was found in it. */
export interface CheckedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly source: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  /** How many tests of its own were run. */
  readonly tests: number;
}

/** How many findings of a severity there are. */
export function countOf(files: readonly CheckedFile[], severity: Severity): number {
  return files.reduce((count, file) => count + file.diagnostics.filter((each) => each.severity === severity).length, 0);
}
