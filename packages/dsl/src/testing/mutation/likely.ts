/** Which tests may notice a change: a guess that saves time and decides nothing. */
import { compare, type Rational } from '@assess/runtime';
import { knownOf, type Known } from '../../interpret/known.ts';
import { readRecord } from '../../interpret/read-record.ts';
import type { Evaluator } from '@assess/runtime';
import type { Program } from '../../ir/ir.ts';
import type { Probe } from '../../ir/lower/context.ts';
import { outcomeOf } from '../outcome-of.ts';
import type { TrialRecord } from '../run-tests.ts';
import type { Trial, Trials } from '../trials.ts';
import { comparisonsAt, distanceOf } from './aim.ts';
import type { Mutant } from './mutant.ts';
import { stepsReached } from './reach.ts';

/** What a trial looked at. */
interface Look {
  readonly trial: number;
  readonly known: Known;
  readonly reached: ReadonlySet<number>;
}

/** What the trials that pass look at, by their values on the policy as it is. */
export class LikelyTrials {
  readonly #program: Program;
  readonly #probes: readonly Probe[];
  readonly #looks: readonly Look[];

  constructor(
    { program, trials, probes }: Trials,
    records: readonly TrialRecord[],
    sound: ReadonlySet<number>,
    evaluator: Evaluator,
  ) {
    this.#program = program;
    this.#probes = probes;
    this.#looks = trials.flatMap((trial, index) => {
      const made = records[index];
      if (made === undefined || 'issue' in made || !sound.has(index)) return [];
      const { trace, issues } = outcomeOf(made.record, evaluator);
      if (issues.length > 0) return [];
      const name = made.record[program.manifest.subject];
      const known = knownOf(typeof name === 'string' ? name : '', readRecord(program.manifest, made.record), trace);
      return [{ trial: index, known, reached: stepsReached(program, rootsOf(trial, program), known) }];
    });
  }

  /**
   * Trials, the likeliest to notice a mutant first: those that look at the smallest clause around it, of these the ones that come
   * nearest to the bound that is changed, then those that look at little else.
   */
  for({ span }: Mutant): readonly number[] {
    const around = [...this.#program.steps.entries()]
      .filter(([, { origin }]) => origin.start <= span.start && span.end <= origin.end)
      .toSorted(([, a], [, b]) => a.origin.end - a.origin.start - (b.origin.end - b.origin.start))
      .map(([index]) => index);
    const probe = this.#probes[comparisonsAt(this.#probes, span)[0] ?? -1];
    const ranked = this.#looks.map((look) => {
      const place = around.findIndex((step) => look.reached.has(step));
      const distance = probe?.kind === 'comparison' ? distanceOf(probe.comparison, look.known) : null;
      return { look, place: place < 0 ? around.length : place, distance };
    });
    return ranked
      .toSorted(
        (a, b) => a.place - b.place || nearer(a.distance, b.distance) || a.look.reached.size - b.look.reached.size,
      )
      .map(({ look }) => look.trial);
  }
}

/** The steps that decide whether a trial passes. */
function rootsOf({ expected }: Trial, { manifest }: Program): readonly number[] {
  return expected.flatMap(({ what }) => {
    switch (what.kind) {
      case 'condition':
        return [what.holds];
      case 'refusal':
        return manifest.requirements.map(({ holds }) => holds);
      default:
        return [manifest.total.score, ...(manifest.scale === null ? [] : [manifest.scale.graded])];
    }
  });
}

function nearer(one: Rational | null, other: Rational | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}
