import {
  compare,
  figureAlone,
  type Rational,
  type RecordValue,
  type StepValue,
  type SubjectRecord,
} from '@assess/runtime';
import { evaluate } from '../interpret/evaluate.ts';
import { knownOf, type Known } from '../interpret/known.ts';
import { readInput, type RecordedInput } from '../interpret/read-record.ts';
import type { Program } from '../ir/ir.ts';
import { dependentsOf } from './dependents.ts';

/** What a subject of a sample is called. */
export const sampleSubject = '样本';

/** How good a record is, the weightiest first; more is better. */
export type Merit = readonly Rational[];

export function isBetter(one: Merit, other: Merit): boolean {
  for (const [index, value] of one.entries()) {
    const order = compare(value, other[index] ?? value);
    if (order !== 0) return order > 0;
  }
  return false;
}

/**
 * A record in the making, with the values of its steps, that takes only what makes it better. Only what depends on a changed input is
 * computed again. The values must be admissible one by one.
 */
export class RecordSearch {
  readonly values: RecordValue[];
  merit: Merit;
  readonly #program: Program;
  readonly #meritOf: (known: Known) => Merit;
  readonly #dependents: readonly (readonly number[])[];
  #inputs: RecordedInput[];
  #steps: StepValue[] = [];

  constructor(program: Program, start: readonly RecordValue[], meritOf: (known: Known) => Merit) {
    this.#program = program;
    this.#meritOf = meritOf;
    this.#dependents = dependentsOf(program);
    this.values = [...start];
    this.#inputs = program.manifest.inputs.map((spec, input) => readInput(spec, start[input] ?? null));
    for (const { value } of program.steps) {
      this.#steps.push(evaluate(value, this.#known(this.#inputs, this.#steps)));
    }
    this.merit = meritOf(this.#known(this.#inputs, this.#steps));
  }

  /** The record as it is now, without what is absent. */
  get record(): SubjectRecord {
    const { subject, inputs } = this.#program.manifest;
    const record: [string, RecordValue][] = [[subject, sampleSubject]];
    for (const [input, { key }] of inputs.entries()) {
      const value = this.values[input] ?? null;
      if (value !== null) record.push([key, value]);
    }
    return Object.fromEntries(record);
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
    const merit = this.#meritOf(this.#known(inputs, steps));
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
}
