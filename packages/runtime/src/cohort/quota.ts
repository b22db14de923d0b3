/**
 * Quotas: how many subjects of a class may have a grade, and who. Quotas are dealt with from the best grade down, so that
 * whoever falls out of one is a candidate for the next. Nothing depends on the order in which the subjects are given.
 */
import { compare, rational, multiply, toInteger } from '../decimal/rational.ts';
import { parseRational } from '../decimal/text.ts';
import { round } from '../decimal/round.ts';
import type { Rational } from '../evaluator.ts';
import type { QuotaSpec } from '../manifest.ts';
import { groupByMerit } from './rank.ts';

/** A subject as quotas see it. */
export interface Contestant {
  /** By thresholds and conditions alone; index from 0, the best. */
  readonly reached: number;
  /** After the effects; null for a subject without a grade (不定等次). */
  readonly graded: number | null;
  /** What ranks the subjects; more is better. */
  readonly basis: Rational;
  /** For each quota the option of its class attribute, null where it has none or the subject has none. */
  readonly classes: readonly (string | null)[];
  /** For each quota the figures that part equals, in their order; more is better. */
  readonly ties: readonly (readonly Rational[])[];
}

/** What one quota meant to one subject that was a candidate for its grade. */
export interface QuotaOutcome {
  /** Index into the scale's quotas. */
  readonly quota: number;
  readonly grade: number;
  readonly class: string | null;
  /** How many subjects the share is of. */
  readonly base: number;
  readonly places: number;
  /** Places of the class that stay with subjects which only an effect, such as a veto, keeps out of the grade (不递补). */
  readonly held: number;
  /** Place among those who compete for the grade in this class; equals share it. */
  readonly place: number;
  readonly inPlace: boolean;
  /** `places`: others were better. `tie`: equal with the last who would have been in, and nobody of them is. */
  readonly lostBecause: 'places' | 'tie' | null;
}

export interface QuotaDecision {
  /** After quotas; null for a subject without a grade. */
  readonly grade: number | null;
  readonly outcomes: readonly QuotaOutcome[];
}

/** How far a subject has got while the quotas are dealt with. */
interface State {
  readonly contestant: Contestant;
  grade: number | null;
  /** The grade it would have but for the effects; it can use up a place there (不递补). */
  wouldBe: number | null;
  readonly outcomes: QuotaOutcome[];
}

/** Decides all quotas over all subjects. `lowest` is the index of the last grade, from which nobody falls. */
export function applyQuotas<Subject extends Contestant>(
  quotas: readonly QuotaSpec[],
  lowest: number,
  subjects: readonly Subject[],
): Map<Subject, QuotaDecision> {
  const states = subjects.map((contestant) => ({
    contestant,
    grade: contestant.graded,
    wouldBe: contestant.graded === null ? null : contestant.reached,
    outcomes: [],
  }));
  const order = [...quotas.entries()].toSorted(([, left], [, right]) => left.grade - right.grade);
  for (const [index, quota] of order) {
    const classes = Map.groupBy(states, (state) => state.contestant.classes[index] ?? null);
    for (const [option, members] of classes) fillPlaces(quota, index, option, members, lowest);
  }
  return new Map(states.map(({ contestant, grade, outcomes }) => [contestant, { grade, outcomes }]));
}

/** One quota within one class. */
function fillPlaces(quota: QuotaSpec, index: number, option: string | null, members: readonly State[], lowest: number) {
  const base = quota.base === 'assessed' ? members.length : members.filter((state) => state.grade !== null).length;
  const places = countPlaces(quota, option, base);
  if (places === null) return;
  const isCandidate = (state: State) => state.grade === quota.grade;
  const usesPlace = (state: State) => !quota.moveUp && state.grade !== null && state.wouldBe === quota.grade;
  const contenders = members.filter((state) => isCandidate(state) || usesPlace(state));
  const next = Math.min(quota.grade + 1, lowest);
  const found: { readonly state: State; readonly outcome: Omit<QuotaOutcome, 'held'> }[] = [];
  let taken = 0;
  let held = 0;
  let place = 1;
  for (const group of groupByMerit(contenders, (left, right) => compareMerit(index, left, right))) {
    const fits = taken + group.length <= places;
    const crosses = !fits && taken < places;
    const inPlace = fits || (crosses && quota.stillTied === 'all-in');
    for (const state of group) {
      if (isCandidate(state)) {
        const lostBecause: QuotaOutcome['lostBecause'] = inPlace ? null : crosses ? 'tie' : 'places';
        const outcome = { quota: index, grade: quota.grade, class: option, base, places, place, inPlace, lostBecause };
        found.push({ state, outcome });
        if (!inPlace) state.grade = next;
      } else if (inPlace) held += 1;
      if (!inPlace && state.wouldBe === quota.grade) state.wouldBe = next;
    }
    // Places that a tie across the line leaves free lapse: nobody behind it gets them.
    taken = inPlace ? taken + group.length : Math.max(taken, places);
    place += group.length;
  }
  for (const { state, outcome } of found) state.outcomes.push({ ...outcome, held });
}

/** The number of places of a class, or null where the quota names none for it: there the grade is not limited. */
export function countPlaces(quota: QuotaSpec, option: string | null, base: number): number | null {
  const entry =
    quota.amounts.find((each) => each.option !== null && each.option === option) ??
    quota.amounts.find((each) => each.option === null);
  const amount = entry === undefined ? null : parseRational(entry.amount);
  if (amount === null) return null;
  const exact = quota.kind === 'share' ? multiply(amount, rational(BigInt(base))) : amount;
  return Math.max(quota.minimum, toInteger(round(exact, 0, quota.rounding)));
}

function compareMerit(quota: number, { contestant: left }: State, { contestant: right }: State): number {
  const rightTies = right.ties[quota] ?? [];
  const keys = [
    compare(right.basis, left.basis),
    ...(left.ties[quota] ?? []).map((value, key) => {
      const other = rightTies[key];
      return other === undefined ? 0 : compare(other, value);
    }),
  ];
  return keys.find((key) => key !== 0) ?? 0;
}
