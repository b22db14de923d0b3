import type { ExpressionNode } from '../../ast/nodes.ts';
import { signatureOf } from '../../types/builtins.ts';
import type { InferContext } from './context.ts';

/** Whether an expression is the score of an item or the total, which percentages compare by its full marks. */
export function isScore(node: ExpressionNode, context: InferContext): boolean {
  if (node.kind === 'parenthesis') return isScore(node.inner, context);
  if (node.kind === 'call') return signatureOf(node.function.text)?.id === 'unrounded';
  if (node.kind !== 'path') return false;
  const symbol = context.names.references.get(node)?.symbol;
  return symbol?.kind === 'item' || symbol?.kind === 'total' || resultOf(node, context) === 'score';
}

/** What result of another policy an expression is; null for anything else. */
export function resultOf(node: ExpressionNode, context: InferContext): 'score' | 'grade' | null {
  if (node.kind === 'parenthesis') return resultOf(node.inner, context);
  const field = context.names.references.get(node)?.symbol.node;
  return (field === undefined ? undefined : context.results.get(field)?.result.of) ?? null;
}
