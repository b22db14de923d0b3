import type { CapNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { isSectionAmong } from '../../adjustments.ts';
import { clauseOf, type MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { labelOf } from '../../show.ts';

/** 扣完为止 where the score does not end at zero, because the item or the total around it may be negative (semantics 4.5). */
export const downToZero = defineDiagnostic<{ whole: Message }>({
  code: 'structure/down-to-zero',
  severity: 'error',
  message: {
    zh: ({ whole }) => `${whole.zh}可为负分，“扣完为止”不起作用；写“封顶…分”`,
    en: ({ whole }) => `${whole.en} may be negative, so "down to zero" has no effect; say "cap … points"`,
  },
});

function visitCap(cap: CapNode, context: RuleContext, ancestors: readonly Node[]): void {
  if (cap.amount !== null) return;
  const open = scoredAround(ancestors, context).find((each) => clauseOf(each, 'may-be-negative') !== null);
  if (open !== undefined) context.report(downToZero.at(cap.span, { whole: labelOf(open) }));
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

export const downToZeroRule: Rule = {
  kinds: [downToZero],
  visit: { cap: visitCap },
};
