/** Figures over a cohort: what is kept of each class, and the figure of one subject in the light of it. */
import {
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  rational,
  subtract,
  sum,
  zero,
} from '../decimal/rational.ts';
import { roundedSquareRoot } from '../decimal/square-root.ts';
import type { Rational } from '../evaluator.ts';
import type { CohortFigureSpec, MeanFigureSpec, RankFigureSpec } from '../manifest.ts';
import type { Contribution } from './contribution.ts';

/** What is kept of the subjects of one class that count: all that the figure of any subject depends on. */
export type ClassSummary = { readonly size: number } & (
  | { readonly kind: 'value'; readonly value: Rational }
  /** Values with what parts equals, best first; of a dense ranking only the first of equals. */
  | { readonly kind: 'order'; readonly merits: readonly (readonly Rational[])[] }
  | { readonly kind: 'spread'; readonly mean: Rational; readonly variance: Rational }
);

/** By class, whose key `classKey` makes. */
export type FigureSummary = ReadonlyMap<string, ClassSummary>;

/** The figure of one subject, and of how many it is a figure. */
export interface CohortFigure {
  readonly value: Rational;
  /** How many count in the subject's class. */
  readonly size: number;
  /** The indices of the options that the class is made of. */
  readonly options: readonly number[];
}

export function classKey(options: readonly number[]): string {
  return options.join('|');
}

/** Sums up a cohort for one figure. The order of the contributions decides nothing. */
export function summarise(figure: CohortFigureSpec, contributions: readonly Contribution[]): FigureSummary {
  const counting = contributions.filter(({ counts }) => counts);
  const classes = Map.groupBy(counting, ({ options }) => classKey(options));
  return new Map([...classes].map(([key, members]) => [key, summariseClass(figure, members)]));
}

/** Of at least one member. */
function summariseClass(figure: CohortFigureSpec, members: readonly Contribution[]): ClassSummary {
  const size = members.length;
  const values = members.map(({ merit: [value] }) => value);
  switch (figure.kind) {
    case 'greatest':
      return { kind: 'value', size, value: values.reduce((best, each) => (compare(each, best) > 0 ? each : best)) };
    case 'least':
      return { kind: 'value', size, value: values.reduce((worst, each) => (compare(each, worst) < 0 ? each : worst)) };
    case 'sum':
      return { kind: 'value', size, value: sum(values) };
    case 'mean':
      return { kind: 'value', size, value: trimmedMean(figure, values) };
    case 'rank':
    case 'percentile': {
      const merits = members.map(({ merit }) => merit).toSorted(byMerit);
      const isDense = figure.kind === 'rank' && figure.sharing === 'dense';
      return { kind: 'order', size, merits: isDense ? merits.filter(isFirstOfEquals) : merits };
    }
    case 'standard-score': {
      const mean = meanOf(values);
      const squares = values.map((value) => subtract(value, mean)).map((each) => multiply(each, each));
      return { kind: 'spread', size, mean, variance: meanOf(squares) };
    }
  }
}

/** The figure of a subject in its class; null stands for a class in which nobody counts. */
export function figureOf(figure: CohortFigureSpec, summary: ClassSummary | null, own: Contribution): Rational {
  if (summary === null) return figure.kind === 'rank' ? rational(1n) : zero;
  switch (summary.kind) {
    case 'value':
      return summary.value;
    case 'order':
      return figure.kind === 'rank' ? placeOf(figure, summary.merits, own.merit) : shareNotBetter(summary.merits, own);
    case 'spread': {
      const { decimals, rounding } = standardScore(figure);
      if (isZero(summary.variance)) return zero;
      const distance = subtract(own.merit[0], summary.mean);
      const root = roundedSquareRoot(divide(multiply(distance, distance), summary.variance), decimals, rounding);
      return isNegative(distance) ? negate(root) : root;
    }
  }
}

function trimmedMean({ trims }: MeanFigureSpec, values: readonly Rational[]): Rational {
  const trim = trims.find(({ from, to }) => values.length >= from && (to === null || values.length <= to));
  if (trim === undefined) return meanOf(values);
  return meanOf(values.toSorted(compare).slice(trim.lowest, values.length - trim.highest));
}

/** Of at least one value. */
function meanOf(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length)));
}

function placeOf(
  { sharing }: RankFigureSpec,
  merits: readonly (readonly Rational[])[],
  own: readonly Rational[],
): Rational {
  const better = countBetter(merits, own);
  if (sharing !== 'mean') return rational(BigInt(better + 1));
  const equals = Math.max(1, merits.length - better - countWorse(merits, own));
  // The mean of the places from better + 1 to better + equals.
  return rational(BigInt(2 * better + equals + 1), 2n);
}

function shareNotBetter(merits: readonly (readonly Rational[])[], { merit }: Contribution): Rational {
  return rational(BigInt(merits.length - countBetter(merits, merit)), BigInt(merits.length));
}

/** Of merits best first the number of those that are better; found by halving. */
function countBetter(merits: readonly (readonly Rational[])[], own: readonly Rational[]): number {
  return countWhile(merits, (each) => byMerit(each, own) < 0);
}

function countWorse(merits: readonly (readonly Rational[])[], own: readonly Rational[]): number {
  return merits.length - countWhile(merits, (each) => byMerit(each, own) <= 0);
}

/** How many elements at the beginning satisfy a condition that no element behind one that does not satisfies. */
function countWhile<Element>(elements: readonly Element[], holds: (element: Element) => boolean): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element !== undefined && holds(element)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Negative where the left one is better: more of the first number in which they differ. */
function byMerit(left: readonly Rational[], right: readonly Rational[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    const order = other === undefined ? 0 : compare(other, value);
    if (order !== 0) return order;
  }
  return 0;
}

function isFirstOfEquals(merit: readonly Rational[], index: number, merits: readonly (readonly Rational[])[]): boolean {
  const before = merits[index - 1];
  return before === undefined || byMerit(before, merit) !== 0;
}

function standardScore(figure: CohortFigureSpec): Extract<CohortFigureSpec, { readonly kind: 'standard-score' }> {
  if (figure.kind !== 'standard-score') throw new RangeError(`${figure.label} has no spread`);
  return figure;
}
