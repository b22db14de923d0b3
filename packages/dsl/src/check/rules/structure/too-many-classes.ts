import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Symbol } from '../../../symbols/symbol.ts';
import { combinationsOf, keysOfItem, mostCombinations } from '../../classes.ts';
import { childItems } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** Parts that depend on so many classes at once that their points and weights cannot be checked for each combination. */
export const tooManyClasses = defineDiagnostic<{ whole: Message; keys: readonly string[] }>({
  code: 'structure/too-many-classes',
  severity: 'error',
  message: {
    zh: ({ whole, keys }) =>
      `${whole.zh}同时随${keys.join('、')}变化，组合超过 ${mostCombinations} 种，无法逐一核对分值和权重；请少按几个属性区分`,
    en: ({ whole, keys }) =>
      `${whole.en} depends on ${keys.join(', ')} at once: more than ${mostCombinations} combinations, too many to check points and weights for each; let it depend on fewer attributes`,
  },
});

function visit(node: MarkedNode, context: RuleContext): void {
  const children = childItems(node.body);
  const keys = new Set<Symbol>();
  for (const child of children) {
    for (const key of keysOfItem(child, context.names)) keys.add(key);
    // What is too much further down has been said there.
    for (const key of context.marks.get(child)?.byClass?.keys ?? []) keys.add(key);
  }
  if (combinationsOf(keys) !== null) return;
  const names = [...keys].map(({ name }) => name);
  context.report(tooManyClasses.at(headSpan(node, context), { whole: labelOf(node), keys: names }));
}

export const tooManyClassesRule: Rule = {
  kinds: [tooManyClasses],
  visit: { total: visit, scorecard: visit, item: visit },
};
