import { validateRecord, type InputSpec, type RecordValue, type SubjectRecord, type Trace } from '@assess/runtime';
import { interpreter } from '../../interpret/interpreter.ts';
import type { Program } from '../../ir/ir.ts';
import { extremeRecord } from '../extreme-record.ts';
import { outcomeOf } from '../outcome-of.ts';
import type { Trials } from '../trials.ts';
import { aimAt } from './aim.ts';
import { isSameValue, observe, type Observed } from './observed.ts';
import { worthTrying } from './worth-trying.ts';

/** Records that are tried for one mutant. */
const mostTries = 500;
/** Inputs that are changed together in pairs. */
const mostTogether = 5;
/** Different things of one record that are offered: not each can be written down. */
const mostOffered = 3;

/** A record that every policy has, and the sample that it is. */
export interface Base {
  readonly from: 'full' | 'zero';
  readonly record: SubjectRecord;
}

/** The records from which the search starts. */
export function basesOf(program: Program, year: number): readonly Base[] {
  return (['full', 'zero'] as const).map((from) => ({ from, record: extremeRecord(program, from, year) }));
}

/** A record on which policy and mutant part, as what it sets beside its sample, and what then comes out of the policy. */
export interface Distinction {
  readonly from: Base['from'];
  readonly sets: readonly { readonly input: InputSpec; readonly value: RecordValue }[];
  readonly expected: Observed;
}

type Setting = readonly [input: number, value: RecordValue];

/** The search for a record that tells a mutant from the policy. */
export class DistinctionSearch {
  readonly #own: Pick<Trials, 'program' | 'probes'>;
  readonly #changed: Pick<Trials, 'program' | 'probes'>;
  readonly #bases: readonly Base[];
  readonly #candidates: readonly (readonly RecordValue[])[];
  #tries = 0;

  constructor(
    own: Pick<Trials, 'program' | 'probes'>,
    changed: Pick<Trials, 'program' | 'probes'>,
    bases: readonly Base[],
    year: number,
  ) {
    this.#own = own;
    this.#changed = changed;
    this.#bases = bases;
    this.#candidates = worthTrying(own.program, changed.program, year);
  }

  /**
   * Distinctions, the simplest first: the samples themselves, one of the `inputs` changed, then two, then records that come as near as
   * can be to the bounds of `comparisons`.
   */
  *find(inputs: readonly number[], comparisons: readonly number[]): Generator<Distinction> {
    for (const base of this.#bases) yield* this.#differences(base, []);
    for (const base of this.#bases) {
      for (const input of inputs) {
        for (const value of this.#candidates[input] ?? []) yield* this.#differences(base, [[input, value]]);
      }
    }
    for (const base of this.#bases) yield* this.#pairs(base, inputs.slice(0, mostTogether));
    for (const comparison of comparisons) yield* this.#aimed(comparison);
  }

  *#pairs(base: Base, inputs: readonly number[]): Generator<Distinction> {
    for (const [place, first] of inputs.entries()) {
      for (const second of inputs.slice(place + 1)) {
        for (const one of this.#candidates[first] ?? []) {
          for (const other of this.#candidates[second] ?? []) {
            if (this.#tries > mostTries) return;
            yield* this.#differences(base, [
              [first, one],
              [second, other],
            ]);
          }
        }
      }
    }
  }

  /** Records at the bound of the policy, and at that of the mutant; then with as few changes as will do. */
  *#aimed(comparison: number): Generator<Distinction> {
    const [own, changed] = [this.#own.probes[comparison], this.#changed.probes[comparison]];
    if (own?.kind !== 'comparison' || changed?.kind !== 'comparison') return;
    const { left, right } = own.comparison;
    // Steps are numbered apart in the mutant, so only its constants mean the same here.
    const bounds = [changed.comparison.left, changed.comparison.right].filter(({ op }) => op === 'constant');
    const figure = left.op === 'constant' ? right : left;
    for (const target of [{ left, right }, ...bounds.map((bound) => ({ left: figure, right: bound }))]) {
      for (const base of this.#bases) {
        this.#tries = 0;
        const start = this.#own.program.manifest.inputs.map(({ key }) => base.record[key] ?? null);
        const { values } = aimAt(this.#own.program, target, start, this.#candidates);
        const settings = values.flatMap((value, input): Setting[] => (value === start[input] ? [] : [[input, value]]));
        if (this.#differences(base, settings).next().done === true) continue;
        yield* this.#differences(base, this.#fewest(base, settings));
      }
    }
  }

  #fewest(base: Base, settings: readonly Setting[]): readonly Setting[] {
    let needed = settings;
    for (const each of settings) {
      const without = needed.filter((setting) => setting !== each);
      if (this.#differences(base, without).next().done !== true) needed = without;
    }
    return needed;
  }

  *#differences({ from, record: base }: Base, settings: readonly Setting[]): Generator<Distinction> {
    if (++this.#tries > mostTries) return;
    const { manifest } = this.#own.program;
    const changed = new Map<string, RecordValue | undefined>(Object.entries(base));
    const sets = settings.flatMap(([index, value]) => {
      const input = manifest.inputs[index];
      if (input === undefined) return [];
      if (value === null) changed.delete(input.key);
      else changed.set(input.key, value);
      return [{ input, value }];
    });
    const record = Object.fromEntries(changed);
    if (validateRecord(manifest, record).length > 0) return;
    const own = outcomeOf(record, interpreter(this.#own.program));
    const other = outcomeOf(record, interpreter(this.#changed.program));
    if (own.issues.length > 0 || other.issues.length > 0) return;
    for (const expected of this.#parting(own.trace, other.trace).slice(0, mostOffered)) yield { from, sets, expected };
  }

  #parting(own: Trace, other: Trace): readonly Observed[] {
    const theirs = new Map(observe(this.#changed.program.manifest, other).map((each) => [identity(each), each.value]));
    return observe(this.#own.program.manifest, own).filter((each) => {
      // That there is no such thing cannot be expected.
      if ((each.kind === 'no-grade' || each.kind === 'out-of-awards') && each.value !== true) return false;
      const twin = theirs.get(identity(each));
      return twin === undefined || !isSameValue(each.value, twin);
    });
  }
}

function identity({ kind, path }: Observed): string {
  return JSON.stringify([kind, path]);
}
