import type { SourceFile, TestResult } from '@assess/dsl';

/** A policy whose tests were run. */
export interface TestedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly source: SourceFile;
  readonly results: readonly TestResult[];
}

/** Results of tests for machines, schema `assess/tests/1`. Messages are in both languages; lines and columns count from 1. */
export function testsToJson(files: readonly TestedFile[]): string {
  const all = files.flatMap(({ results }) => results);
  const document = {
    schema: 'assess/tests/1',
    summary: { files: files.length, tests: all.length, failed: all.filter(({ passed }) => !passed).length },
    files: files.map(({ path, source, results }) => ({
      path,
      tests: results.map(({ title, span, passed, issues, expectations }) => ({
        title,
        ...source.lines.at(span.start),
        passed,
        issues,
        expectations: expectations.map((each) => ({
          text: each.text,
          ...source.lines.at(each.span.start),
          passed: each.passed,
          sides: each.sides,
        })),
      })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
