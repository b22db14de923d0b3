import { placeIn } from './test-details.ts';
import type { Tested } from './tested-file.ts';

/**
 * Results of tests for machines, schema `assess/tests/1`. Messages are in both languages; lines and columns count from 1. What is
 * in `parting` are exact texts.
 */
export function testsToJson({ files, notRun }: Tested): string {
  const all = files.flatMap(({ results }) => results);
  const document = {
    schema: 'assess/tests/1',
    summary: {
      files: files.length,
      tests: all.length,
      failed: all.filter(({ passed }) => !passed).length,
      filesWithErrors: notRun,
    },
    files: files.map((file) => ({
      path: file.path,
      tests: file.results.map(({ title, span, passed, record, issues, expectations, note, parting }) => ({
        title,
        ...placeIn(file, span.start),
        passed,
        issues,
        note,
        record: passed ? null : record,
        expectations: expectations.map((each) => ({
          text: each.text,
          ...placeIn(file, each.span.start),
          passed: each.passed,
          sides: each.sides,
          instead: each.instead,
        })),
        parting,
      })),
      updated: file.updated,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
