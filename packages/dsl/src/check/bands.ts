/** What the conditions of bands and grade lines say about one quantity, as sets of its values. */
import { multiply, one, rational, zero } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { BetweenNode, CompareNode, ExpressionNode, QuantityNode } from '../ast/nodes.ts';
import type { Reference, Symbol } from '../symbols/symbol.ts';
import type { Analysis } from './analysis.ts';
import { constantOf } from './constant.ts';
import { between, complement, everything, intersect, onSteps, satisfying, unite } from './intervals.ts';
import type { NumberSet } from './intervals.ts';
import { quantityValue, unbracketed } from './literals.ts';
import { markedNodeOf, rangeOf, scoreRange } from './ranges.ts';
import type { ValueRange } from './ranges.ts';

/** The quantity that the lines of a table look at. */
export interface BandSubject {
  /** The expression that names it; null: the total. */
  readonly expression: ExpressionNode | null;
  readonly symbol: Symbol | null;
  readonly through: Symbol | null;
  /** Its full marks where it is a score: a percentage then compares the share of them. */
  readonly full: Rational | null;
  readonly range: ValueRange;
  /** All its values. */
  readonly domain: NumberSet;
}

/** The values for which a condition can hold. `exact`: it holds for all of them, whatever else is the case. */
export interface Band {
  readonly set: NumberSet;
  readonly exact: boolean;
}

type Facts = Pick<Analysis, 'tree' | 'names' | 'marks' | 'types' | 'results'>;

/** Tables of more rows are not searched for gaps and overlaps: nobody writes one by hand. */
export const mostRows = 100;

/** The quantity that an expression is; null for the total. */
export function subjectOf(expression: ExpressionNode | null, facts: Facts): BandSubject {
  const inner = expression === null ? null : scoreInside(unbracketed(expression));
  const reference = inner === null ? undefined : facts.names.references.get(inner);
  const total = facts.tree.chapters.find((chapter) => chapter.kind === 'total');
  const scored = expression === null ? (total ?? null) : markedNodeOf(reference?.symbol.node);
  const range =
    expression !== null ? rangeOf(expression, facts) : total === undefined ? unknown : scoreRange(total, facts);
  return {
    expression,
    symbol: reference?.symbol ?? facts.names.symbols.find((symbol) => symbol.node === scored) ?? null,
    through: reference?.through ?? null,
    full: scored === null ? fullOfResult(reference, facts) : (facts.marks.get(scored)?.full ?? null),
    range,
    domain: onSteps(between(range.low, range.high), range.step),
  };
}

/** The full marks of a score of another policy. */
function fullOfResult(reference: Reference | undefined, { results }: Facts): Rational | null {
  const result = reference === undefined ? undefined : results.get(reference.symbol.node)?.result;
  return result?.of === 'score' ? result.full : null;
}

/** 未舍入（总分） is a score, too. */
function scoreInside(expression: ExpressionNode): ExpressionNode {
  const [argument] = expression.kind === 'call' ? expression.arguments : [];
  return argument === undefined ? expression : unbracketed(argument);
}

/** What a condition says of the subject. What it says of anything else makes it inexact. */
export function bandOf(condition: ExpressionNode, subject: BandSubject, facts: Facts): Band {
  switch (condition.kind) {
    case 'parenthesis':
      return bandOf(condition.inner, subject, facts);
    case 'logic': {
      const bands = condition.operands.map((operand) => bandOf(operand, subject, facts));
      const join = condition.operator === 'and' ? intersect : unite;
      return { set: bands.map(({ set }) => set).reduce(join), exact: bands.every(({ exact }) => exact) };
    }
    case 'not': {
      const inner = bandOf(condition.operand, subject, facts);
      return inner.exact ? { set: complement(inner.set), exact: true } : somewhere;
    }
    case 'compare':
      return comparedBand(condition, subject, facts);
    case 'between':
      return betweenBand(condition, subject, facts);
    default:
      return somewhere;
  }
}

const unknown: ValueRange = { low: null, high: null, step: null };
const somewhere: Band = { set: everything, exact: false };

function comparedBand(node: CompareNode, subject: BandSubject, facts: Facts): Band {
  if (!isSubject(node.left, subject, facts)) return somewhere;
  const bound = boundOf(node.right, subject, facts);
  return bound === null ? somewhere : { set: satisfying(node.relation, bound), exact: true };
}

function betweenBand(node: BetweenNode, subject: BandSubject, facts: Facts): Band {
  if (!isSubject(node.left, subject, facts)) return somewhere;
  const [low, high] = betweenBounds(node, subject, facts);
  if (low === null || high === null) return somewhere;
  return { set: intersect(satisfying(node.lowRelation, low), satisfying(node.highRelation, high)), exact: true };
}

/** Both bounds of a two-sided band in base units; a unit at one end alone is the unit of both. */
export function betweenBounds(
  node: BetweenNode,
  subject: BandSubject,
  facts: Facts,
): readonly [Rational | null, Rational | null] {
  // What was reported says nothing.
  if (facts.types.get(node.low)?.type === 'error') return [null, null];
  const unit = node.high.kind === 'quantity' && node.high.unit !== null ? node.high.unit : null;
  const low =
    node.low.kind === 'quantity' && node.low.unit === null && unit !== null
      ? scaled(node.low, unit, subject)
      : boundOf(node.low, subject, facts);
  return [low, boundOf(node.high, subject, facts)];
}

/** Whether the left side of a comparison is the subject: it is left out, or it names the same thing. */
function isSubject(left: ExpressionNode | null, subject: BandSubject, facts: Facts): boolean {
  if (left === null) return true;
  const inner = unbracketed(left);
  const reference = facts.names.references.get(inner);
  if (reference === undefined || subject.symbol === null) return false;
  const exactly = subject.expression === null || unbracketed(subject.expression).kind === 'path';
  return (
    exactly && inner.kind === 'path' && reference.symbol === subject.symbol && reference.through === subject.through
  );
}

/** The number that a bound is: a percentage of a score in points, an option by its place. */
function boundOf(node: ExpressionNode, subject: BandSubject, facts: Facts): Rational | null {
  const inner = unbracketed(node);
  // What was reported says nothing.
  if (facts.types.get(inner)?.type === 'error') return null;
  if (inner.kind === 'quantity') return scaled(inner, inner.unit, subject);
  if (inner.kind === 'yes-no') return inner.value ? one : zero;
  const option = facts.names.references.get(inner)?.symbol;
  if (option?.kind === 'option' && option.owner === subject.symbol && option.owner?.node.kind === 'field') {
    const { type } = option.owner.node;
    const index = type.kind === 'choice-type' ? type.options.findIndex((each) => each === option.node) : -1;
    return index < 0 ? null : rational(BigInt(index));
  }
  return constantOf(inner, facts);
}

function scaled(node: QuantityNode, unit: string | null, subject: BandSubject): Rational | null {
  const value = quantityValue(node, unit);
  const isShare = unit === 'percent' || unit === 'permille' || unit === 'percentage-point';
  return value !== null && isShare && subject.full !== null ? multiply(value, subject.full) : value;
}

/** The unit of the first bound that a condition writes, in which values are shown. */
export function unitIn(condition: ExpressionNode | null): string | null {
  if (condition === null) return null;
  switch (condition.kind) {
    case 'parenthesis':
      return unitIn(condition.inner);
    case 'not':
      return unitIn(condition.operand);
    case 'logic':
      return condition.operands.map(unitIn).find((unit) => unit !== null) ?? null;
    case 'compare':
      return condition.right.kind === 'quantity' ? condition.right.unit : null;
    case 'between':
      return (
        (condition.high.kind === 'quantity' ? condition.high.unit : null) ??
        (condition.low.kind === 'quantity' ? condition.low.unit : null)
      );
    default:
      return null;
  }
}
