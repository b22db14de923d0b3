/** Exact values of what is written: numbers in base units, dates as day numbers. */
import { dayNumber, isInteger, isNegative, multiply, negate, parseRational } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { DateNode, ExpressionNode, Node, QuantityNode, RangeNode } from '../ast/nodes.ts';
import { unitFactor } from '../types/units.ts';

/** More digits than this are not a figure. */
const mostDigits = 30;

/** The number without its unit: 95.5 for 95.5%. Null for a denominator of zero and for more than 30 digits. */
export function figureOf(node: QuantityNode): Rational | null {
  if (node.digits.length > mostDigits || (node.over?.length ?? 0) > mostDigits) return null;
  const value = parseRational(node.over === null ? node.digits : `${node.digits}/${node.over}`);
  return value !== null && node.negative ? negate(value) : value;
}

/** The value in base units: 0.955 for 95.5%, 30000 for 3万元. `unit` stands in for a unit that is not written. */
export function quantityValue(node: QuantityNode, unit: string | null = node.unit): Rational | null {
  const figure = figureOf(node);
  return figure === null || unit === null ? figure : multiply(figure, unitFactor(unit));
}

/** The day number of a date; `year` stands in for a year that is not written. Null if there is no such day. */
export function dateValue(node: DateNode, year: number): number | null {
  return dayNumber(node.year ?? year, node.month, node.day);
}

/** The unit of a range: a unit at one end alone is the unit of both. */
export function rangeUnit(range: Pick<RangeNode, 'low' | 'high'>): string | null {
  return unitOf(range.high) ?? unitOf(range.low);
}

function unitOf(end: QuantityNode | DateNode): string | null {
  return end.kind === 'quantity' ? end.unit : null;
}

/** The expression inside brackets. */
export function unbracketed(node: ExpressionNode): ExpressionNode {
  let inner = node;
  while (inner.kind === 'parenthesis') inner = inner.inner;
  return inner;
}

/** The value of a percentage as written; null for anything else. */
export function shareValue(node: Node): Rational | null {
  const isShare = node.kind === 'quantity' && (node.unit === 'percent' || node.unit === 'permille');
  return isShare ? quantityValue(node) : null;
}

/** The value of a node that is a number as written, else null. */
export function literalValue(node: Node): Rational | null {
  return node.kind === 'quantity' ? quantityValue(node) : null;
}

/** Whether a quantity is written as a whole number that is not negative. */
export function isWholeNumber(node: QuantityNode): boolean {
  const value = figureOf(node);
  return value !== null && isInteger(value) && !isNegative(value);
}
