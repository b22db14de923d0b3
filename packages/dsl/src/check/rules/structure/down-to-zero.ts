import type { CapNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { openBelow } from '../../open-below.ts';
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
  if (cap.amount !== null || cap.periods.length > 0) return;
  const open = openBelow(ancestors, context);
  if (open !== null) context.report(downToZero.at(cap.span, { whole: labelOf(open) }));
}

export const downToZeroRule: Rule = {
  kinds: [downToZero],
  visit: { cap: visitCap },
};
