/** 满分记录 and 零分记录: the records with which every policy's samples can start. */
import {
  negate,
  normalise,
  rational,
  type Manifest,
  type Rational,
  type RecordValue,
  type StepValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { Known } from '../interpret/known.ts';
import type { Program } from '../ir/ir.ts';
import { candidatesOf } from './candidates.ts';
import { isBetter, RecordSearch, type Merit } from './record-search.ts';

/** After so many rounds without an end something goes in a circle; four is the most that any policy needed. */
const mostRounds = 20;

/**
 * The record with the most (`full`) or the fewest (`zero`) points that a search finds; no case has occurred. The search starts with
 * every figure at the high end of its range, and again with every figure at the low end. From there it takes one input after the other
 * through the values worth trying (see `candidatesOf`) and keeps the first that is better than what there was; then all inputs of
 * one rule together, to their high and to their low ends; and over again until nothing is better. Better is, in this order: more
 * requirements met, more (fewer) points, a grade rather than none, for `full` a better grade. The same program gives the same record.
 */
export function extremeRecord(program: Program, extreme: 'full' | 'zero', year: number): SubjectRecord {
  const candidates = candidatesOf(program, year);
  const ends = [candidates.map((values) => values.at(-1) ?? null), candidates.map(lowEnd)];
  const found = ends.map((start) =>
    climb(new RecordSearch(program, start, meritOf(program.manifest, extreme)), candidates, program.manifest),
  );
  const best = found.reduce((one, other) => (isBetter(other.merit, one.merit) ? other : one));
  return best.record;
}

/** The lowest value that is one: what is not reported is no low figure. */
function lowEnd(values: readonly RecordValue[]): RecordValue {
  return values.find((value) => value !== null) ?? null;
}

function climb(
  search: RecordSearch,
  candidates: readonly (readonly RecordValue[])[],
  manifest: Manifest,
): RecordSearch {
  const blocks = rulesOf(manifest.total).filter((inputs) => inputs.length > 1);
  for (let round = 0, improved = true; improved && round < mostRounds; round++) {
    improved = false;
    candidates.forEach((values, input) => {
      for (const value of values) if (search.tries([[input, value]])) improved = true;
    });
    for (const inputs of blocks) {
      const to = (end: (values: readonly RecordValue[]) => RecordValue): [number, RecordValue][] =>
        inputs.map((input) => [input, end(candidates[input] ?? [])]);
      for (const move of [to((values) => values.at(-1) ?? null), to(lowEnd)]) if (search.tries(move)) improved = true;
    }
  }
  return search;
}

/** The inputs of every rule in the tree. */
function rulesOf(item: Manifest['total']): readonly (readonly number[])[] {
  return [item.rule.inputs, ...item.children.flatMap(rulesOf)];
}

function meritOf({ requirements, total, scale }: Manifest, extreme: 'full' | 'zero'): (known: Known) => Merit {
  const isFull = extreme === 'full';
  return ({ steps }) => {
    const met = requirements.filter(({ holds }) => steps[holds] === true).length;
    const points = numberOf(steps[total.exact]);
    const isGraded = scale === null || scale.ungraded === null || steps[scale.ungraded] !== true;
    const grade = scale === null ? rational(0n) : negate(numberOf(steps[scale.graded]));
    return [
      rational(BigInt(met)),
      isFull ? points : negate(points),
      rational(isGraded ? 1n : 0n),
      isFull ? grade : rational(0n),
    ];
  };
}

function numberOf(value: StepValue | undefined): Rational {
  if (value === undefined || typeof value === 'boolean') throw new Error('a step of the manifest is no number');
  return normalise(value);
}
