import { multiply, rational, zero } from '@assess/runtime';
import { atom, choice, strength, textLiteral } from './code.ts';
import { allPlain, overCommonDenominator } from './common-denominator.ts';
import { hull, magnitude, point, uniteRanges } from './interval.ts';
import { constant, type NumberValue, safe, settle } from './value.ts';

/** One list of events in a group that counts the highest per key. */
export interface EventList {
  readonly input: number;
  /** The most events that a record can have there. */
  readonly most: number;
  readonly points: NumberValue;
}

/**
 * A call of the prelude's `highestPerKey`, with the points of every list over one denominator. Most records have no event in
 * any of the lists, and then nothing is called.
 */
export function highestPerKey(lists: readonly EventList[], key: readonly string[]): NumberValue {
  const most = lists.reduce((total, list) => total + BigInt(list.most), 0n);
  if (most === 0n) return constant(zero);
  // Without a key all events are one group.
  const groups = key.length === 0 ? 1n : most;
  const common = overCommonDenominator(lists.map((list) => list.points));
  const each = uniteRanges(common.terms.map((term) => term.range));
  const range = {
    low: each.low < 0n ? each.low * groups : 0n,
    high: each.high > 0n ? each.high * groups : 0n,
  };
  const points = hull([point(zero), ...lists.map((list) => list.points.bounds)]);
  const times = rational(groups);
  const big = !allPlain(common) || magnitude(range) > safe;
  const entries = common.terms.map((term, index) => `[e${lists[index]?.input}, ${term.code(big).text}]`);
  const fields = key.map(textLiteral).join(', ');
  const nothing = big ? '0n' : '0';
  const count = lists.map(({ input }) => `e${input}.length`).join(' + ');
  const call = `highestPerKey([${entries.join(', ')}], [${fields}], ${nothing})`;
  return settle({
    ratio: common.unit,
    base: choice({ text: `${count} === 0`, binds: strength.equality }, atom(nothing), atom(call)),
    range,
    big,
    factors: common.factors,
    bounds: { low: multiply(points.low, times), high: multiply(points.high, times) },
  });
}
