import { absolute, isZero, negate, rational, subtract, type Rational, type RecordValue } from '@assess/runtime';
import { evaluate } from '../../interpret/evaluate.ts';
import type { Known } from '../../interpret/known.ts';
import type { NumberExpression, Program } from '../../ir/ir.ts';
import type { Probe } from '../../ir/lower/context.ts';
import type { Span } from '../../source/span.ts';
import { RecordSearch, type Merit } from '../record-search.ts';

/** After so many rounds through all inputs the search gives up: what is far from its bound then is not reached by single steps. */
const mostRounds = 6;

/** Two figures that are compared. */
export interface Compared {
  readonly left: NumberExpression;
  readonly right: NumberExpression;
}

/** The comparisons in which a changed place stands, the smallest first. */
export function comparisonsAt(probes: readonly Probe[], { start, end }: Span): readonly number[] {
  return [...probes.entries()]
    .filter(([, { kind, node }]) => kind === 'comparison' && touches(node.span, start, end))
    .toSorted(([, a], [, b]) => a.node.span.end - a.node.span.start - (b.node.span.end - b.node.span.start))
    .slice(0, 4)
    .map(([index]) => index);
}

function touches(span: Span, start: number, end: number): boolean {
  return (span.start <= start && end <= span.end) || (start <= span.start && span.end <= end);
}

/**
 * The values of a record whose two figures come as near to one another as a search finds that takes one input after the other: where a
 * bound is exactly met, what includes it and what does not part.
 */
export function aimAt(
  program: Program,
  compared: Compared,
  start: readonly RecordValue[],
  candidates: readonly (readonly RecordValue[])[],
): RecordSearch {
  const { requirements } = program.manifest;
  const merit = (known: Known): Merit => {
    const met = requirements.filter(({ holds }) => known.steps[holds] === true).length;
    const distance = distanceOf(compared, known);
    return [
      rational(BigInt(met)),
      rational(distance === null ? 0n : 1n),
      distance === null ? rational(0n) : negate(distance),
    ];
  };
  const search = new RecordSearch(program, start, merit);
  for (let round = 0, improved = true; improved && round < mostRounds; round++) {
    improved = false;
    for (const [input, values] of candidates.entries()) {
      for (const value of values) {
        if (search.tries([[input, value]])) improved = true;
        if (isThere(search.merit)) return search;
      }
    }
  }
  return search;
}

function isThere([, known, distance]: Merit): boolean {
  return known !== undefined && !isZero(known) && distance !== undefined && isZero(distance);
}

/** How far two figures are from one another; null where one has no value for the record. */
export function distanceOf({ left, right }: Compared, known: Known): Rational | null {
  try {
    const [one, other] = [evaluate(left, known), evaluate(right, known)];
    return typeof one === 'boolean' || typeof other === 'boolean' ? null : absolute(subtract(one, other));
  } catch {
    return null;
  }
}
