import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { absencesOf } from '../../absences.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** All parts can be not applicable at once, and nothing says what then holds (semantics 10.9). */
export const noneApplicable = defineDiagnostic<{ whole: Message }>({
  code: 'structure/none-applicable',
  severity: 'error',
  message: {
    zh: ({ whole }) =>
      `${whole.zh}的下级可能没有一项适用，那时怎么计？写“全不适用 计零分”“全不适用 计满分”或“全不适用 无结果”`,
    en: ({ whole }) =>
      `It can be that no part of ${whole.en} is applicable; what then? Say "none applicable zero", "none applicable full" or "none applicable no result"`,
  },
});

function visit(node: MarkedNode, context: RuleContext): void {
  const absences = absencesOf(context.names);
  if (!context.marks.has(node) || !absences.noneCanApply(node) || absences.isWholeAnswered(node)) return;
  context.report(noneApplicable.at(headSpan(node, context), { whole: labelOf(node) }));
}

export const noneApplicableRule: Rule = {
  kinds: [noneApplicable],
  visit: { total: visit, item: visit },
};
