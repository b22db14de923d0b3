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
    files: files.map(({ path, source, results, updated }) => ({
      path,
      tests: results.map(({ title, span, passed, issues, expectations, parting }) => ({
        title,
        ...source.lines.at(span.start),
        passed,
        issues,
        expectations: expectations.map((each) => ({
          text: each.text,
          ...source.lines.at(each.span.start),
          passed: each.passed,
          sides: each.sides,
          instead: each.instead,
        })),
        parting,
      })),
      updated,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
