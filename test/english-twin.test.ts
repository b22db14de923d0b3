/** The English-vocabulary twin of the Hubei policy is what the formatter makes of it, and means the same to the last digit. */
import { analyze, format, interpreter, lower, SourceFile } from '@assess/dsl';
import { assessCohort, type CohortResult, type SubjectRecord } from '@assess/runtime';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../policies/hubei-trade-unions/', import.meta.url);
const read = (name: string): SourceFile => new SourceFile(name, readFileSync(new URL(name, folder), 'utf8'));
const chinese = read('2023.assess');
const english = read('2023.en.assess');
const records = JSON.parse(readFileSync(new URL('2023-数据.json', folder), 'utf8')) as SubjectRecord[];

function assessed(source: SourceFile): CohortResult {
  return assessCohort(interpreter(lower(analyze(source))), records);
}

describe('the English twin of the Hubei policy', () => {
  it('is what the formatter writes (npm run generate)', async () => {
    expect((await format(chinese, { vocabulary: 'en' })).text).toBe(english.text);
    expect((await format(english, { vocabulary: 'zh' })).text).toBe((await format(chinese)).text);
  });

  it('checks clean', () => {
    expect(analyze(english).diagnostics).toEqual([]);
  });

  it('gives every unit the same score, grade and trace', () => {
    const [first, second] = [assessed(chinese), assessed(english)];
    expect(first.subjects).toHaveLength(64);
    expect(second.subjects.map(brief)).toEqual(first.subjects.map(brief));
  });
});

function brief(subject: CohortResult['subjects'][number]): unknown {
  if (subject.outcome !== 'assessed') return subject;
  const { trace, grade, rank, total } = subject;
  return { name: subject.subject, total: total.score, trace, rank, final: grade?.final, graded: grade?.graded };
}
