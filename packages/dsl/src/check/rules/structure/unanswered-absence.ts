import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { absencesOf, type Unanswered } from '../../absences.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { labelOf } from '../../show.ts';

/** An item that may be not applicable, and nothing says what then holds (semantics 10.7). */
export const unansweredAbsence = defineDiagnostic<{ item: Message; what: Unanswered['what'] }>({
  code: 'structure/unanswered-absence',
  severity: 'error',
  message: {
    zh: ({ item, what }) =>
      `${item.zh} ${reasons[what].zh}，那时怎么计？在本项或上级写“不适用 本级折算”（或全表折算、计满分、取均值、计零分、无结果）`,
    en: ({ item, what }) =>
      `${item.en} ${reasons[what].en}; what then? Say "not applicable rescale within parent" (or rescale, full, mean of others, zero, no result) on it or around it`,
  },
});

const reasons: Readonly<Record<Unanswered['what'], Message>> = {
  condition: { zh: '在这个条件不成立时不适用', en: 'is not applicable where this condition does not hold' },
  cell: { zh: '用到表里的“不适用”', en: 'uses a table that says "not applicable" here' },
  item: { zh: '用到可能不适用的项目', en: 'uses an item that may be not applicable' },
};

function visit(node: MarkedNode, context: RuleContext): void {
  if (!context.marks.has(node)) return;
  for (const { at, what } of absencesOf(context.names).unanswered(node)) {
    context.report(unansweredAbsence.at(at.span, { item: labelOf(node), what }));
  }
}

export const unansweredAbsenceRule: Rule = {
  kinds: [unansweredAbsence],
  visit: { item: visit },
};
