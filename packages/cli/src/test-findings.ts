import { type Analysis, type Diagnostic, type Message, runTests, type TestResult } from '@assess/dsl';
import { expectedInstead } from './report/test-details.ts';

/** What became of a policy's own tests. */
export interface TestFindings {
  readonly tests: number;
  /** A finding for each expectation that does not hold, and for each test whose record cannot be assessed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the tests that stand in a policy. With errors in the policy there is nothing to run. */
export function findFailingTests(analysis: Analysis): TestFindings {
  if (analysis.diagnostics.some(({ severity }) => severity === 'error')) return { tests: 0, diagnostics: [] };
  const results = runTests(analysis);
  return { tests: results.length, diagnostics: results.flatMap(findingsOf) };
}

/** Why a test did not pass: a finding for each expectation, or one for its record; none if it passed. */
function findingsOf({ title, span, issues, expectations }: TestResult): Diagnostic[] {
  const refused = issues.map(({ zh, en }) =>
    finding(span, {
      zh: `测试 \`${title}\` 的记录不合要求：${zh}`,
      en: `The record of the test \`${title}\` is not admissible: ${en}`,
    }),
  );
  const failed = expectations.filter(({ passed }) => !passed);
  return [
    ...refused,
    ...failed.map((each) => {
      const { zh, en } = expectedInstead(each);
      return finding(each.span, {
        // What came out instead may be a sentence of its own, with its stop.
        zh: `测试 \`${title}\` 没有通过，${zh.replace(/。$/u, '')}。`,
        en: `The test \`${title}\` fails: ${en.replace(/\.$/u, '')}.`,
      });
    }),
  ];
}

function finding(span: Diagnostic['span'], message: Message): Diagnostic {
  return { code: 'test/failed', severity: 'error', message, span, related: [], fixes: [] };
}
