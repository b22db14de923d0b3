/** What has an order: numbers, dates, grades, those of other policies included. */
import type { CompareNode } from '../../ast/nodes.ts';
import type { Type } from '../../types/type.ts';
import type { InferContext } from './context.ts';
import { resultOf } from './scores.ts';

/** Whether a comparison is of a grade of another policy, whose options have an order. */
function isGradeOfOther({ left, right }: CompareNode, context: InferContext): boolean {
  return (left !== null && resultOf(left, context) === 'grade') || resultOf(right, context) === 'grade';
}

/** Whether a comparison can ask which side is more. */
export function isOrdered(type: Type, node: CompareNode, context: InferContext): boolean {
  const hasOrder = type.type === 'number' || type.type === 'date' || type.type === 'grade' || type.type === 'error';
  return (hasOrder && isPlaced(node, context)) || isGradeOfOther(node, context);
}

/** Whether both sides have a place in the order: an outcome beside the grades has none. */
function isPlaced({ left, right }: CompareNode, { names }: InferContext): boolean {
  return [left, right].every((side) => side === null || names.references.get(side)?.symbol.kind !== 'outcome');
}
