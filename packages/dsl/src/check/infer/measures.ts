/** Types of the rules that measure a figure against others: 对标, 插值. */
import type { AgainstNode, AgainstRowNode, InterpolationNode } from '../../ast/nodes.ts';
import { errorType, ratioType } from '../../types/assignable.ts';
import type { Type } from '../../types/type.ts';
import { expectAmount, inferEffect } from './amounts.ts';
import { reportBare } from './bare-numbers.ts';
import type { InferContext } from './context.ts';
import { expectType, infer, reportNoNumber } from './expressions.ts';

/** 对标: figure, target and steps measure the same; a step may be a share of the target. */
export function inferAgainst(node: AgainstNode, context: InferContext): void {
  const type = expectNumber(node.figure, context);
  expectType(node.target, type, context);
  expectAmount(node.amount, context);
  if (node.ifZero !== null) expectAmount(node.ifZero, context);
  for (const row of node.rows) inferStep(row, type, context);
}

function inferStep({ step, ofTarget, effect }: AgainstRowNode, type: Type, context: InferContext): void {
  // 每少1% of money or of a percentage has a diagnostic of its own.
  const isShare = step.kind === 'quantity' && (step.unit === 'percent' || step.unit === 'permille');
  expectType(step, ofTarget || isShare ? ratioType : type, context);
  inferEffect(effect, context);
}

/** 插值: the anchors measure what the figure measures. */
export function inferInterpolation(node: InterpolationNode, context: InferContext): void {
  const type = expectNumber(node.figure, context);
  for (const { at, amount } of node.anchors) {
    // Beside a percentage a bare 15 could be 15% or 1500%.
    if (!reportBare(at, type, context, node.figure)) expectType(at, type, context);
    expectAmount(amount, context);
  }
  if (node.ifZero !== null) expectAmount(node.ifZero, context);
}

/** The type of a figure that must be a number; anything else is reported and goes with everything. */
function expectNumber(node: AgainstNode['figure'], context: InferContext): Type {
  const type = infer(node, context);
  if (type.type === 'number' || type.type === 'error') return type;
  reportNoNumber(node.span, type, context);
  return errorType;
}
