import type { PanelNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** Marks among peers that do not say whether the mark for oneself counts, and clauses of marks that decide nothing. */
export const ownMark = defineDiagnostic<{ problem: 'undecided' | 'no-rater' | 'sum-of-groups' }>({
  code: 'structure/own-mark',
  severity: 'error',
  message: {
    zh: ({ problem }) =>
      ({
        undecided: '互评中本人给自己打的分计不计？写“不含本人”或“含本人”',
        'no-rater': '评委的打分不记名，没有“本人”；对象互相打分的写 `互评`',
        'sum-of-groups': '“计总和”的测评不分群体：各群体的权重是给平均分用的',
      })[problem],
    en: ({ problem }) =>
      ({
        undecided: 'Does the mark for oneself count among peers? Say "without oneself" or "oneself included"',
        'no-rater':
          'A panel does not record who gave a mark, so there is none for oneself; among peers say `peer review`',
        'sum-of-groups': 'A sum of marks has no groups: their weights are for means',
      })[problem],
  },
});

const answers: readonly { readonly title: Message; readonly line: Message }[] = [
  { title: { zh: '本人的不计', en: 'Leave it out' }, line: { zh: '不含本人', en: 'without oneself' } },
  { title: { zh: '本人的也计', en: 'Count it, too' }, line: { zh: '含本人', en: 'oneself included' } },
];

function visit(node: PanelNode, context: RuleContext): void {
  const { peers, oneself, sum, groups } = node;
  if (peers && oneself === null) {
    const span = node.name.kind === 'name' ? node.name.span : firstWord(node, context.source);
    context.report(ownMark.at(span, { problem: 'undecided' }, { fixes: fixesAtEnd(node, answers, context) }));
  }
  if (!peers && oneself !== null) context.report(ownMark.at(oneself.span, { problem: 'no-rater' }));
  if (sum !== null && groups.length > 0) context.report(ownMark.at(sum.span, { problem: 'sum-of-groups' }));
}

export const ownMarkRule: Rule = { kinds: [ownMark], visit: { panel: visit } };
