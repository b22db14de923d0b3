import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { capAround, capOf, isUncapped, pointsEffectsIn } from '../../adjustments.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** A list whose sum nobody limited, although its members are. */
export const listWithoutCap = defineDiagnostic<{ list: Message; adds: boolean }>({
  code: 'structure/list-without-cap',
  severity: 'warning',
  message: {
    zh: ({ list, adds }) => `${list.zh} 没有写封顶：合计最多${adds ? '加' : '扣'}多少？`,
    en: ({ list, adds }) => `${list.en} has no cap: how much can it ${adds ? 'add' : 'deduct'} in all?`,
  },
});

/** One case with a cap of its own is its own limit; a list around it may limit both. */
export const listWithoutCapRule: Rule = {
  kinds: [listWithoutCap],
  visit: {
    list: (node, context, ancestors) => {
      if (clauseOf(node, 'cap') !== null || capAround(ancestors) !== null) return;
      if (isUncapped([...ancestors, node])) return;
      const effects = pointsEffectsIn(node.body);
      if (effects.length === 0) return;
      if (
        effects.length === 1 &&
        effects.every((effect) => effect.kind === 'discretion' || effect.per === null || capOf(effect) !== null)
      )
        return;
      const adds = node.sort === 'bonuses';
      context.report(listWithoutCap.at(headSpan(node, context), { list: labelOf(node), adds }));
    },
  },
};
