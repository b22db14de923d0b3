/** Numbers without a unit. Beside a count they are clear; beside points, a percentage, money or a time they are not. */
import { isZero } from '@assess/runtime';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import type { DateNode, ExpressionNode, QuantityNode } from '../../ast/nodes.ts';
import { errorType } from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import type { Type } from '../../types/type.ts';
import { unitToWrite } from '../../types/units.ts';
import { figureOf, unbracketed } from '../literals.ts';
import { missingUnit } from '../type-diagnostics.ts';
import { written } from './context.ts';
import type { InferContext } from './context.ts';

/** The literal without a unit that an expression is, or null. */
export function bareNumber(node: ExpressionNode | DateNode): QuantityNode | null {
  if (node.kind === 'date') return null;
  const inner = unbracketed(node);
  if (inner.kind === 'negate') return bareNumber(inner.operand);
  return inner.kind === 'quantity' && inner.unit === null ? inner : null;
}

/**
 * Reports a bare number that stands for, or beside, a value of type `expected`. `beside` is that value, if it is written:
 * a percentage wants its sign, another ratio does not. Returns whether the number is settled: reported, or zero, which is
 * the same in every unit.
 */
export function reportBare(
  node: ExpressionNode | DateNode,
  expected: Type,
  context: InferContext,
  beside: ExpressionNode | null | undefined = null,
): boolean {
  const bare = bareNumber(node);
  if (bare === null || expected.type !== 'number' || expected.dimension === 'count') return false;
  const value = figureOf(bare);
  if (value === null || isZero(value)) return true;
  // A fraction such as 2/3 is no figure in per cent.
  if (expected.dimension === 'ratio' && (bare.over !== null || !beside || !isPercentage(beside, context))) return false;
  reportMissingUnit(node, bare, expected, context);
  return true;
}

/** `次数 ÷ 12` where a rate is wanted: the divisor lacks the unit of what it divides. False if it is anything else. */
export function reportBareDivisor(node: ExpressionNode, type: Type, context: InferContext): boolean {
  if (node.kind !== 'arithmetic' || node.operator !== '/' || type.type !== 'number') return false;
  const bare = bareNumber(node.right);
  if (bare === null || unitToWrite(type, context.locale) === null) return false;
  reportMissingUnit(node.right, bare, type, context);
  return true;
}

/** Reports a bare number that should have the unit of a type. */
function reportMissingUnit(
  node: ExpressionNode | DateNode,
  bare: QuantityNode,
  expected: Type & { readonly type: 'number' },
  context: InferContext,
): void {
  context.types.set(bare, errorType);
  const unit = unitToWrite(expected, context.locale);
  context.report(
    missingUnit.at(
      node.span,
      { number: written(context, node), expected: describeType(expected) },
      unit === null ? {} : { fixes: [addUnit(bare, unit, context)] },
    ),
  );
}

/** The fix that puts a unit behind a number. */
export function addUnit(node: QuantityNode, unit: string, context: InferContext): Fix {
  const number = `${written(context, node)}${unit}`;
  return {
    title: { zh: `写明单位：\`${number}\``, en: `Write \`${number}\`` },
    safe: false,
    edits: [{ span: { start: node.span.end, end: node.span.end }, text: unit }],
  };
}

/** Whether a value is recorded as a percentage, so that 90 beside it could be 90% or 9000%. */
function isPercentage(node: ExpressionNode, context: InferContext): boolean {
  const declaring = context.names.references.get(unbracketed(node))?.symbol.node;
  return declaring?.kind === 'field' && declaring.type.kind === 'number-type' && declaring.type.number === 'percent';
}
