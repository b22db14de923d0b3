/** Numbers between text and exact value. Nothing here passes through a binary float. */
import type { Rational } from '../evaluator.ts';
import { normalise, rational } from './rational.ts';
import { round } from './round.ts';

/** Longer texts are not numbers to us: no figure needs them, and reading a megabyte of digits takes minutes. */
const longestText = 4000;

/** The exact value of a decimal text such as `12`, `-0.50` or `+3.`, or null if it is not one. No exponent, no blanks. */
export function parseDecimal(text: string): Rational | null {
  const [, sign = '', whole = '', decimals = ''] = matchShort(/^([+-]?)(\d*)(?:\.(\d*))?$/, text);
  const digits = whole + decimals;
  if (digits === '') return null;
  const magnitude = BigInt(digits);
  return rational(sign === '-' ? -magnitude : magnitude, 10n ** BigInt(decimals.length));
}

/** The exact value of a decimal text or of a fraction such as `1/3`, or null if it is neither. */
export function parseRational(text: string): Rational | null {
  const slash = text.indexOf('/');
  if (slash === -1) return parseDecimal(text);
  const [, numerator = '', denominator = ''] = matchShort(/^([+-]?\d+)\/(\d+)$/, text);
  if (denominator === '' || BigInt(denominator) === 0n) return null;
  return rational(BigInt(numerator), BigInt(denominator));
}

/** The decimal that a JavaScript number prints as (0.1 is exactly one tenth), or null for NaN and the infinities. */
export function fromNumber(value: number): Rational | null {
  if (Number.isSafeInteger(value)) return rational(BigInt(value));
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const decimal = parseDecimal(mantissa);
  if (decimal === null) return null;
  const shift = Number(exponent);
  return shift < 0
    ? rational(decimal.numerator, decimal.denominator * 10n ** BigInt(-shift))
    : rational(decimal.numerator * 10n ** BigInt(shift), decimal.denominator);
}

/** The exact value as text that `parseRational` reads back: `12.5` where the decimal terminates, else `1/3`. */
export function formatExact(value: Rational): string {
  return formatSmall(value) ?? formatLarge(value);
}

/** Figures up to this, with up to six decimals, are whole numbers that JavaScript holds exactly. */
const small = 9e9;

/** The same with JavaScript's numbers, many times as fast; null for values that need more digits. */
function formatSmall(value: Rational): string | null {
  const denominator = Number(value.denominator);
  let scaled = Number(value.numerator);
  if (Math.abs(scaled) > small || denominator > small) return null;
  for (let decimals = 0; decimals <= 6; decimals++, scaled *= 10) {
    if (scaled % denominator === 0) return withPoint(BigInt(scaled / denominator), decimals);
  }
  return null;
}

function formatLarge(value: Rational): string {
  const lowest = normalise(value);
  const decimals = terminatingDecimals(lowest.denominator);
  return decimals === null ? `${lowest.numerator}/${lowest.denominator}` : fixed(lowest, decimals);
}

/**
 * The value for a reader: exact where the decimal terminates within `decimals` digits, else cut there and marked with an
 * ellipsis (`0.3333…`).
 */
export function formatShort(value: Rational, decimals = 4): string {
  const lowest = normalise(value);
  const needed = terminatingDecimals(lowest.denominator);
  if (needed !== null && needed <= decimals) return fixed(lowest, needed);
  const sign = lowest.numerator < 0n ? '-' : '';
  const magnitude = { numerator: sign === '' ? lowest.numerator : -lowest.numerator, denominator: lowest.denominator };
  return `${sign}${fixed(round(magnitude, decimals, 'down'), decimals)}…`;
}

/** The value with exactly `decimals` digits after the point, rounded half up if it has more. */
export function formatDecimal(value: Rational, decimals: number): string {
  return fixed(round(value, decimals, 'half-up'), decimals);
}

/** How many decimals a value with this denominator (in lowest terms) needs, or null if no number of decimals is enough. */
export function terminatingDecimals(denominator: bigint): number | null {
  if (denominator === 1n) return 0;
  const [twos, withoutTwos] = strip(denominator, 2n);
  const [fives, rest] = strip(withoutTwos, 5n);
  return rest === 1n ? Math.max(twos, fives) : null;
}

function strip(value: bigint, factor: bigint): [times: number, rest: bigint] {
  let times = 0;
  for (; value % factor === 0n; value /= factor) times += 1;
  return [times, value];
}

/** Digits of a value that has no more than `decimals` of them after the point. */
function fixed(value: Rational, decimals: number): string {
  return withPoint((value.numerator * powerOfTen(decimals)) / value.denominator, decimals);
}

function withPoint(scaled: bigint, decimals: number): string {
  const sign = scaled < 0n ? '-' : '';
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The powers that figures need, since working one out takes longer than what is done with it. */
const powersOfTen = Array.from({ length: 20 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent);
}

function matchShort(pattern: RegExp, text: string): readonly string[] {
  return text.length > longestText ? [] : (pattern.exec(text) ?? []);
}
