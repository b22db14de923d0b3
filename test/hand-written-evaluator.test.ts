/**
 * The evaluator that the compiled module is measured against is another program for the same policy: if it is wrong, the
 * measurement says nothing. No time is measured here.
 */
import { compile, interpreter, SourceFile } from '@assess/dsl';
import { formatExact, normalise, type SubjectRecord } from '@assess/runtime';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../bench/hand-written/hubei.ts';
import type { HubeiRecord } from '../bench/hand-written/record.ts';

const folder = new URL('../policies/hubei-trade-unions/', import.meta.url);
const records = JSON.parse(readFileSync(new URL('2023-数据.json', folder), 'utf8')) as SubjectRecord[];

test('the hand-written evaluator of the Hubei policy agrees with the interpreter on every record of the data', () => {
  const { program } = compile(new SourceFile('2023.assess', readFileSync(new URL('2023.assess', folder), 'utf8')));
  if (program === null) throw new Error('the policy has mistakes');
  const { manifest } = program;
  const reference = interpreter(program);
  const { scale, total } = manifest;
  expect(records).toHaveLength(64);
  for (const record of records) {
    const values = reference.trace(record);
    const figure = (step: number | undefined): string => {
      const value = values[step ?? -1];
      return typeof value === 'object' ? formatExact(normalise(value)) : '';
    };
    const yes = (step: number | null | undefined): boolean => values[step ?? -1] === true;
    const grade = yes(scale?.ungraded) ? null : (scale?.grades[Number(figure(scale.graded))] ?? null);
    const expected = { total: Number(figure(total.score)), grade, barred: yes(scale?.barred) };
    expect(evaluate(record as unknown as HubeiRecord), JSON.stringify(record[manifest.subject])).toEqual(expected);
  }
});
