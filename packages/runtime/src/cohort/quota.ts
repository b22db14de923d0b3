/**
 * Quotas: how many subjects of a class may have a grade, and who. Quotas from the best are dealt with from the best grade down, so
 * that whoever falls out of one is a candidate for the next; then those of the last in order (末), from the last grade up. Nothing
 * depends on the order in which the subjects are given.
 */
import { compare } from '../decimal/rational.ts';
import type { Rational } from '../evaluator.ts';
import type { QuotaSpec } from '../manifest-grades.ts';
import { decideTie } from './decide-tie.ts';
import { countPlaces } from './places.ts';
import { groupByMerit } from './rank.ts';

/** A subject as quotas see it. */
export interface Contestant {
  /** By thresholds and conditions alone; index from 0, the best. */
  readonly reached: number;
  /** After the effects; null for a subject without a grade (不定等次). */
  readonly graded: number | null;
  /** Whether a veto acts. */
  readonly vetoed: boolean;
  /** What ranks the subjects; more is better. */
  readonly basis: Rational;
  /** For each quota the option of its class attribute, null where it has none or the subject has none. */
  readonly classes: readonly (string | null)[];
  /** For each quota the option by which its amount is chosen, null where it is one for all. */
  readonly sorts: readonly (string | null)[];
  /** For each quota the figures that part equals, in their order; more is better. */
  readonly ties: readonly (readonly Rational[])[];
  /** For each quota what a meeting decided of the subject (议定): in, out, or null for nothing yet. */
  readonly decisions: readonly (boolean | null)[];
}

/** What one quota meant to one subject that was a candidate for its grade, or is among its last. */
export interface QuotaOutcome {
  /** Index into the scale's quotas. */
  readonly quota: number;
  readonly grade: number;
  readonly class: string | null;
  /** `worst`: the quota gives its grade to the last in order. */
  readonly from: QuotaSpec['from'];
  /** How many subjects the share is of. */
  readonly base: number;
  readonly places: number;
  /** Places of the class that stay with subjects which only an effect, such as a veto, keeps out of the grade (不递补). */
  readonly held: number;
  /** Place among those who compete for the grade in this class, or from the end; equals share it. */
  readonly place: number;
  /** Null while it is open. */
  readonly inPlace: boolean | null;
  /** `places`: others were better. `tie`: equal with the last who would have been in. `meeting`: a meeting decided so. */
  readonly lostBecause: 'places' | 'tie' | 'meeting' | null;
  /**
   * Why it is open: `meeting`: a meeting has to decide between equals; `too-many`: it named more than there are places; `waits`: it
   * depends on such a decision; `mixed`: the records of the class disagree on what the amount is chosen by.
   */
  readonly open: 'meeting' | 'too-many' | 'waits' | 'mixed' | null;
  /** The equals among whom a meeting has to decide, by name in the order of code units, and for how many of them there are places. */
  readonly between: readonly string[];
  readonly free: number;
}

export interface QuotaDecision {
  /** After quotas; null for a subject without a grade, and while it is open. */
  readonly grade: number | null;
  readonly open: boolean;
  readonly outcomes: readonly QuotaOutcome[];
}

/** How far a subject has got while the quotas are dealt with. */
interface State {
  readonly contestant: Contestant;
  readonly name: string;
  /** The best grade that it can still have, and the worst: the same unless something is open. */
  grade: number | null;
  worst: number | null;
  /** The grade it would have but for the effects; it can use up a place there (不递补). */
  wouldBe: number | null;
  readonly outcomes: QuotaOutcome[];
}

/** One quota within one class. */
interface Job {
  readonly quota: QuotaSpec;
  readonly index: number;
  readonly option: string | null;
  readonly members: readonly State[];
  /** Index of the last grade. */
  readonly lowest: number;
}

/** Decides all quotas over all subjects. `lowest` is the index of the last grade, from which nobody falls. */
export function applyQuotas<Subject extends Contestant>(
  quotas: readonly QuotaSpec[],
  lowest: number,
  subjects: readonly Subject[],
  nameOf: (subject: Subject) => string = () => '',
): Map<Subject, QuotaDecision> {
  const states = subjects.map((contestant): State & { readonly contestant: Subject } => ({
    contestant,
    name: nameOf(contestant),
    grade: contestant.graded,
    worst: contestant.graded,
    wouldBe: contestant.graded === null ? null : contestant.reached,
    outcomes: [],
  }));
  const order = [...quotas.entries()].toSorted(([, left], [, right]) => {
    if (left.from !== right.from) return left.from === 'best' ? -1 : 1;
    return left.from === 'best' ? left.grade - right.grade : right.grade - left.grade;
  });
  for (const [index, quota] of order) {
    const classes = Map.groupBy(states, (state) => state.contestant.classes[index] ?? null);
    for (const [option, members] of classes) {
      const job = { quota, index, option, members, lowest };
      if (quota.from === 'best') fillPlaces(job);
      else takeLast(job);
    }
  }
  return new Map(
    states.map(({ contestant, grade, worst, outcomes }) => {
      const open = grade !== worst;
      return [contestant, { grade: open ? null : grade, open, outcomes }];
    }),
  );
}

/** The best of a class have the grade of the quota, as far as there are places; the others fall to the next. */
function fillPlaces(job: Job): void {
  const { quota, index, members, lowest } = job;
  const base = baseOf(job);
  const isCandidate = ({ grade, worst }: State): boolean =>
    grade !== null && worst !== null && grade <= quota.grade && worst >= quota.grade;
  const usesPlace = (state: State): boolean => !quota.moveUp && state.grade !== null && state.wouldBe === quota.grade;
  const contenders = members.filter((state) => isCandidate(state) || usesPlace(state));
  const places = placesOf(job, base);
  if (places === null) return;
  const next = Math.min(quota.grade + 1, lowest);
  const leaveOpen = (state: State, outcome: Open): void => {
    if (!isCandidate(state)) return;
    state.worst = Math.max(state.worst ?? next, next);
    state.outcomes.push(outcomeOf(job, { base, places: places === 'mixed' ? 0 : places, held: 0, ...outcome }));
  };
  if (places === 'mixed') {
    for (const state of contenders) leaveOpen(state, { ...undecided, place: 1, open: 'mixed' });
    return;
  }
  const isOpen = contenders.some(({ grade, worst }) => grade !== worst) || (quota.joint && isOpenAbove(job));
  if (isOpen && contenders.length > places) {
    for (const state of contenders) leaveOpen(state, { ...undecided, place: 1, open: 'waits' });
    return;
  }
  const found: { readonly state: State; readonly outcome: Settled }[] = [];
  let taken = 0;
  let held = 0;
  let place = 1;
  for (const group of groupByMerit(contenders, (left, right) => compareMerit(index, left, right))) {
    const tie = decideTie(
      group,
      places - taken,
      quota.stillTied,
      ({ contestant }) => contestant.decisions[index] ?? null,
    );
    for (const state of group) {
      const inPlace = tie.isIn(state);
      if (inPlace === null) {
        leaveOpen(state, {
          place,
          inPlace,
          lostBecause: null,
          open: tie.open,
          between: tie.names,
          free: places - taken,
        });
        continue;
      }
      if (isCandidate(state)) {
        found.push({ state, outcome: { place, inPlace, lostBecause: inPlace ? null : tie.lostBecause } });
        if (!inPlace && state.grade === state.worst) state.grade = state.worst = next;
      } else if (inPlace) held += 1;
      if (!inPlace && state.wouldBe === quota.grade) state.wouldBe = next;
    }
    // Places that a tie across the line leaves free lapse: nobody behind it gets them.
    taken = tie.taken === null ? Math.max(taken, places) : taken + tie.taken;
    place += group.length;
  }
  for (const { state, outcome } of found) {
    // Who is open at a better grade is no candidate for certain: nothing is said of its place here.
    if (state.grade === state.worst)
      state.outcomes.push(outcomeOf(job, { ...settled, ...outcome, base, places, held }));
  }
}

/** The last of a class in order have the grade of the quota, unless theirs is lower already. */
function takeLast(job: Job): void {
  const { quota, index, members } = job;
  const base = baseOf(job);
  const places = placesOf(job, base);
  if (places === null) return;
  const contenders = members.filter(({ grade }) => grade !== null);
  const lower = (state: State, isCertain: boolean): void => {
    if (isCertain) state.grade = Math.max(state.grade ?? quota.grade, quota.grade);
    state.worst = Math.max(state.worst ?? quota.grade, quota.grade);
  };
  if (places === 'mixed') {
    for (const state of contenders) {
      lower(state, false);
      state.outcomes.push(outcomeOf(job, { ...undecided, base, places: 0, held: 0, place: 1, open: 'mixed' }));
    }
    return;
  }
  let taken = 0;
  let place = 1;
  for (const group of groupByMerit(contenders, (left, right) => compareMerit(index, right, left))) {
    const tie = decideTie(
      group,
      places - taken,
      quota.stillTied,
      ({ contestant }) => contestant.decisions[index] ?? null,
    );
    for (const state of group) {
      const inPlace = tie.isIn(state);
      const lostBecause = inPlace === false && tie.lostBecause !== 'places' ? tie.lostBecause : null;
      if (inPlace !== false) lower(state, inPlace === true);
      if (inPlace === false && lostBecause === null) continue;
      const free = inPlace === null ? places - taken : 0;
      const how = { inPlace, lostBecause, open: inPlace === null ? tie.open : null, between: tie.names, free };
      state.outcomes.push(outcomeOf(job, { ...how, base, places, held: 0, place }));
    }
    taken = tie.taken === null ? Math.max(taken, places) : taken + tie.taken;
    place += group.length;
    if (taken >= places) break;
  }
}

type Outcome = Omit<QuotaOutcome, 'quota' | 'grade' | 'class' | 'from'>;
type Open = Pick<Outcome, 'place' | 'inPlace' | 'lostBecause' | 'open' | 'between' | 'free'>;
type Settled = Pick<Outcome, 'place' | 'inPlace' | 'lostBecause'>;

const undecided = { inPlace: null, lostBecause: null, between: [], free: 0 } as const;
const settled = { open: null, between: [], free: 0 } as const;

function outcomeOf({ quota, index, option }: Job, outcome: Outcome): QuotaOutcome {
  return { quota: index, grade: quota.grade, class: option, from: quota.from, ...outcome };
}

function baseOf({ quota, members }: Job): number {
  switch (quota.base) {
    case 'assessed':
      return members.length;
    case 'graded':
      return members.filter((state) => state.grade !== null).length;
    case 'unvetoed':
      return members.filter(({ contestant }) => !contestant.vetoed).length;
  }
}

/** The places of a class; `mixed` where its records disagree on what the amount is chosen by, null where it has no limit. */
function placesOf(job: Job, base: number): number | 'mixed' | null {
  const { quota, index, members } = job;
  const [sort = null, ...others] = new Set(members.map(({ contestant }) => contestant.sorts[index] ?? null));
  if (others.length > 0) return 'mixed';
  const places = countPlaces(quota, sort, base);
  return places === null || !quota.joint
    ? places
    : Math.max(0, places - members.filter((each) => isAbove(job, each)).length);
}

/** Whether a subject takes one of the places that a quota together with the grades above (连同以上) has. */
function isAbove({ quota }: Job, { grade, wouldBe }: State): boolean {
  if (grade === null) return false;
  return grade < quota.grade || (!quota.moveUp && wouldBe !== null && wouldBe < quota.grade);
}

function isOpenAbove({ quota, members }: Job): boolean {
  return members.some(({ grade, worst }) => grade !== worst && grade !== null && grade < quota.grade);
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
