/** Which scores are rounded, and to what (semantics 6.1). */
import { compare, isInteger, isNegative, rational, toInteger } from '@assess/runtime';
import type { FileNode, ItemNode, RoundingNode, TotalNode } from '../ast/nodes.ts';
import { figureOf } from './literals.ts';
import { clauseOf, isLeafItem } from './marks.ts';

/** The decimals to which the score of an item or the total is rounded, or null if it is not. */
export function roundingOf(node: ItemNode | TotalNode, tree: FileNode): number | null {
  const own = clauseOf(node, 'rounding');
  if (own !== null) return decimalsOf(own);
  const head = tree.chapters.find((chapter): chapter is RoundingNode => chapter.kind === 'rounding');
  if (head === undefined) return null;
  const leaf = node.kind === 'total' || isLeafItem(node);
  return leaf ? decimalsOf(head) : null;
}

/** The number of decimals, or null where it is not one (reported elsewhere). */
function decimalsOf(node: RoundingNode): number | null {
  if (node.decimals.kind === 'missing') return null;
  const value = figureOf(node.decimals);
  if (value === null || !isInteger(value) || isNegative(value) || compare(value, rational(10n)) > 0) return null;
  return toInteger(value);
}
