/** The figures of a cohort as JSON, so that a published cohort can be kept. */
import { formatExact, parseRational } from '../decimal/text.ts';
import type { Rational } from '../evaluator.ts';
import type { CohortFigureSpec, Manifest } from '../manifest.ts';
import { classKey } from './figure.ts';
import type { ClassSummary } from './figure.ts';
import type { CohortSummary } from './stages.ts';

/** Plain JSON; numbers as exact texts. */
export interface WrittenSummary {
  readonly schema: 'assess/cohort/1';
  readonly policy: { readonly title: string; readonly version: string | null };
  /** In the order of `Manifest.cohort`. */
  readonly figures: readonly WrittenFigure[];
}

export interface WrittenFigure {
  /** The words of the policy, by which a figure of another policy is found out. */
  readonly label: string;
  readonly classes: readonly WrittenClass[];
}

/** One class: its options, how many count in it, and what is known of their values. */
export interface WrittenClass {
  readonly options: readonly string[];
  readonly size: number;
  readonly kind: ClassSummary['kind'];
  /** One list for a value; for an order one for each subject, best first; for a spread the mean and the variance. */
  readonly values: readonly (readonly string[])[];
}

/** The JSON of a summary, classes in the order of their options. */
export function writeSummary({ policy, cohort }: Manifest, summary: CohortSummary): WrittenSummary {
  return {
    schema: 'assess/cohort/1',
    policy: { title: policy.title, version: policy.version },
    figures: cohort.map((figure, index) => ({
      label: figure.label,
      classes: [...(summary[index] ?? [])]
        .map(([key, inClass]) => ({ places: key === '' ? [] : key.split('|').map(Number), inClass }))
        .toSorted((left, right) => byPlaces(left.places, right.places))
        .map(({ places, inClass }) => ({
          options: places.map((place, which) => figure.by[which]?.options[place] ?? ''),
          size: inClass.size,
          kind: inClass.kind,
          values: valuesOf(inClass).map((values) => values.map(formatExact)),
        })),
    })),
  };
}

/**
 * The summary of its JSON. Null where it is not one of a cohort under this policy: other figures, other classes, or numbers that
 * cannot be read.
 */
export function readSummary({ cohort }: Manifest, { figures }: WrittenSummary): CohortSummary | null {
  if (figures.length !== cohort.length) return null;
  const read = cohort.map((figure, index) => {
    const written = figures[index];
    return written?.label === figure.label ? readFigure(figure, written) : null;
  });
  const summaries = read.filter((each) => each !== null);
  return summaries.length === cohort.length ? summaries : null;
}

function readFigure(figure: CohortFigureSpec, { classes }: WrittenFigure): Map<string, ClassSummary> | null {
  const summary = new Map<string, ClassSummary>();
  for (const written of classes) {
    const places = figure.by.map(({ options }, which) => options.indexOf(written.options[which] ?? ''));
    const inClass = readClass(figure, written);
    if (inClass === null || places.includes(-1) || written.options.length !== places.length) return null;
    summary.set(classKey(places), inClass);
  }
  return summary;
}

function readClass(figure: CohortFigureSpec, { size, kind, values: texts }: WrittenClass): ClassSummary | null {
  if (kind !== kinds[figure.kind]) return null;
  const values: Rational[][] = [];
  for (const line of texts) {
    const numbers = line.map(parseRational).filter((each) => each !== null);
    if (numbers.length !== line.length || numbers.length === 0) return null;
    values.push(numbers);
  }
  if (kind === 'order') return { kind, size, merits: values };
  const [[first, second] = []] = values;
  if (first === undefined) return null;
  if (kind === 'value') return { kind, size, value: first };
  return second === undefined ? null : { kind, size, mean: first, variance: second };
}

const kinds: Readonly<Record<CohortFigureSpec['kind'], ClassSummary['kind']>> = {
  greatest: 'value',
  least: 'value',
  sum: 'value',
  mean: 'value',
  rank: 'order',
  percentile: 'order',
  'standard-score': 'spread',
};

function valuesOf(summary: ClassSummary): readonly (readonly Rational[])[] {
  switch (summary.kind) {
    case 'value':
      return [[summary.value]];
    case 'order':
      return summary.merits;
    case 'spread':
      return [[summary.mean, summary.variance]];
  }
}

function byPlaces(left: readonly number[], right: readonly number[]): number {
  for (const [index, place] of left.entries()) {
    const order = place - (right[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
