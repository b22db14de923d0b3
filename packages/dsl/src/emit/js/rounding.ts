/**
 * Rounding of `numerator ÷ denominator` in integers.
 *
 * With plain numbers it rests on this: for integers 0 ≤ a < 2^53 and b ≥ 1, `Math.floor(a / b)` is the exact floor. Let
 * q be that floor and a = qb + r with r < b. The quotient lies below q + 1 by (b − r) / b, which relative to q + 1 is
 * (b − r) / (a + b − r) ≥ 1 / (a + 1) ≥ 2^-53. The division rounds to the nearest number, and the numbers next below
 * q + 1 lie closer together than 2^-52 of it, so rounding moves the quotient by less than 2^-53 of q + 1: it never gets
 * there. And it never falls below q, because q itself is a number and rounding is monotone. `Math.ceil` likewise.
 */
import { multiply, rational, round, type RoundingMode } from '@assess/runtime';
import { atom, type Code, enclose, integerLiteral, strength } from './code.ts';
import { type IntegerRange, magnitude, multiplyRanges, roundInterval } from './interval.ts';
import { constant, convert, factorRange, knownValue, type NumberValue, productCode, safe, settle } from './value.ts';

/** The value to a number of decimals. One that never has more is left alone. */
export function roundedTo(value: NumberValue, decimals: number, mode: RoundingMode): NumberValue {
  const known = knownValue(value);
  if (known !== null) return constant(round(known, decimals, mode));
  const scale = 10n ** BigInt(decimals);
  const steps = multiply(value.ratio, rational(scale));
  if (steps.denominator === 1n && value.factors.length === 0) return value;
  // Every mode treats both signs alike, so the sign goes outside.
  const downwards = value.range.high <= 0n;
  const outside = steps.numerator < 0n !== downwards ? -1n : 1n;
  const inside = (steps.numerator < 0n ? -steps.numerator : steps.numerator) * (downwards ? -1n : 1n);
  const fraction = fractionOf(value, inside, steps.denominator);
  const bounds = roundInterval(value.bounds, decimals, mode);
  const ends = [bounds.low, bounds.high].map((end) => (outside * end.numerator * scale) / end.denominator);
  const [low = 0n, high = 0n] = outside < 0n ? ends.toReversed() : ends;
  const big = !fraction.plain;
  return settle({
    ratio: rational(outside, scale),
    base: big ? bigCode[mode](fraction) : plainCode[mode](fraction),
    range: { low, high },
    big,
    factors: [],
    bounds,
  });
}

/** What is rounded: `multiplier × base` over `divisor × factors`. */
interface Fraction {
  readonly value: NumberValue;
  readonly multiplier: bigint;
  readonly divisor: bigint;
  readonly range: IntegerRange;
  /** Whether twice the numerator and the denominator together stay safe. */
  readonly plain: boolean;
}

function fractionOf(value: NumberValue, multiplier: bigint, divisor: bigint): Fraction {
  const range = multiplyRanges(value.range, { low: multiplier, high: multiplier });
  const below = divisor * factorRange(value.factors).high;
  const plain = !value.big && value.factors.every((each) => !each.big) && 2n * (magnitude(range) + below) <= safe;
  return { value, multiplier, divisor, range, plain };
}

const plainCode: Record<RoundingMode, (fraction: Fraction) => Code> = {
  'half-up': (fraction) => (fraction.range.low < 0n ? called('halfUp', fraction) : halfUp(fraction)),
  'half-even': (fraction) => called('halfEven', fraction),
  down: (fraction) => divided(fraction.range.low < 0n ? 'trunc' : 'floor', ...sidesOf(fraction)),
  up: (fraction) =>
    fraction.range.low < 0n ? called('awayFromZero', fraction) : divided('ceil', ...sidesOf(fraction)),
};

const bigCode: Record<RoundingMode, (fraction: Fraction) => Code> = {
  'half-up': (fraction) => called('halfUpBig', fraction),
  'half-even': (fraction) => called('halfEvenBig', fraction),
  down(fraction) {
    const text = sidesOf(fraction).map((side) => enclose(side, strength.prefix));
    // The division of BigInts cuts, so it must not become part of a longer product.
    return { text: text.join(' / '), binds: strength.sum };
  },
  up: (fraction) => called('awayFromZeroBig', fraction),
};

/**
 * Of what is not negative: half the denominator is added before the division. Where the half is no whole number, above
 * and below are doubled, or the half is cut: a tie needs an even denominator, so a known odd one loses nothing by it.
 */
function halfUp({ value, multiplier, divisor }: Fraction): Code {
  const times = divisor % 2n === 1n && value.factors.length > 0 ? 2n : 1n;
  const above = productCode(times * multiplier, value.base, [], false);
  const half = productCode((times * divisor) / 2n, integerLiteral(1n, false), value.factors, false);
  const sum = { text: `${enclose(above, strength.sum)} + ${half.text}`, binds: strength.sum };
  return divided('floor', sum, productCode(times * divisor, integerLiteral(1n, false), value.factors, false));
}

function divided(by: 'floor' | 'ceil' | 'trunc', above: Code, below: Code): Code {
  return atom(`Math.${by}(${enclose(above, strength.product)} / ${enclose(below, strength.prefix)})`);
}

/** A call of a function of the prelude. */
function called(name: string, fraction: Fraction): Code {
  return atom(
    `${name}(${sidesOf(fraction)
      .map((side) => side.text)
      .join(', ')})`,
  );
}

/** Numerator and denominator. */
function sidesOf({ value, multiplier, divisor, plain }: Fraction): [Code, Code] {
  const base = convert(value.base, value.big, !plain);
  return [
    productCode(multiplier, base, [], !plain),
    productCode(divisor, integerLiteral(1n, !plain), value.factors, !plain),
  ];
}
