import type { QuotaSpec } from '../manifest-grades.ts';

/** What becomes of a group of equals. */
export interface Tie<Member> {
  /** Null while a meeting has to decide. */
  readonly isIn: (member: Member) => boolean | null;
  /** Why those who are not in are not. */
  readonly lostBecause: 'places' | 'tie' | 'meeting';
  readonly open: 'meeting' | 'too-many';
  /** The names of those between whom it is open, in the order of code units. */
  readonly names: readonly string[];
  /** How many places the group takes; null where it uses up all that are left. */
  readonly taken: number | null;
}

/** Decides over equals of whom there may be more than the places that are left. */
export function decideTie<Member extends { readonly name: string }>(
  group: readonly Member[],
  left: number,
  stillTied: QuotaSpec['stillTied'],
  decisionOf: (member: Member) => boolean | null,
): Tie<Member> {
  const all = (isIn: boolean, lostBecause: 'places' | 'tie'): Tie<Member> => ({
    isIn: () => isIn,
    lostBecause,
    open: 'meeting',
    names: [],
    taken: isIn ? group.length : null,
  });
  if (group.length <= left) return all(true, 'places');
  if (left <= 0) return all(false, 'places');
  if (stillTied !== 'meeting') return all(stillTied === 'all-in', 'tie');
  const named = group.filter((member) => decisionOf(member) === true);
  const isSettled = named.length === left || group.every((member) => decisionOf(member) !== null);
  if (named.length <= left && isSettled) {
    const chosen = new Set(named);
    return { isIn: (member) => chosen.has(member), lostBecause: 'meeting', open: 'meeting', names: [], taken: null };
  }
  const names = group.map(({ name }) => name).toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const open = named.length > left ? 'too-many' : 'meeting';
  return { isIn: () => null, lostBecause: 'meeting', open, names, taken: null };
}
