/**
 * The mistakes of a drafter's first hour, each made alone in a policy that is otherwise right: what is said of it, in both
 * languages. `npm run x -- vitest run packages/dsl/test/mistakes --update` writes the golden anew; read it before you keep it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { applyFix, reportText } from '../syntax/report-text.ts';

const folder = import.meta.dirname;
const policy = readFileSync(`${folder}/policy.assess`, 'utf8');

/** One mistake: what is right, and what stands in its place. */
interface Mistake {
  readonly right: string;
  readonly wrong: string;
}

const mistakes = readFileSync(`${folder}/first-hour.txt`, 'utf8')
  .split('\n')
  .flatMap((line): Mistake[] => {
    const [right, wrong] = line.split(' => ');
    return line.startsWith('#') || right === undefined || wrong === undefined ? [] : [{ right, wrong }];
  });

function diagnosticsOf(text: string) {
  const source = new SourceFile('policy.assess', text);
  return { source, diagnostics: analyze(source).diagnostics };
}

test('the policy without a mistake is clean', () => {
  const { source, diagnostics } = diagnosticsOf(policy);
  expect(reportText(source, diagnostics)).toBe('no diagnostics');
});

test('what is said of every mistake', async () => {
  const reports = mistakes.map(({ right, wrong }) => {
    const { source, diagnostics } = diagnosticsOf(policy.replace(right, () => wrong));
    return `${right}\n${wrong}\n\n${reportText(source, diagnostics).replaceAll(/\n    \|.*/g, '')}\n`;
  });
  await expect(reports.join(`\n${'-'.repeat(80)}\n`)).toMatchFileSnapshot(`${folder}/first-hour.report`);
});

describe.each(mistakes)('$right => $wrong', ({ right, wrong }) => {
  test('is one mistake with one message', () => {
    expect(policy).toContain(right);
    const { source, diagnostics } = diagnosticsOf(policy.replace(right, () => wrong));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length, reportText(source, diagnostics)).toBe(1);
  });

  test('is gone after a safe fix', () => {
    const text = policy.replace(right, () => wrong);
    for (const fix of diagnosticsOf(text).diagnostics.flatMap(({ fixes }) => fixes.filter(({ safe }) => safe))) {
      expect(diagnosticsOf(applyFix(text, fix)).diagnostics.map(({ code }) => code)).toEqual([]);
    }
  });
});
