import type { Node } from '../ast/nodes.ts';
import { isSectionAmong } from './adjustments.ts';
import { clauseOf, type MarkedNode } from './marks.ts';
import type { RuleContext } from './rule.ts';

/** The item or the total that a line counts in, if it may be negative: 扣完为止 has no zero there (semantics 4.5). */
export function openBelow(ancestors: readonly Node[], context: RuleContext): MarkedNode | null {
  return scoredAround(ancestors, context).find((each) => clauseOf(each, 'may-be-negative') !== null) ?? null;
}

/** The item or the total that a line counts in; for a line of a scorecard the items that use it. */
function scoredAround(ancestors: readonly Node[], { tree, names }: RuleContext): readonly MarkedNode[] {
  for (const [index, node] of [...ancestors.entries()].toReversed()) {
    if (node.kind === 'total' || (node.kind === 'item' && !isSectionAmong(ancestors.slice(0, index)))) return [node];
    if (node.kind !== 'scorecard') continue;
    const symbol = names.declared.get(node);
    const users = symbol === undefined ? [] : (names.users.get(symbol) ?? []);
    return users.flatMap(({ node: user }) => (user.kind === 'item' ? [user] : []));
  }
  // The lists that stand as chapters act on the total.
  return tree.chapters.filter((chapter) => chapter.kind === 'total');
}
