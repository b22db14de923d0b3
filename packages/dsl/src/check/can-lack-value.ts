import type { Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import type { Symbol } from '../symbols/symbol.ts';
import type { Analysis } from './analysis.ts';

/** Definitions within definitions beyond which nothing is claimed. */
const deepest = 30;

/**
 * Whether an expression can be without a value for some subject: not reported, without result, or with a divisor that is zero. Then
 * figures over a cohort may be figures of nobody.
 */
export function canLackValue(node: Node, facts: Pick<Analysis, 'names' | 'tree'>, depth = 0): boolean {
  if (depth > deepest) return true;
  const pending: Node[] = [node];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if ((each.kind === 'arithmetic' && each.operator === '/') || each.kind === 'no-result') return true;
    const symbol = facts.names.references.get(each)?.symbol;
    if (symbol !== undefined && lacks(symbol, facts, depth)) return true;
    if (each.kind !== 'path') pending.push(...childrenOf(each));
  }
  return false;
}

function lacks({ node, kind }: Symbol, facts: Pick<Analysis, 'names' | 'tree'>, depth: number): boolean {
  switch (kind) {
    case 'attribute':
    case 'input':
      return node.kind === 'field' && (node.notReported !== null || node.notApplicable !== null);
    case 'figure':
      // A definition says what holds where its denominator is zero.
      if (node.kind !== 'define') return false;
      return canLackValue(node.value, facts, depth + 1) || (node.ifZero !== null && saysNoResult(node.ifZero));
    case 'table':
      return node.kind === 'table' && canLackValue(node.choice, facts, depth + 1);
    case 'item':
    case 'total':
      return saysNoResult(facts.tree);
    default:
      return false;
  }
}

/** Whether 无结果 is written anywhere in a node. */
function saysNoResult(node: Node): boolean {
  const pending: Node[] = [node];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each.kind === 'no-result' || ('policy' in each && each.policy === 'no-result')) return true;
    pending.push(...childrenOf(each));
  }
  return false;
}
