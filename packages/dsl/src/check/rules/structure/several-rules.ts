import type { ItemNode, LineNode, ScorecardNode, TotalNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { clauseOf } from '../../marks.ts';
import { onlyCollects } from '../../panels.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord, labelOf } from '../../show.ts';

/** An item whose score is said twice: by two rules, by a rule and its parts, by a scorecard and something else. */
export const severalRules = defineDiagnostic<{ item: Message; first: Message }>({
  code: 'structure/several-rules',
  severity: 'error',
  message: {
    zh: ({ item, first }) => `${item.zh} 的得分已由${first.zh}定出，这里又定一次；只能有一种`,
    en: ({ item, first }) => `The score of ${item.en} already comes from ${first.en}; there can be only one way`,
  },
});

const sources = {
  using: { zh: '采用的评分表', en: 'the scorecard that it uses' },
  rule: { zh: '前面的规则', en: 'the rule above' },
  children: { zh: '下级项目', en: 'its parts' },
} as const satisfies Record<string, Message>;

const rules: ReadonlySet<LineNode['kind']> = new Set([
  'score',
  'proportion',
  'tiers',
  'by-table',
  'against',
  'interpolation',
  'checklist',
  'discretion',
  'deadline',
  'ballot',
  'panel',
]);

function visit(node: ItemNode | TotalNode | ScorecardNode, context: RuleContext): void {
  const using = clauseOf(node, 'using');
  let first: keyof typeof sources | null = using === null ? null : 'using';
  for (const line of node.body) {
    if (line.kind === 'ballot' && onlyCollects(line)) continue;
    const way = line.kind === 'item' ? 'children' : rules.has(line.kind) ? 'rule' : null;
    if (way === null) continue;
    if (first !== null && !(first === 'children' && way === 'children')) {
      const span =
        line.kind === 'item' && line.title.kind !== 'missing' ? line.title.span : firstWord(line, context.source);
      context.report(severalRules.at(span, { item: labelOf(node), first: sources[first] }));
      return;
    }
    first = way;
  }
}

export const severalRulesRule: Rule = {
  kinds: [severalRules],
  visit: { item: visit, total: visit, scorecard: visit },
};
