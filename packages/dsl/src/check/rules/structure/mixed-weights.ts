import type { ItemNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { childItems, clauseOf } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** Parts of one whole that share its marks in different ways. */
export const mixedWeights = defineDiagnostic<{ whole: Message; odd: Message; way: Sharing; others: Sharing }>({
  code: 'structure/mixed-weights',
  severity: 'error',
  message: {
    zh: ({ whole, odd, way, others }) =>
      `${whole.zh}的下级多数${ways[others].zh}，而 ${odd.zh} ${ways[way].zh}；同一级只能用一种`,
    en: ({ whole, odd, way, others }) =>
      `Most parts of ${whole.en} ${ways[others].en}, but ${odd.en} ${singular[way]}; parts of one whole share in one way`,
  },
});

type Sharing = 'percent' | 'parts' | 'none';
const ways: Readonly<Record<Sharing, Message>> = {
  percent: { zh: '按百分比占权重', en: 'have percentage weights' },
  parts: { zh: '按“份”占权重', en: 'have weights in parts' },
  none: { zh: '没有写权重', en: 'have no weight' },
};

const singular: Readonly<Record<Sharing, string>> = {
  percent: 'has a percentage weight',
  parts: 'has a weight in parts',
  none: 'has no weight',
};

function sharingOf(item: ItemNode): Sharing {
  const weight = clauseOf(item, 'weight')?.amount;
  if (weight === undefined) return 'none';
  const values = weight.kind === 'by-table' ? weight.rows.map((row) => row.value) : [weight];
  return values.some((value) => value.kind === 'quantity' && value.unit === 'part') ? 'parts' : 'percent';
}

function visit(node: MarkedNode, context: RuleContext): void {
  const children = childItems(node.body);
  const sharings = children.map(sharingOf);
  if (new Set(sharings).size < 2) return;
  const count = (way: Sharing): number => sharings.filter((each) => each === way).length;
  // Where as many have a weight as have none, the weight is what was meant.
  const others = (['percent', 'parts', 'none'] as const).reduce((a, b) => (count(b) > count(a) ? b : a));
  children.forEach((child, index) => {
    const way = sharings[index] ?? 'none';
    if (way === others) return;
    context.report(
      mixedWeights.at(headSpan(child, context), { whole: labelOf(node), odd: labelOf(child), way, others }),
    );
  });
}

export const mixedWeightsRule: Rule = {
  kinds: [mixedWeights],
  visit: { total: visit, scorecard: visit, item: visit },
};
