import { compare, isNegative } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { literalValue } from '../../literals.ts';
import { clauseOf } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { showIn } from '../../show.ts';

/** 可超满分 至 less than the full marks, 可为负分 至 more than zero. */
export const limitOrder = defineDiagnostic<{ limit: Message; full: Message | null }>({
  code: 'structure/limit-order',
  severity: 'error',
  message: {
    zh: ({ limit, full }) =>
      full === null ? `可为负分的限值应是负数，写的是 ${limit.zh}` : `可超满分的限值 ${limit.zh} 不到满分 ${full.zh}`,
    en: ({ limit, full }) =>
      full === null
        ? `The limit of "may be negative" must be negative, not ${limit.en}`
        : `The limit ${limit.en} of "may exceed full marks" is below the full marks of ${full.en}`,
  },
});

function visit(node: MarkedNode, context: RuleContext): void {
  const full = context.marks.get(node)?.full ?? null;
  const exceed = clauseOf(node, 'may-exceed')?.limit ?? null;
  const most = exceed === null ? null : literalValue(exceed);
  if (exceed !== null && most !== null && full !== null && compare(most, full) < 0)
    context.report(limitOrder.at(exceed.span, { limit: showIn(most, 'point'), full: showIn(full, 'point') }));
  const negative = clauseOf(node, 'may-be-negative')?.limit ?? null;
  const least = negative === null ? null : literalValue(negative);
  if (negative !== null && least !== null && !isNegative(least))
    context.report(limitOrder.at(negative.span, { limit: showIn(least, 'point'), full: null }));
}

export const limitOrderRule: Rule = {
  kinds: [limitOrder],
  visit: { total: visit, scorecard: visit, item: visit },
};
