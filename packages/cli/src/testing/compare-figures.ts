import { equal, parseRational } from '@assess/runtime';
import type { CohortFigures } from './figures.ts';

/** One figure of one subject that is not what it should be. `null`: the subject, or the figure, is not there at all. */
export interface FigureDifference {
  readonly subject: string;
  readonly key: string;
  readonly expected: string | null;
  readonly found: string | null;
}

/**
 * Where what came out parts from what is expected. A figure that is not expected of a subject is not looked at; a subject of which
 * nothing is expected is a difference.
 */
export function compareFigures(expected: CohortFigures, found: CohortFigures): readonly FigureDifference[] {
  const differences: FigureDifference[] = [];
  for (const [subject, figures] of expected) {
    const own = found.get(subject);
    if (own === undefined) {
      differences.push({ subject, key: 'total', expected: figures.get('total') ?? null, found: null });
      continue;
    }
    for (const [key, value] of figures) {
      const figure = own.get(key) ?? (key.startsWith('adjustments.') ? '0' : null);
      if (figure === null || !isSame(value, figure)) differences.push({ subject, key, expected: value, found: figure });
    }
    const refusal = own.get('refused');
    if (refusal !== undefined && !figures.has('refused'))
      differences.push({ subject, key: 'refused', expected: null, found: refusal });
  }
  for (const [subject, figures] of found) {
    if (!expected.has(subject))
      differences.push({ subject, key: 'total', expected: null, found: figures.get('total') ?? null });
  }
  return differences;
}

/** Numbers are compared as numbers: 95.50 is 95.5. */
function isSame(expected: string, found: string): boolean {
  if (expected === found) return true;
  const [one, other] = [parseRational(expected), parseRational(found)];
  return one !== null && other !== null && equal(one, other);
}
