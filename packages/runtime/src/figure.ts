/** Figures on the way to a result, such as a rate, the days late or the turnout. */
import type { Bilingual } from './bilingual.ts';
import { formatDate } from './date.ts';
import { multiply, rational, toInteger } from './decimal/rational.ts';
import { formatExact } from './decimal/text.ts';
import type { Trace } from './evaluator.ts';
import type { FigureSpec } from './manifest-basics.ts';
import { numberAt } from './trace.ts';

/** A figure that was found; the value is an exact text in the unit: 95 for 95%, 2023-11-30 for a date. */
export interface Figure {
  readonly label: Bilingual;
  readonly value: string;
  readonly unit: string | null;
  /** Over how many subjects it was computed, and of which class; of a figure over the cohort only. */
  readonly among?: Among;
}

/** Of whom a figure over the cohort is one. */
export interface Among {
  /** How many subjects of the class count. */
  readonly size: number;
  /** What the class is made of; empty for the whole cohort. */
  readonly classes: readonly { readonly by: string; readonly class: string }[];
}

const hundred = rational(100n);

/** The figure that a trace holds; `cohort` has what is known of those over the cohort. */
export function readFigure(
  { label, step, unit, cohort: index }: FigureSpec,
  trace: Trace,
  cohort: readonly Among[],
): Figure {
  const value = numberAt(trace, step);
  const among = index === undefined ? undefined : cohort[index];
  if (unit === 'date') return { label, value: formatDate(toInteger(value)), unit };
  const shown = formatExact(unit === 'percent' ? multiply(value, hundred) : value);
  if (among === undefined) return { label, value: shown, unit };
  return { label, value: shown, unit, among: { size: among.size, classes: among.classes } };
}
