/**
 * Exact arithmetic on rationals. Every function takes any `Rational` with a positive denominator; results are in lowest
 * terms whenever the arguments are, so `normalise` values that come from outside (generated modules) once, on entry.
 */
import type { Rational } from '../evaluator.ts';

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

/** The rational `numerator / denominator` in lowest terms. Throws a RangeError when the denominator is zero. */
export function rational(numerator: bigint, denominator: bigint = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new RangeError('the denominator of a rational is zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = sign * greatestCommonDivisor(magnitude(numerator), sign * denominator);
  if (divisor === 1n) return { numerator, denominator };
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The same value in lowest terms. */
export function normalise(value: Rational): Rational {
  return value.denominator === 1n ? value : rational(value.numerator, value.denominator);
}

export function add(left: Rational, right: Rational): Rational {
  if (left.denominator === right.denominator) {
    return rational(left.numerator + right.numerator, left.denominator);
  }
  return rational(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function subtract(left: Rational, right: Rational): Rational {
  return add(left, negate(right));
}

export function multiply(left: Rational, right: Rational): Rational {
  return rational(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws a RangeError when `right` is zero: callers guard every divisor, so that is a bug of ours and not of a policy. */
export function divide(left: Rational, right: Rational): Rational {
  return rational(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function negate(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function absolute(value: Rational): Rational {
  return value.numerator < 0n ? negate(value) : value;
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compare(left: Rational, right: Rational): -1 | 0 | 1 {
  const [a, b] =
    left.denominator === right.denominator
      ? [left.numerator, right.numerator]
      : [left.numerator * right.denominator, right.numerator * left.denominator];
  return a < b ? -1 : a > b ? 1 : 0;
}

export function equal(left: Rational, right: Rational): boolean {
  return compare(left, right) === 0;
}

export function isZero(value: Rational): boolean {
  return value.numerator === 0n;
}

export function isNegative(value: Rational): boolean {
  return value.numerator < 0n;
}

/** Whether the value is a whole number. */
export function isInteger(value: Rational): boolean {
  return value.numerator % value.denominator === 0n;
}

/** The smallest of at least one value. */
export function least(first: Rational, ...others: readonly Rational[]): Rational {
  return others.reduce((smallest, each) => (compare(each, smallest) < 0 ? each : smallest), first);
}

/** The greatest of at least one value. */
export function greatest(first: Rational, ...others: readonly Rational[]): Rational {
  return others.reduce((largest, each) => (compare(each, largest) > 0 ? each : largest), first);
}

/** The sum of any number of values; zero for none. */
export function sum(values: Iterable<Rational>): Rational {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
}

/** The greatest whole number that is not above the value. */
export function floor(value: Rational): bigint {
  const quotient = value.numerator / value.denominator;
  return value.numerator < 0n && quotient * value.denominator !== value.numerator ? quotient - 1n : quotient;
}

/** The smallest whole number that is not below the value. */
export function ceiling(value: Rational): bigint {
  return -floor(negate(value));
}

/** The value as a JavaScript number, for indices and counts. Throws a RangeError unless it is a whole number that fits. */
export function toInteger(value: Rational): number {
  const number = Number(value.numerator / value.denominator);
  if (!isInteger(value) || !Number.isSafeInteger(number)) {
    throw new RangeError(`${value.numerator}/${value.denominator} is not a safe whole number`);
  }
  return number;
}

/** Of two values that are not negative. Euclid on BigInt is slow, so it moves to numbers as soon as both fit. */
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  while (right > maximumSafe) [left, right] = [right, left % right];
  if (right === 0n) return left;
  // One step more brings the left side below the right one, which fits.
  let [a, b] = [Number(right), Number(left % right)];
  while (b !== 0) [a, b] = [b, a % b];
  return BigInt(a);
}

const maximumSafe = BigInt(Number.MAX_SAFE_INTEGER);

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
