/** Several numbers over one common denominator: the ground of sums, comparisons, least and greatest. */
import { absolute, one, rational, type Rational } from '@assess/runtime';
import { type Code } from './code.ts';
import { type IntegerRange, magnitude, multiplyRanges } from './interval.ts';
import { convert, type Factor, factorRange, knownValue, type NumberValue, productCode, safe } from './value.ts';

/** Each value is `unit × term ÷ (product of the factors)`; every term is an integer and the unit is positive. */
export interface Common {
  readonly unit: Rational;
  readonly factors: readonly Factor[];
  readonly terms: readonly Term[];
}

export interface Term {
  readonly value: NumberValue;
  readonly range: IntegerRange;
  /** Whether numbers are enough for the term itself, and nothing in it is a BigInt already. */
  readonly plain: boolean;
  code(big: boolean): Code;
}

/** At least one value. */
export function overCommonDenominator(values: readonly NumberValue[]): Common {
  const factors = values.reduce<readonly Factor[]>((union, { factors }) => unionOf(union, factors), []);
  const ratios = values.filter((each) => knownValue(each)?.numerator !== 0n).map((each) => each.ratio);
  const unit = ratios.length === 0 ? one : ratios.map(absolute).reduce(commonUnit);
  return { unit, factors, terms: values.map((value) => termOf(value, unit, factors)) };
}

/** Whether all terms can be numbers side by side. */
export function allPlain(common: Common): boolean {
  return common.terms.every((term) => term.plain);
}

function termOf(value: NumberValue, unit: Rational, factors: readonly Factor[]): Term {
  const multiplier = (value.ratio.numerator * unit.denominator) / (value.ratio.denominator * unit.numerator);
  const missing = without(factors, value.factors);
  const below = factorRange(missing);
  const range = multiplyRanges(multiplyRanges(value.range, below), { low: multiplier, high: multiplier });
  return {
    value,
    range,
    plain: !value.big && missing.every((each) => !each.big) && magnitude(range) <= safe && below.high <= safe,
    code: (big) => productCode(multiplier, convert(value.base, value.big, big), missing, big),
  };
}

/** The largest rational of which both (positive) are whole multiples. */
function commonUnit(left: Rational, right: Rational): Rational {
  return rational(
    greatestCommonDivisor(left.numerator * right.denominator, right.numerator * left.denominator),
    left.denominator * right.denominator,
  );
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** As multisets: each name as often as in the side that has it more often. */
function unionOf(left: readonly Factor[], right: readonly Factor[]): readonly Factor[] {
  return [...left, ...without(right, left)];
}

/** The factors of `all` that are not used up by `some`, each name as often as it stands there. */
export function without(all: readonly Factor[], some: readonly Factor[]): readonly Factor[] {
  const left = some.map((each) => each.name);
  return all.filter(({ name }) => {
    const index = left.indexOf(name);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
