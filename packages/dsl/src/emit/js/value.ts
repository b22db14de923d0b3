/**
 * What the emitter knows about a number while it writes code for it. Every number is
 *
 *     ratio × base ÷ (product of the factors)
 *
 * where `ratio` is known now, `base` is JavaScript that computes an integer, and the factors are names of positive integers.
 * So decimals become integers over a static scale, a quotient by an input stays a pair of integers until it is rounded, and a
 * product with a figure of the policy costs nothing at all.
 */
import { compare, multiply, one, rational, zero, type Rational } from '@assess/runtime';
import { type Code, enclose, integerLiteral, strength } from './code.ts';
import {
  divideIntervals,
  type IntegerRange,
  integersWithin,
  type Interval,
  intersect,
  magnitude,
  point,
} from './interval.ts';
import type { Writer } from './writer.ts';

export interface NumberValue {
  /** Never zero. */
  readonly ratio: Rational;
  readonly base: Code;
  readonly range: IntegerRange;
  /** Whether the base is a BigInt. */
  readonly big: boolean;
  readonly factors: readonly Factor[];
  /** Of the value itself. */
  readonly bounds: Interval;
}

/** A positive integer under a name, by which a value is divided. */
export interface Factor {
  readonly name: string;
  /** `low` is at least 1. */
  readonly range: IntegerRange;
  readonly big: boolean;
  /** Whether the name is positive wherever it can be used, and not only under the condition of an `if` around here. */
  readonly always: boolean;
  /** The block that binds the name; null for the names of the whole function. */
  readonly scope: Writer | null;
}

/**
 * The range of a factor that ends here has no end. It is far beyond whatever plain numbers hold, so what is divided by such a factor
 * always computes with BigInt; nothing is concluded from the range itself.
 */
export const unboundedFactor = 1n << 1024n;

/** Integers up to here, and every sum and product that stays within, are exact in a JavaScript number. */
export const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** A figure that is known now. */
export function constant(value: Rational): NumberValue {
  const nothing = value.numerator === 0n;
  const base = nothing ? 0n : 1n;
  return {
    ratio: nothing ? one : value,
    base: integerLiteral(base, false),
    range: { low: base, high: base },
    big: false,
    factors: [],
    bounds: point(value),
  };
}

/** The figure if it is known now. */
export function knownValue(value: NumberValue): Rational | null {
  return compare(value.bounds.low, value.bounds.high) === 0 ? value.bounds.low : null;
}

/** Makes a value as narrow as its parts allow; one whose bounds meet becomes a constant. */
export function narrow(value: NumberValue): NumberValue {
  const divisor = factorRange(value.factors);
  const divisors: Interval = { low: rational(divisor.low), high: rational(divisor.high) };
  const bases: Interval = { low: rational(value.range.low), high: rational(value.range.high) };
  const bounds = intersect(value.bounds, scaled(divideIntervals(bases, divisors), value.ratio));
  if (compare(bounds.low, bounds.high) >= 0) return constant(bounds.low);
  if (divisor.high >= unboundedFactor) return { ...value, bounds };
  // value × divisor ÷ ratio, again from both ends.
  const byBounds = scaled(productOfEnds(bounds, divisors), rational(value.ratio.denominator, value.ratio.numerator));
  return { ...value, bounds, range: integersWithin(intersect(bases, byBounds)) };
}

/** `narrow`, and back from BigInt to a number where the result proves to fit. */
export function settle(value: NumberValue): NumberValue {
  const narrowed = narrow(value);
  if (!narrowed.big || magnitude(narrowed.range) > safe) return narrowed;
  return { ...narrowed, base: convert(narrowed.base, true, false), big: false };
}

/** The value times a figure of the policy. */
export function scale(value: NumberValue, by: Rational): NumberValue {
  const known = knownValue(value);
  if (known !== null || by.numerator === 0n) return constant(multiply(known ?? zero, by));
  return { ...value, ratio: multiply(value.ratio, by), bounds: scaled(value.bounds, by) };
}

/** The range of the product of all factors. */
export function factorRange(factors: readonly Factor[]): IntegerRange {
  return factors.reduce((range, each) => ({ low: range.low * each.range.low, high: range.high * each.range.high }), {
    low: 1n,
    high: 1n,
  });
}

/** An integer code as a number or a BigInt; from a BigInt to a number only where the range is safe. */
export function convert(code: Code, from: boolean, to: boolean): Code {
  if (from === to) return code;
  if (/^-?\d+n?$/.test(code.text)) return integerLiteral(BigInt(code.text.replace('n', '')), to);
  return { text: `${to ? 'BigInt' : 'Number'}(${code.text})`, binds: strength.atom };
}

/** The product of an integer, a code and names, without ones. */
export function productCode(multiplier: bigint, code: Code, factors: readonly Factor[], big: boolean): Code {
  const parts = [code, ...factors.map((each) => convert(nameOf(each), each.big, big))].filter(
    ({ text }) => text !== '1' && text !== '1n',
  );
  if (parts.some(({ text }) => text === '0' || text === '0n')) return integerLiteral(0n, big);
  const sign = multiplier < 0n ? '-' : '';
  const figure = multiplier < 0n ? -multiplier : multiplier;
  if (parts.length === 0) return integerLiteral(multiplier, big);
  const shown = figure === 1n ? parts : [integerLiteral(figure, big), ...parts];
  if (shown.length === 1 && sign === '') return shown[0] ?? code;
  const text = shown.map((each) => enclose(each, strength.product)).join(' * ');
  // A minus binds more strongly than the product behind it, which changes nothing; before a sum there are brackets.
  const negated = shown.length === 1 ? `-${enclose(shown[0] ?? code, strength.atom)}` : `-${text}`;
  return { text: sign === '' ? text : negated, binds: shown.length === 1 ? strength.prefix : strength.product };
}

function nameOf(factor: Factor): Code {
  return { text: factor.name, binds: strength.atom };
}

function scaled(interval: Interval, by: Rational): Interval {
  const [low, high] = [multiply(interval.low, by), multiply(interval.high, by)];
  return by.numerator < 0n ? { low: high, high: low } : { low, high };
}

/** Of an interval and a positive one. */
function productOfEnds(left: Interval, positive: Interval): Interval {
  return {
    low: multiply(left.low, left.low.numerator < 0n ? positive.high : positive.low),
    high: multiply(left.high, left.high.numerator < 0n ? positive.low : positive.high),
  };
}
