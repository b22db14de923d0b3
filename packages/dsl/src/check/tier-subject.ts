/** The one quantity that all rows of a table look at. */
import type { ExpressionNode, TiersNode } from '../ast/nodes.ts';
import type { Reference } from '../symbols/symbol.ts';
import type { Analysis } from './analysis.ts';
import { unbracketed } from './literals.ts';

/**
 * The quantity behind 分档; where none is written, the one name with which every row begins its comparisons. Null where there
 * is none, so that nothing can be said of gaps.
 */
export function commonSubject(node: TiersNode, facts: Pick<Analysis, 'names'>): ExpressionNode | null {
  if (node.subject !== null) return node.subject;
  let common: { readonly expression: ExpressionNode; readonly reference: Reference } | null = null;
  for (const row of node.rows) {
    const left = row.condition === null ? null : firstLeft(row.condition);
    if (left === null) continue;
    const reference = facts.names.references.get(left);
    if (reference === undefined) return null;
    if (
      common !== null &&
      (common.reference.symbol !== reference.symbol || common.reference.through !== reference.through)
    )
      return null;
    common = { expression: left, reference };
  }
  return common?.expression ?? null;
}

function firstLeft(condition: ExpressionNode): ExpressionNode | null {
  switch (condition.kind) {
    case 'parenthesis':
      return firstLeft(condition.inner);
    case 'not':
      return firstLeft(condition.operand);
    case 'logic': {
      const [first] = condition.operands;
      return first === undefined ? null : firstLeft(first);
    }
    case 'compare':
    case 'between':
      return condition.left === null ? null : unbracketed(condition.left);
    default:
      return null;
  }
}
