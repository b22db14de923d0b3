import { ceiling, floor, type Rational } from '@assess/runtime';
import type { ExpressionNode, Relation } from '../ast/nodes.ts';
import { figureOf, unbracketed } from './literals.ts';

/** From how many values to how many, both included; null is without end. */
export interface Counts {
  readonly from: number;
  readonly to: number | null;
}

/**
 * The numbers of values that the condition of a 去掉 stands for: `6个`, `7个以上`, `6至9个`; any number without one. Null for a condition
 * that is no bound on the number.
 */
export function countsOf(condition: ExpressionNode | null): Counts | null {
  if (condition === null) return { from: 0, to: null };
  const node = unbracketed(condition);
  if (node.kind === 'quantity') return within('=', figureOf(node));
  if (node.kind === 'compare' && node.left === null && node.right.kind === 'quantity')
    return within(node.relation, figureOf(node.right));
  if (node.kind === 'between' && node.left === null && node.low.kind === 'quantity' && node.high.kind === 'quantity') {
    const low = within(node.lowRelation, figureOf(node.low));
    const high = within(node.highRelation, figureOf(node.high));
    return low === null || high === null ? null : { from: low.from, to: high.to };
  }
  return null;
}

function within(relation: Relation, bound: Rational | null): Counts | null {
  if (bound === null) return null;
  const [up, down] = [Number(ceiling(bound)), Number(floor(bound))];
  const isWhole = up === down;
  switch (relation) {
    case '=':
      return isWhole ? { from: up, to: up } : null;
    case '>=':
      return { from: Math.max(0, up), to: null };
    case '>':
      return { from: Math.max(0, down + 1), to: null };
    case '<=':
      return { from: 0, to: down };
    case '<':
      return { from: 0, to: up - 1 };
    case '!=':
      return null;
  }
}
