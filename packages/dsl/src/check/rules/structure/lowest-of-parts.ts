import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { childItems, clauseOf } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { labelOf } from '../../show.ts';

/** 取最低 where there is nothing to compare, or where weights would be lost (semantics 3.8). */
export const lowestOfParts = defineDiagnostic<{ whole: Message; parts: number; weighted: boolean }>({
  code: 'structure/lowest-of-parts',
  severity: 'error',
  message: {
    zh: ({ whole, parts, weighted }) =>
      weighted
        ? `${whole.zh}取最低，只看最低的一项，各下级的权重不起作用；请改写分值`
        : `${whole.zh}取最低，至少要有 2 个下级项目，实际有 ${parts} 个`,
    en: ({ whole, parts, weighted }) =>
      weighted
        ? `${whole.en} takes the lowest of its parts, so their weights have no effect; give them points instead`
        : `${whole.en} takes the lowest of its parts, which needs at least 2 of them; it has ${parts}`,
  },
});

function visit(node: MarkedNode, context: RuleContext): void {
  const clause = clauseOf(node, 'lowest-of-parts');
  if (clause === null) return;
  const parts = childItems(node.body);
  const weighted = parts.some((part) => clauseOf(part, 'weight') !== null);
  if (parts.length >= 2 && !weighted) return;
  context.report(lowestOfParts.at(clause.span, { whole: labelOf(node), parts: parts.length, weighted }));
}

export const lowestOfPartsRule: Rule = {
  kinds: [lowestOfParts],
  visit: { total: visit, scorecard: visit, item: visit },
};
