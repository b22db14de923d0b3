import type { BallotNode, PanelNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import { onlyCollects } from '../../panels.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** A ballot with groups that does not say what a group without a counted vote does (semantics 5.4). */
export const emptyGroup = defineDiagnostic<Record<string, never>>({
  code: 'structure/empty-group',
  severity: 'error',
  message: {
    zh: () => '某个群体一票未投时怎么算？写“空组 本级折算”（权重分给其他群体）或“空组 计零分”',
    en: () => 'What if nobody in a group votes? Say "empty group rescale within parent" or "empty group zero"',
  },
});

const answers: readonly { readonly title: Message; readonly line: Message }[] = [
  {
    title: { zh: '权重按比例分给其他群体', en: 'Share its weight among the others' },
    line: { zh: '空组 本级折算', en: 'empty group rescale within parent' },
  },
  {
    title: { zh: '这个群体计零分', en: 'The group counts as zero' },
    line: { zh: '空组 计零分', en: 'empty group zero' },
  },
];

export const emptyGroupRule: Rule = {
  kinds: [emptyGroup],
  visit: {
    // A ballot that only collects has no mean over the groups.
    ballot: (node, context) => {
      if (!onlyCollects(node)) visit(node, context);
    },
    panel: visit,
  },
};

function visit(node: BallotNode | PanelNode, context: RuleContext): void {
  if (node.groups.length === 0 || node.emptyGroup !== null) return;
  const span = node.name.kind === 'name' ? node.name.span : firstWord(node, context.source);
  context.report(emptyGroup.at(span, {}, { fixes: fixesAtEnd(node, answers, context) }));
}
