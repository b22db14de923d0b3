import type { LineNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** A line that has no place in a list: a list adds and deducts, it has no score of its own. */
export const misplacedLine = defineDiagnostic<{ line: Message }>({
  code: 'structure/misplaced-line',
  severity: 'error',
  message: {
    zh: ({ line }) => `清单里不能有${line.zh}，只能有情形、“当”和下级清单`,
    en: ({ line }) => `A list cannot hold ${line.en}, only cases, conditions and lists`,
  },
});

const names: Partial<Record<LineNode['kind'], Message>> = {
  score: { zh: '得分规则', en: 'a rule' },
  proportion: { zh: '得分规则', en: 'a rule' },
  tiers: { zh: '得分规则', en: 'a rule' },
  'by-table': { zh: '得分规则', en: 'a rule' },
  against: { zh: '得分规则', en: 'a rule' },
  checklist: { zh: '得分规则', en: 'a rule' },
  discretion: { zh: '得分规则', en: 'a rule' },
  interpolation: { zh: '得分规则', en: 'a rule' },
  deadline: { zh: '得分规则', en: 'a rule' },
  ballot: { zh: '测评', en: 'a ballot' },
  panel: { zh: '打分', en: 'marks' },
};

function visit(node: { readonly body: readonly LineNode[] }, context: RuleContext): void {
  for (const line of node.body) {
    const name = names[line.kind];
    if (name !== undefined) context.report(misplacedLine.at(firstWord(line, context.source), { line: name }));
  }
}

export const misplacedLineRule: Rule = {
  kinds: [misplacedLine],
  visit: {
    list: visit,
    item: (node, context, ancestors: readonly Node[]) => {
      if (ancestors.some((each) => each.kind === 'list')) visit(node, context);
    },
  },
};
