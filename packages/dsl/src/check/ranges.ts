/** The least and the greatest value that a figure can have, over all admissible records. */
import {
  add,
  compare,
  divide,
  greatest,
  isInteger,
  isNegative,
  isZero,
  least,
  multiply,
  negate,
  one,
  rational,
  round,
  zero,
} from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { CallNode, ExpressionNode, FieldNode, ItemNode, Node, TotalNode } from '../ast/nodes.ts';
import type { Symbol } from '../symbols/symbol.ts';
import { type Signature, signatureOf } from '../types/builtins.ts';
import { unitFactor } from '../types/units.ts';
import type { Analysis } from './analysis.ts';
import { canLackValue } from './can-lack-value.ts';
import { constantOf } from './constant.ts';
import { countRange, sumRange } from './entry-ranges.ts';
import { dateValue, figureOf, quantityValue, rangeUnit } from './literals.ts';
import { clauseOf } from './marks.ts';
import { roundingOf } from './rounding-of.ts';

/** What a figure's values lie between, both included; null is without end. `step`: values are multiples of it, if it is known. */
export interface ValueRange {
  readonly low: Rational | null;
  readonly high: Rational | null;
  readonly step: Rational | null;
}

/** What the ranges are computed from. */
export type RangeFacts = Pick<Analysis, 'tree' | 'names' | 'marks'>;

const unknown: ValueRange = { low: null, high: null, step: null };
/** The greatest number of occurrences that a record can hold (semantics 2.2). */
const mostOccurrences = rational(999n);
const mostVotes = rational(10_000n);

/** The range of an expression. Definitions are followed a few links deep; beyond that nothing is claimed. */
export function rangeOf(node: ExpressionNode, facts: RangeFacts, depth = 0): ValueRange {
  const constant = constantOf(node, facts);
  if (constant !== null) return { low: constant, high: constant, step: null };
  if (depth > 30) return unknown;
  const inner = (each: ExpressionNode): ValueRange => rangeOf(each, facts, depth + 1);
  switch (node.kind) {
    case 'parenthesis':
      return inner(node.inner);
    case 'negate':
      return negated(inner(node.operand));
    case 'arithmetic': {
      const [left, right] = [inner(node.left), inner(node.right)];
      if (node.operator === '+') return sumOf(left, right);
      if (node.operator === '-') return sumOf(left, negated(right));
      return node.operator === '*' ? productOf(left, right) : quotientOf(left, right);
    }
    case 'if':
      return node.alternative === null ? unknown : union([inner(node.consequent), inner(node.alternative)]);
    case 'tiers':
      return union(node.rows.flatMap(({ amount }) => (isNoValue(amount) ? [] : [inner(amount)])));
    case 'interpolation':
      return { ...union(node.anchors.map(({ amount }) => inner(amount))), step: null };
    case 'by-table':
      // 不适用 and 无结果 are no values.
      return union(node.rows.flatMap(({ value }) => (isNoValue(value) ? [] : [inner(value)])));
    case 'call':
      return callRange(node, inner, facts);
    case 'filtered':
      return inner(node.value);
    case 'path': {
      const symbol = facts.names.references.get(node)?.symbol;
      return symbol === undefined ? unknown : symbolRange(symbol, facts, depth);
    }
    default:
      return unknown;
  }
}

/** The range of what a name stands for. */
function symbolRange(symbol: Symbol, facts: RangeFacts, depth: number): ValueRange {
  const { node } = symbol;
  switch (symbol.kind) {
    case 'attribute':
    case 'input':
    case 'entry-field':
      return node.kind === 'field' ? fieldRange(node) : unknown;
    case 'figure':
      return node.kind === 'define' && node.ifZero === null && node.rounding === null
        ? rangeOf(node.value, facts, depth + 1)
        : unknown;
    case 'table':
      return node.kind === 'table' ? rangeOf(node.choice, facts, depth + 1) : unknown;
    case 'item':
    case 'total':
      return node.kind === 'item' || node.kind === 'total' ? scoreRange(node, facts) : unknown;
    case 'case':
      return { low: zero, high: mostOccurrences, step: one };
    case 'ballot-option':
      return { low: zero, high: mostVotes, step: one };
    default:
      return unknown;
  }
}

/** The declared range of a field; integers move in ones of their unit, others by their 保留. */
export function fieldRange(node: FieldNode): ValueRange {
  const { type } = node;
  if (type.kind === 'yes-no-type') return { low: zero, high: one, step: one };
  if (type.kind === 'choice-type')
    return { low: zero, high: rational(BigInt(Math.max(0, type.options.length - 1))), step: one };
  if ((type.kind !== 'number-type' && type.kind !== 'date-type') || type.range === null)
    return type.kind === 'date-type' ? { ...unknown, step: one } : unknown;
  const unit = rangeUnit(type.range) ?? (type.kind === 'number-type' && type.number === 'percent' ? 'percent' : null);
  const [low, high] = [type.range.low, type.range.high].map((end) => {
    if (end.kind === 'quantity') return quantityValue(end, end.unit ?? unit);
    const day = dateValue(end, 2024);
    return day === null ? null : rational(BigInt(day));
  });
  if (low === undefined || high === undefined) return unknown;
  if (type.kind === 'date-type') return { low, high, step: one };
  const size = node.step?.size.kind === 'quantity' ? node.step.size : null;
  const written = size === null ? null : quantityValue(size, size.unit ?? unit);
  // Steps are counted from the low end: only from a multiple of them are all values multiples.
  if (written !== null && !isZero(written) && isInteger(divide(low ?? zero, written)))
    return { low, high, step: written };
  const decimals = type.number === 'integer' ? 0 : decimalsOf(node);
  const factor = unit === null ? one : unitFactor(unit);
  return { low, high, step: decimals === null ? null : divide(factor, rational(10n ** BigInt(decimals))) };
}

function decimalsOf(node: FieldNode): number | null {
  // What is not said is two decimals, as the record's reader takes it, or as many as a list of values has.
  if (node.rounding === null)
    return node.type.kind === 'number-type' && (node.type.values.length > 0 || node.step !== null) ? null : 2;
  if (node.rounding.decimals.kind !== 'quantity') return null;
  const decimals = figureOf(node.rounding.decimals);
  return decimals === null || isNegative(decimals) || compare(decimals, rational(10n)) > 0
    ? null
    : Number(round(decimals, 0, 'down').numerator);
}

/** The range of the score of an item or the total: from 0 to its full marks, unless it says otherwise. */
export function scoreRange(node: ItemNode | TotalNode, facts: RangeFacts): ValueRange {
  const full = facts.marks.get(node)?.full ?? null;
  const exceed = clauseOf(node, 'may-exceed');
  const negative = clauseOf(node, 'may-be-negative');
  const limit = (clause: typeof exceed | typeof negative): Rational | null =>
    clause?.limit ? quantityValue(clause.limit) : null;
  const decimals = roundingOf(node, facts.tree);
  return {
    low: negative === null ? zero : limit(negative),
    high: exceed === null ? full : limit(exceed),
    step: decimals === null ? null : divide(one, rational(10n ** BigInt(decimals))),
  };
}

function callRange(node: CallNode, inner: (each: ExpressionNode) => ValueRange, facts: RangeFacts): ValueRange {
  const { names } = facts;
  const signature = signatureOf(node.function.text);
  const ranges = node.arguments.map(inner);
  const [first] = ranges;
  if (signature === null) return unknown;
  if (signature.overCohort) return cohortRange(node, signature.id, first ?? constant(one), facts);
  if (first === undefined) return unknown;
  if (signature.id === 'count') return countRange(node, names);
  if (node.selection.length > 0 || node.arguments.some((argument) => names.lists.has(argument))) {
    if (signature.id === 'sum') return { ...sumRange(node, ranges, names), step: null };
    return { ...union(ranges), step: null };
  }
  switch (signature.id) {
    case 'max':
      return ranges.reduce((a, b) => ({
        low: a.low === null ? b.low : b.low === null ? a.low : greatest(a.low, b.low),
        high: a.high === null || b.high === null ? null : greatest(a.high, b.high),
        step: null,
      }));
    case 'min':
      return ranges.reduce((a, b) => ({
        low: a.low === null || b.low === null ? null : least(a.low, b.low),
        high: a.high === null ? b.high : b.high === null ? a.high : least(a.high, b.high),
        step: null,
      }));
    case 'sum':
      return ranges.reduce(sumOf);
    case 'mean':
      return productOf(ranges.reduce(sumOf), constant(divide(one, rational(BigInt(ranges.length)))));
    case 'unrounded':
      return { ...first, step: null };
    case 'count-at-grade':
      return { low: zero, high: rational(BigInt(Math.max(0, ranges.length - 1))), step: one };
    default:
      return unknown;
  }
}

/** The range of a figure over a cohort; the functions over one subject do not come here. */
function cohortRange(node: CallNode, id: Signature['id'], of: ValueRange, facts: RangeFacts): ValueRange {
  const some = node.where === null && !node.arguments.some((argument) => canLackValue(argument, facts));
  switch (id) {
    case 'cohort-max':
    case 'cohort-min':
      return some ? of : union([of, constant(zero)]);
    case 'cohort-mean':
      return { ...(some ? of : union([of, constant(zero)])), step: null };
    case 'cohort-sum':
      return {
        low: of.low !== null && !isNegative(of.low) ? (some ? of.low : zero) : null,
        high: of.high !== null && isNegative(of.high) ? zero : null,
        step: of.step,
      };
    case 'cohort-count':
      return { low: some ? one : zero, high: null, step: one };
    case 'rank':
      return { low: one, high: null, step: node.equals === 'mean' ? divide(one, rational(2n)) : one };
    case 'percentile':
      return { low: zero, high: one, step: null };
    default:
      return unknown;
  }
}

function isNoValue({ kind }: ExpressionNode): boolean {
  return kind === 'inapplicable' || kind === 'no-result';
}

function constant(value: Rational): ValueRange {
  return { low: value, high: value, step: null };
}

function negated({ low, high, step }: ValueRange): ValueRange {
  return { low: high === null ? null : negate(high), high: low === null ? null : negate(low), step };
}

function sumOf(left: ValueRange, right: ValueRange): ValueRange {
  const same = left.step !== null && right.step !== null && compare(left.step, right.step) === 0;
  return {
    low: left.low === null || right.low === null ? null : add(left.low, right.low),
    high: left.high === null || right.high === null ? null : add(left.high, right.high),
    step: same ? left.step : null,
  };
}

function productOf(left: ValueRange, right: ValueRange): ValueRange {
  if (left.low === null || left.high === null || right.low === null || right.high === null) return unknown;
  const corners: [Rational, ...Rational[]] = [
    multiply(left.low, right.low),
    multiply(left.low, right.high),
    multiply(left.high, right.low),
    multiply(left.high, right.high),
  ];
  return { low: least(...corners), high: greatest(...corners), step: null };
}

/** A quotient by what can be zero is without end; its own rule speaks of that. */
function quotientOf(left: ValueRange, right: ValueRange): ValueRange {
  if (right.low === null || right.high === null || holdsZero(right)) {
    // Of two that are not negative no quotient is.
    const signless = left.low !== null && !isNegative(left.low) && right.low !== null && !isNegative(right.low);
    return signless ? { low: zero, high: null, step: null } : unknown;
  }
  return productOf(left, { low: divide(one, right.high), high: divide(one, right.low), step: null });
}

/** Whether zero is one of the values. Null ends count as reaching it. */
export function holdsZero({ low, high }: ValueRange): boolean {
  const below = low === null || isNegative(low) || isZero(low);
  const above = high === null || isZero(high) || !isNegative(high);
  return below && above;
}

function union(ranges: readonly ValueRange[]): ValueRange {
  if (ranges.length === 0) return unknown;
  return ranges.reduce((a, b) => ({
    low: a.low === null || b.low === null ? null : least(a.low, b.low),
    high: a.high === null || b.high === null ? null : greatest(a.high, b.high),
    step: a.step !== null && b.step !== null && compare(a.step, b.step) === 0 ? a.step : null,
  }));
}

/** What stands behind a name, if it is a node with full marks. */
export function markedNodeOf(node: Node | undefined): ItemNode | TotalNode | null {
  return node?.kind === 'item' || node?.kind === 'total' ? node : null;
}
