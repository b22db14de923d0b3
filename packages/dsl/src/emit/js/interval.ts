/** Exact intervals: what proves that plain numbers are enough. */
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  greatest,
  least,
  multiply,
  round,
  type Rational,
  type RoundingMode,
} from '@assess/runtime';

/** Both ends included. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/** Whole numbers, both ends included. */
export interface IntegerRange {
  readonly low: bigint;
  readonly high: bigint;
}

export function point(value: Rational): Interval {
  return { low: value, high: value };
}

export function addIntervals(intervals: readonly Interval[]): Interval {
  return intervals.reduce((total, each) => ({ low: add(total.low, each.low), high: add(total.high, each.high) }));
}

export function multiplyIntervals(left: Interval, right: Interval): Interval {
  return span([
    multiply(left.low, right.low),
    multiply(left.low, right.high),
    multiply(left.high, right.low),
    multiply(left.high, right.high),
  ]);
}

/** By a divisor that does not contain zero. */
export function divideIntervals(left: Interval, right: Interval): Interval {
  return span([
    divide(left.low, right.low),
    divide(left.low, right.high),
    divide(left.high, right.low),
    divide(left.high, right.high),
  ]);
}

/** The smallest interval around all. */
export function hull(intervals: readonly Interval[]): Interval {
  return span(intervals.flatMap(({ low, high }) => [low, high]));
}

/** Rounding is monotone, so the ends decide. */
export function roundInterval(interval: Interval, decimals: number, mode: RoundingMode): Interval {
  return { low: round(interval.low, decimals, mode), high: round(interval.high, decimals, mode) };
}

/** The common part. The two must overlap: both describe the same quantity. */
export function intersect(left: Interval, right: Interval): Interval {
  return {
    low: compare(left.low, right.low) < 0 ? right.low : left.low,
    high: compare(left.high, right.high) > 0 ? right.high : left.high,
  };
}

/** The whole numbers inside an interval. */
export function integersWithin(interval: Interval): IntegerRange {
  return { low: ceiling(interval.low), high: floor(interval.high) };
}

/** The range of the product of two integers from these ranges. */
export function multiplyRanges(left: IntegerRange, right: IntegerRange): IntegerRange {
  const ends = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high];
  return uniteRanges(ends.map((end) => ({ low: end, high: end })));
}

/** The smallest range around at least one. */
export function uniteRanges(ranges: readonly IntegerRange[]): IntegerRange {
  return ranges.reduce((all, each) => ({
    low: each.low < all.low ? each.low : all.low,
    high: each.high > all.high ? each.high : all.high,
  }));
}

/** The greatest magnitude in the range. */
export function magnitude(range: IntegerRange): bigint {
  const low = range.low < 0n ? -range.low : range.low;
  const high = range.high < 0n ? -range.high : range.high;
  return low > high ? low : high;
}

function span(values: readonly Rational[]): Interval {
  const [first, ...rest] = values;
  if (first === undefined) throw new RangeError('an interval needs at least one value');
  return { low: least(first, ...rest), high: greatest(first, ...rest) };
}
