/**
 * Compiled modules against the interpreter on random policies, from text to the last digit. A longer run, with a seed of
 * one's own: `npm run x -- node scripts/differential.mjs --policies 5000 --records 20 --seed 7`.
 */
import { analyze, interpreter, SourceFile } from '@assess/dsl';
import { formatExact, normalise } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import { compareCases } from './compare-cases.ts';
import { naiveTrace } from './naive-float.ts';
import { policyCase } from './policy/policy-case.ts';
import { randomPolicy } from './policy/random-policy.ts';
import { RecordMaker } from './random-records.ts';
import { Random } from './random.ts';

const seed = 20_230_601;

describe('random policies', () => {
  test('have the same digits compiled and interpreted', { timeout: 180_000 }, async () => {
    expect(await compareCases({ seed, cases: 300, records: 20, make: policyCase })).toBeNull();
  });

  test('use every construct of the language', () => {
    const texts = Array.from({ length: 300 }, (_, index) => randomPolicy(Random.forCase(seed, index)));
    const kinds = new Set<string>();
    for (const text of texts) collectKinds(analyze(new SourceFile('', text)).tree, kinds);
    const missing = [
      'score',
      'proportion',
      'tiers',
      'by-table',
      'deadline',
      'ballot',
      'case',
      'when',
      'list',
      'count-row',
    ];
    const clauses = [
      'using',
      'weight',
      'factor',
      'may-exceed',
      'may-be-negative',
      'rounding',
      'lowest-of-parts',
      'highest-only',
      'turnout',
    ];
    const others = [
      'table',
      'define',
      'not-reported',
      'empty-group',
      'recorded-with',
      'steps-clause',
      'grade-effect',
      'quota',
      'if',
      'call',
    ];
    expect([...missing, ...clauses, ...others].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('have totals and grades that floating point gets wrong, or this test would see nothing', () => {
    let wrong = 0;
    for (let index = 0; index < 100; index++) {
      const random = Random.forCase(seed, index);
      const { program } = policyCase(random);
      const { total } = program.manifest;
      const maker = new RecordMaker(program, random);
      for (let count = 0; count < 20; count++) {
        const record = maker.next();
        const exact = interpreter(program).trace(record)[total.score];
        if (typeof exact !== 'object') throw new Error('the total is no number');
        if (formatExact(normalise(exact)) !== String(naiveTrace(program, record)[total.score])) wrong += 1;
      }
    }
    expect(wrong).toBeGreaterThan(20);
  });
});

/** Every kind of node in the tree. */
function collectKinds(value: unknown, kinds: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collectKinds(each, kinds);
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value && typeof value.kind === 'string') kinds.add(value.kind);
  for (const each of Object.values(value)) if (typeof each === 'object') collectKinds(each, kinds);
}
