import type { ExpressionNode } from '../../ast/nodes.ts';
import { signatureOf } from '../../types/builtins.ts';
import type { InferContext } from './context.ts';

/** Whether an expression is the score of an item or the total, which percentages compare by its full marks. */
export function isScore(node: ExpressionNode, context: InferContext): boolean {
  if (node.kind === 'parenthesis') return isScore(node.inner, context);
  if (node.kind === 'call') return signatureOf(node.function.text)?.id === 'unrounded';
  if (node.kind !== 'path') return false;
  const kind = context.names.references.get(node)?.symbol.kind;
  return kind === 'item' || kind === 'total';
}
