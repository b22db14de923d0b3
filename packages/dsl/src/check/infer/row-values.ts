/** Types of 分档 and 插值 as the value of a 定义: whatever their rows give, all alike. */
import type { AmountNode, ExpressionNode, InterpolationNode, TiersNode } from '../../ast/nodes.ts';
import { agree, errorType, joined } from '../../types/assignable.ts';
import type { Type } from '../../types/type.ts';
import { reportBare } from './bare-numbers.ts';
import type { InferContext, Subject } from './context.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { clash, expectTruth, expectType, infer, reportNoNumber } from './expressions.ts';
import { isScore } from './scores.ts';

/** `定义 系数 分档 完成率 { 100%以上 1.2；其余 1 }` */
export function inferTierValues(node: TiersNode, context: InferContext): Type {
  const subject: Subject | null =
    node.subject === null
      ? null
      : { type: infer(node.subject, context), score: isScore(node.subject, context), expression: node.subject };
  for (const { condition } of node.rows) if (condition !== null) expectTruth(condition, context, subject);
  return alike(
    node.rows.map(({ amount }) => amount),
    context,
  );
}

/** `定义 系数 插值 人口 { 10万人 得 1.1；100万人 得 0.9 }`: its rows are numbers. */
export function inferInterpolatedValue(node: InterpolationNode, context: InferContext): Type {
  const type = infer(node.figure, context);
  if (type.type !== 'number' && type.type !== 'error') reportNoNumber(node.figure.span, type, context);
  for (const { at } of node.anchors)
    if (type.type === 'number' && !reportBare(at, type, context, node.figure)) expectType(at, type, context);
  const value = alike(
    node.anchors.map(({ amount }) => amount),
    context,
  );
  const [first] = node.anchors;
  if (value.type !== 'number' && value.type !== 'error' && first !== undefined) {
    reportNoNumber(first.amount.span, value, context);
    return errorType;
  }
  return value;
}

/** The type that all rows have; one that is of another kind is reported. */
function alike(rows: readonly (AmountNode & ExpressionNode)[], context: InferContext): Type {
  let result: Type = errorType;
  for (const row of rows) {
    const type = infer(row, context);
    if (reportBare(row, result, context)) continue;
    if (agree(result, type)) result = joined(result, type);
    else clash(context, row.span, 'expected', result, type);
  }
  return result;
}
