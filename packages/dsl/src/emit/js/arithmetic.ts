/** Sums, products and quotients. */
import { add, divide, multiply, rational, type Rational, zero } from '@assess/runtime';
import { type Code, enclose, strength } from './code.ts';
import { allPlain, type Common, overCommonDenominator, without } from './common-denominator.ts';
import {
  addIntervals,
  divideIntervals,
  hull,
  intersect,
  type Interval,
  magnitude,
  multiplyIntervals,
  multiplyRanges,
} from './interval.ts';
import {
  constant,
  convert,
  type Factor,
  factorRange,
  knownValue,
  type NumberValue,
  productCode,
  safe,
  scale,
  settle,
} from './value.ts';
import type { Writer } from './writer.ts';

/** The sum of any number of values. */
export function sumOf(values: readonly NumberValue[]): NumberValue {
  const known = values.reduce<Rational>((total, each) => add(total, knownValue(each) ?? zero), zero);
  const unknown = values.filter((each) => knownValue(each) === null);
  const operands = known.numerator === 0n ? unknown : [...unknown, constant(known)];
  const [first, ...rest] = operands;
  if (first === undefined || rest.length === 0) return first ?? constant(known);
  const common = overCommonDenominator(operands);
  // Every partial sum must be exact, so what is bounded is the sum of the magnitudes.
  const greatest = common.terms.reduce((total, term) => total + magnitude(term.range), 0n);
  const big = !allPlain(common) || greatest > safe;
  return settle({
    ratio: common.unit,
    base: sumCode(common, big),
    range: {
      low: common.terms.reduce((total, term) => total + term.range.low, 0n),
      high: common.terms.reduce((total, term) => total + term.range.high, 0n),
    },
    big,
    factors: common.factors,
    bounds: addIntervals(operands.map((each) => each.bounds)),
  });
}

/** The terms with their signs between them, beginning with one that has no minus if there is one. */
function sumCode({ terms }: Common, big: boolean): Code {
  const parts = terms.map((term) => {
    const code = term.code(big);
    // The minus of a product; that of a sum is of its first operand only.
    const minus = code.text.startsWith('-') && code.binds >= strength.product;
    const unsigned = minus ? { ...code, text: code.text.slice(1) } : code;
    return { minus, text: enclose(unsigned, minus ? strength.product : strength.sum) };
  });
  const ordered = [...parts.filter((part) => !part.minus), ...parts.filter((part) => part.minus)];
  const text = ordered.map((part, index) => {
    if (index === 0) return part.minus ? `-${part.text}` : part.text;
    return ` ${part.minus ? '-' : '+'} ${part.text}`;
  });
  return { text: text.join(''), binds: strength.sum };
}

/** The product of any number of values. */
export function productOf(values: readonly NumberValue[]): NumberValue {
  return values.reduce(productOfTwo, constant(rational(1n)));
}

function productOfTwo(left: NumberValue, right: NumberValue): NumberValue {
  const knownLeft = knownValue(left);
  if (knownLeft !== null) return scale(right, knownLeft);
  const knownRight = knownValue(right);
  if (knownRight !== null) return scale(left, knownRight);
  const range = multiplyRanges(left.range, right.range);
  const big = left.big || right.big || magnitude(range) > safe;
  const first = enclose(convert(left.base, left.big, big), strength.product);
  const second = enclose(convert(right.base, right.big, big), strength.prefix);
  return settle({
    ratio: multiply(left.ratio, right.ratio),
    base: { text: `${first} * ${second}`, binds: strength.product },
    range,
    big,
    factors: [...left.factors, ...right.factors],
    bounds: multiplyIntervals(left.bounds, right.bounds),
  });
}

/**
 * A division is not carried out: the integer that is divided by joins the factors below. The divisor is not zero wherever
 * this code runs.
 */
export function quotientOf(dividend: NumberValue, divisor: NumberValue, writer: Writer): NumberValue {
  const known = knownValue(divisor);
  if (known !== null) return scale(dividend, divide(rational(1n), known));
  if (divisor.range.low >= 0n) return quotientByPositive(dividend, divisor, writer);
  if (divisor.range.high <= 0n) return quotientByPositive(dividend, withOtherSign(divisor), writer);
  // Of either sign: the sign goes above, the magnitude below.
  const zeroText = divisor.big ? '0n' : '0';
  const base = writer.bind(divisor.base).text;
  const upper = writer.bind(dividend.base).text;
  const condition = `${base} < ${zeroText}`;
  const limit = magnitude(divisor.range);
  const above = magnitude(dividend.range);
  return quotientByPositive(
    {
      ...dividend,
      base: { text: `${condition} ? -${upper} : ${upper}`, binds: strength.choice },
      range: { low: -above, high: above },
      bounds: hull([dividend.bounds, scale(dividend, rational(-1n)).bounds]),
    },
    {
      ...divisor,
      base: { text: `${condition} ? -${base} : ${base}`, binds: strength.choice },
      range: { low: 0n, high: limit },
      bounds: hull([divisor.bounds, scale(divisor, rational(-1n)).bounds]),
    },
    writer,
  );
}

/** By a divisor whose base is not negative. */
function quotientByPositive(dividend: NumberValue, divisor: NumberValue, writer: Writer): NumberValue {
  const name = writer.bind(divisor.base).text;
  const least = divisor.range.low > 0n ? divisor.range.low : 1n;
  const below: Factor = {
    name,
    range: { low: least, high: divisor.range.high },
    big: divisor.big,
    always: divisor.range.low > 0n,
    scope: writer.scopeOf(name),
  };
  // Factors of both sides cancel; those of the divisor alone come up.
  const raised = without(divisor.factors, dividend.factors);
  const range = multiplyRanges(dividend.range, factorRange(raised));
  const big =
    dividend.big || raised.some((each) => each.big) || magnitude(range) > safe || factorRange(raised).high > safe;
  return settle({
    ratio: divide(dividend.ratio, divisor.ratio),
    base: productCode(1n, convert(dividend.base, dividend.big, big), raised, big),
    range,
    big,
    factors: [...without(dividend.factors, divisor.factors), below],
    bounds: divideIntervals(dividend.bounds, boundsWithoutZero(divisor, below)),
  });
}

/** What a divisor can be where it is not zero: its base is then at least 1. */
function boundsWithoutZero(divisor: NumberValue, below: Factor): Interval {
  const { low, high } = factorRange(divisor.factors);
  const ends = [rational(below.range.low, high), rational(below.range.high, low)].map((end) =>
    multiply(end, divisor.ratio),
  );
  return intersect(hull(ends.map((end) => ({ low: end, high: end }))), divisor.bounds);
}

/** The same value, with a base of the other sign. */
function withOtherSign(value: NumberValue): NumberValue {
  return {
    ...value,
    ratio: multiply(value.ratio, rational(-1n)),
    base: productCode(-1n, value.base, [], value.big),
    range: { low: -value.range.high, high: -value.range.low },
  };
}
