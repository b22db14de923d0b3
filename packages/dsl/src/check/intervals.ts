/** Sets of numbers as unions of intervals with exact ends. */
import { add, ceiling, compare, divide, floor, multiply, rational, subtract } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { Relation } from '../ast/nodes.ts';

/** From `low` to `high`; null is without end. An open end does not belong to it. */
export interface Interval {
  readonly low: Rational | null;
  readonly lowOpen: boolean;
  readonly high: Rational | null;
  readonly highOpen: boolean;
}

/** A set of numbers: intervals from the lowest up that do not touch one another. */
export type NumberSet = readonly Interval[];

/** All numbers. */
export const everything: NumberSet = [{ low: null, lowOpen: true, high: null, highOpen: true }];

/** The numbers from `low` to `high`, both included; null is without end. */
export function between(low: Rational | null, high: Rational | null): NumberSet {
  return kept([{ low, lowOpen: low === null, high, highOpen: high === null }]);
}

/** The numbers that stand in a relation to a bound. */
export function satisfying(relation: Relation, bound: Rational): NumberSet {
  const below = (highOpen: boolean): Interval => ({ low: null, lowOpen: true, high: bound, highOpen });
  const above = (lowOpen: boolean): Interval => ({ low: bound, lowOpen, high: null, highOpen: true });
  switch (relation) {
    case '<':
      return [below(true)];
    case '<=':
      return [below(false)];
    case '>':
      return [above(true)];
    case '>=':
      return [above(false)];
    case '=':
      return [{ low: bound, lowOpen: false, high: bound, highOpen: false }];
    case '!=':
      return [below(true), above(true)];
  }
}

/** The numbers in both. */
export function intersect(left: NumberSet, right: NumberSet): NumberSet {
  return kept(left.flatMap((a) => right.map((b) => overlap(a, b))));
}

/** The numbers not in the set. */
export function complement(set: NumberSet): NumberSet {
  let rest = everything;
  for (const { low, lowOpen, high, highOpen } of set) {
    const outside: Interval[] = [];
    if (low !== null) outside.push({ low: null, lowOpen: true, high: low, highOpen: !lowOpen });
    if (high !== null) outside.push({ low: high, lowOpen: !highOpen, high: null, highOpen: true });
    rest = intersect(rest, outside);
  }
  return rest;
}

/** The numbers in the first and not in the second. */
export function without(left: NumberSet, right: NumberSet): NumberSet {
  return intersect(left, complement(right));
}

/** The numbers in either. */
export function unite(left: NumberSet, right: NumberSet): NumberSet {
  return complement(intersect(complement(left), complement(right)));
}

/**
 * The set as far as a value that moves in steps can be in it: ends on multiples of the step, both included; what holds no
 * multiple is left out. A null step leaves the set as it is.
 */
export function onSteps(set: NumberSet, step: Rational | null): NumberSet {
  if (step === null) return set;
  return kept(
    set.map(({ low, lowOpen, high, highOpen }) => ({
      low: low === null ? null : multiply(rational(firstFrom(divide(low, step), lowOpen)), step),
      lowOpen: low === null,
      high: high === null ? null : multiply(rational(lastTo(divide(high, step), highOpen)), step),
      highOpen: high === null,
    })),
  );
}

/** A number in the set that is easy to read: an end that belongs to it, else one inside. Null for the empty set. */
export function exampleIn(set: NumberSet): Rational | null {
  const [first] = set;
  if (first === undefined) return null;
  const { low, lowOpen, high, highOpen } = first;
  if (low !== null && !lowOpen) return low;
  if (high !== null && !highOpen) return high;
  if (low !== null && high !== null) return divide(add(low, high), rational(2n));
  if (low !== null) return add(low, rational(1n));
  return high === null ? rational(0n) : subtract(high, rational(1n));
}

function firstFrom(value: Rational, open: boolean): bigint {
  return open ? floor(value) + 1n : ceiling(value);
}

function lastTo(value: Rational, open: boolean): bigint {
  return open ? ceiling(value) - 1n : floor(value);
}

function overlap(a: Interval, b: Interval): Interval {
  const [low, lowOpen] = tighter(a.low, a.lowOpen, b.low, b.lowOpen, 1);
  const [high, highOpen] = tighter(a.high, a.highOpen, b.high, b.highOpen, -1);
  return { low, lowOpen, high, highOpen };
}

/** Of two lower ends (sign 1) the higher, of two upper ends (sign -1) the lower; open if one of two equal ones is. */
function tighter(
  a: Rational | null,
  aOpen: boolean,
  b: Rational | null,
  bOpen: boolean,
  sign: 1 | -1,
): [Rational | null, boolean] {
  if (a === null) return [b, bOpen];
  if (b === null) return [a, aOpen];
  const order = compare(a, b) * sign;
  if (order === 0) return [a, aOpen || bOpen];
  return order > 0 ? [a, aOpen] : [b, bOpen];
}

/** Without the empty ones, from the lowest up. */
function kept(intervals: readonly Interval[]): NumberSet {
  return intervals
    .filter(({ low, lowOpen, high, highOpen }) => {
      if (low === null || high === null) return true;
      const order = compare(low, high);
      return order < 0 || (order === 0 && !lowOpen && !highOpen);
    })
    .toSorted((a, b) => (a.low === null ? -1 : b.low === null ? 1 : compare(a.low, b.low)));
}

/** The smallest single interval around a set. */
export function hull(set: NumberSet): NumberSet {
  const [first] = set;
  const last = set.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ low: first.low, lowOpen: first.lowOpen, high: last.high, highOpen: last.highOpen }];
}
