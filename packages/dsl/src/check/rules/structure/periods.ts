import type { ItemNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { childItems, clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { labelOf } from '../../show.ts';

/** 分期 that leaves something open, or stands where it cannot (semantics 10.10). */
export const periodsUndecided = defineDiagnostic<{ item: Message; what: keyof typeof reasons }>({
  code: 'structure/periods',
  severity: 'error',
  message: {
    zh: ({ item, what }) => `${item.zh} ${reasons[what].zh}`,
    en: ({ item, what }) => `${item.en} ${reasons[what].en}`,
  },
});

const reasons = {
  missing: {
    zh: '分期计分，没有说缺一期怎么计；写“缺期 不计”“缺期 计零分”“缺期 退回”或“缺期 无结果”',
    en: 'is scored by period and does not say what a missing one does; say "missing period not counted", "zero", "return" or "no result"',
  },
  alone: { zh: '写了“缺期”，没有写“分期”', en: 'says "missing period" without "by period"' },
  few: { zh: '只有一期，不用分期；至少要有两期', en: 'has one period only; there must be two or more' },
  nested: {
    zh: '写在评分表里或另一个分期项目里，不能分期；分期写在采用评分表的项目上',
    en: 'stands in a scorecard or in another item by period; say "by period" on the item that uses the scorecard',
  },
} as const satisfies Record<string, Message>;

function visit(node: ItemNode, context: RuleContext, ancestors: readonly Node[]): void {
  const periods = clauseOf(node, 'periods');
  const missing = clauseOf(node, 'missing-period');
  const report = (at: Node, what: keyof typeof reasons): void =>
    context.report(periodsUndecided.at(at.span, { item: labelOf(node), what }));
  if (periods === null) {
    if (missing !== null) report(missing, 'alone');
    return;
  }
  if (ancestors.some(({ kind }) => kind === 'scorecard')) report(periods, 'nested');
  else if (childItems(node.body).length < 2) report(periods, 'few');
  else if (missing === null) report(periods, 'missing');
}

export const periodsUndecidedRule: Rule = {
  kinds: [periodsUndecided],
  visit: { item: visit },
};
