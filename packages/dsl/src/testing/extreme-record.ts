/** 满分记录 and 零分记录: the records with which every policy's samples can start. */
import {
  compare,
  figureAlone,
  negate,
  normalise,
  rational,
  type Manifest,
  type Rational,
  type RecordValue,
  type StepValue,
  type SubjectRecord,
} from '@assess/runtime';
import { evaluate } from '../interpret/evaluate.ts';
import { knownOf, type Known } from '../interpret/known.ts';
import { readInput, type RecordedInput } from '../interpret/read-record.ts';
import type { Program } from '../ir/ir.ts';
import { candidatesOf } from './candidates.ts';
import { dependentsOf } from './dependents.ts';

/** What a subject of a sample is called. */
export const sampleSubject = '样本';

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
  const found = ends.map((start) => climb(new Search(program, extreme, start), candidates, program.manifest));
  const best = found.reduce((one, other) => (isBetter(other.merit, one.merit) ? other : one));
  const record: [string, RecordValue][] = [[program.manifest.subject, sampleSubject]];
  program.manifest.inputs.forEach(({ key }, input) => {
    const value = best.values[input] ?? null;
    if (value !== null) record.push([key, value]);
  });
  return Object.fromEntries(record);
}

/** The lowest value that is one: what is not reported is no low figure. */
function lowEnd(values: readonly RecordValue[]): RecordValue {
  return values.find((value) => value !== null) ?? null;
}

function climb(search: Search, candidates: readonly (readonly RecordValue[])[], manifest: Manifest): Search {
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

/** How good a record is, the weightiest first; more is better. */
type Merit = readonly Rational[];

function isBetter(one: Merit, other: Merit): boolean {
  for (const [index, value] of one.entries()) {
    const order = compare(value, other[index] ?? value);
    if (order !== 0) return order > 0;
  }
  return false;
}

/** A record in the making, with the values of its steps. Only what depends on a changed input is computed again. */
class Search {
  readonly values: RecordValue[];
  merit: Merit;
  readonly #program: Program;
  readonly #extreme: 'full' | 'zero';
  readonly #dependents: readonly (readonly number[])[];
  #inputs: RecordedInput[];
  #steps: StepValue[] = [];

  constructor(program: Program, extreme: 'full' | 'zero', start: readonly RecordValue[]) {
    this.#program = program;
    this.#extreme = extreme;
    this.#dependents = dependentsOf(program);
    this.values = [...start];
    this.#inputs = program.manifest.inputs.map((spec, input) => readInput(spec, start[input] ?? null));
    for (const { value } of program.steps) {
      this.#steps.push(evaluate(value, this.#known(this.#inputs, this.#steps)));
    }
    this.merit = this.#meritOf(this.#steps);
  }

  /** Makes a move if it is better, and says whether it was. */
  tries(move: readonly (readonly [input: number, value: RecordValue])[]): boolean {
    const inputs = [...this.#inputs];
    const changed = new Set<number>();
    for (const [input, value] of move) {
      const spec = this.#program.manifest.inputs[input];
      if (spec === undefined) continue;
      inputs[input] = readInput(spec, value);
      for (const step of this.#dependents[input] ?? []) changed.add(step);
    }
    const steps = [...this.#steps];
    for (const index of [...changed].toSorted((left, right) => left - right)) {
      const step = this.#program.steps[index];
      if (step !== undefined) steps[index] = evaluate(step.value, this.#known(inputs, steps));
    }
    const merit = this.#meritOf(steps);
    if (!isBetter(merit, this.merit)) return false;
    for (const [input, value] of move) this.values[input] = value;
    [this.#inputs, this.#steps, this.merit] = [inputs, steps, merit];
    return true;
  }

  /** What a step can read; figures of the cohort are those of a subject that is compared with nobody else. */
  #known(inputs: readonly RecordedInput[], steps: readonly StepValue[]): Known {
    const { cohort } = this.#program.manifest;
    return knownOf(sampleSubject, inputs, steps, (index) => {
      const figure = cohort[index];
      if (figure === undefined) throw new Error(`there is no figure ${index} of the cohort`);
      return figureAlone(figure, (step) => steps[step]);
    });
  }

  #meritOf(steps: readonly StepValue[]): Merit {
    const { requirements, total, scale } = this.#program.manifest;
    const met = requirements.filter(({ holds }) => steps[holds] === true).length;
    const points = numberOf(steps[total.exact]);
    const isGraded = scale === null || scale.ungraded === null || steps[scale.ungraded] !== true;
    const grade = scale === null ? rational(0n) : negate(numberOf(steps[scale.graded]));
    const isFull = this.#extreme === 'full';
    return [
      rational(BigInt(met)),
      isFull ? points : negate(points),
      rational(isGraded ? 1n : 0n),
      isFull ? grade : rational(0n),
    ];
  }
}

function numberOf(value: StepValue | undefined): Rational {
  if (value === undefined || typeof value === 'boolean') throw new Error('a step of the manifest is no number');
  return normalise(value);
}
