/** Figures on the way to a result, such as a rate, the days late or the turnout. */
import type { Bilingual } from './bilingual.ts';
import { multiply, rational } from './decimal/rational.ts';
import { formatExact } from './decimal/text.ts';
import type { Trace } from './evaluator.ts';
import type { FigureSpec } from './manifest.ts';
import { numberAt } from './trace.ts';

/** A figure that was found; the value is an exact text in the unit: 95 for 95%. */
export interface Figure {
  readonly label: Bilingual;
  readonly value: string;
  readonly unit: string | null;
}

const hundred = rational(100n);

/** The figure that a trace holds. */
export function readFigure({ label, step, unit }: FigureSpec, trace: Trace): Figure {
  const value = numberAt(trace, step);
  return { label, value: formatExact(unit === 'percent' ? multiply(value, hundred) : value), unit };
}
