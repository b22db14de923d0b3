/** Figures of the cohort in generated code: how they come out of `cohort`, and what is known of them. */
import { type CohortFigureSpec, one, rational, type Rational, zero } from '@assess/runtime';
import { atom } from './code.ts';
import {
  hull,
  type IntegerRange,
  type Interval,
  magnitude,
  multiplyIntervals,
  point,
  uniteRanges,
} from './interval.ts';
import { type NumberValue, safe, settle } from './value.ts';
import type { Writer } from './writer.ts';

/** More subjects than a list of JavaScript can have. */
const mostSubjects = 10n ** 9n;

/** Stands for integers without a bound, such as the denominator of a sum of fractions: far beyond plain numbers. */
const unbounded = 10n ** 100n;

/** The figure at an index of the manifest as a number; `of` is the value of each subject over which it is computed. */
export function cohortValue(figure: number, spec: CohortFigureSpec, of: NumberValue, writer: Writer): NumberValue {
  const access = `cohort[${figure}]`;
  const bounds = hull([of.bounds, point(zero)]);
  const integers = of.factors.length === 0;
  switch (spec.kind) {
    case 'greatest':
    case 'least': {
      if (!integers) return fraction(access, one, widest, widest.high, bounds, writer);
      return whole(access, of.ratio, uniteRanges([of.range, none]), bounds, writer);
    }
    case 'sum': {
      const all = multiplyIntervals(bounds, { low: zero, high: rational(mostSubjects) });
      if (!integers) return fraction(access, one, widest, widest.high, all, writer);
      return whole(access, of.ratio, manyTimes(of.range), all, writer);
    }
    case 'mean':
      if (!integers) return fraction(access, one, widest, widest.high, bounds, writer);
      return fraction(access, of.ratio, manyTimes(of.range), mostSubjects, bounds, writer);
    case 'rank': {
      const places = mostSubjects + 1n;
      const [ratio, parts] = spec.sharing === 'mean' ? [rational(1n, 2n), 2n] : [one, 1n];
      return whole(access, ratio, { low: parts, high: parts * places }, { low: one, high: rational(places) }, writer);
    }
    case 'percentile':
      return fraction(access, one, { low: 0n, high: mostSubjects }, mostSubjects, { low: zero, high: one }, writer);
    case 'standard-score': {
      const ratio = rational(1n, 10n ** BigInt(spec.decimals));
      const far = { low: rational(-unbounded), high: rational(unbounded) };
      return whole(access, ratio, scaled(widest, ratio.denominator), far, writer);
    }
  }
}

const none: IntegerRange = { low: 0n, high: 0n };
const widest: IntegerRange = { low: -unbounded, high: unbounded };

/** An integer times the ratio. */
function whole(access: string, ratio: Rational, range: IntegerRange, bounds: Interval, writer: Writer): NumberValue {
  const big = magnitude(range) > safe;
  const text = `wholeOf(${access}, ${ratio.denominator}n, ${ratio.numerator}n)`;
  const base = writer.bind(atom(big ? text : `Number(${text})`));
  return settle({ ratio, base, range, big, factors: [], bounds });
}

/** The ratio times an integer in `range` over one from 1 to `below`. */
function fraction(
  access: string,
  ratio: Rational,
  range: IntegerRange,
  below: bigint,
  bounds: Interval,
  writer: Writer,
): NumberValue {
  const big = magnitude(range) > safe || below > safe;
  const parts = writer.bind(atom(`lowestTerms(${access}, ${ratio.denominator}n, ${ratio.numerator}n)`)).text;
  const part = (place: number) => writer.bind(atom(big ? `${parts}[${place}]` : `Number(${parts}[${place}])`));
  const [base, { text: name }] = [part(0), part(1)];
  const factor = { name, range: { low: 1n, high: below }, big, always: true, scope: writer.scopeOf(name) };
  return settle({ ratio, base, range, big, factors: [factor], bounds });
}

function manyTimes({ low, high }: IntegerRange): IntegerRange {
  return scaled(uniteRanges([{ low, high }, none]), mostSubjects);
}

function scaled({ low, high }: IntegerRange, by: bigint): IntegerRange {
  return { low: low * by, high: high * by };
}
