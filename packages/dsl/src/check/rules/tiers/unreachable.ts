import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { onSteps, unite, without } from '../../intervals.ts';
import type { NumberSet } from '../../intervals.ts';
import type { Rule } from '../../rule.ts';
import { tierTable } from '../../tier-bands.ts';

/**
 * A row that no value reaches: the rows above it take everything, or the figure never gets there. A last 其余 for which nothing is
 * left is only careful.
 */
export const tiersUnreachable = defineDiagnostic<{ reason: 'above' | 'range' | 'rest' }>({
  code: 'tiers/unreachable',
  severity: 'warning',
  message: {
    zh: ({ reason }) =>
      ({
        above: '这一行永远轮不到：前面的行已包含了它的全部取值',
        range: '这一行永远轮不到：取值范围里没有这样的数',
        rest: '“其余”以后的行永远轮不到；“其余”放在最后',
      })[reason],
    en: ({ reason }) =>
      ({
        above: 'This row never applies: the rows above it take all its values',
        range: 'This row never applies: the figure has no such value',
        rest: 'Rows behind "otherwise" never apply; put "otherwise" last',
      })[reason],
  },
});

export const tiersUnreachableRule: Rule = {
  kinds: [tiersUnreachable],
  visit: {
    tiers: (node, context) => {
      const rest = node.rows.findIndex((row) => row.condition === null);
      if (rest !== -1) {
        for (const row of node.rows.slice(rest + 1)) context.report(tiersUnreachable.at(row.span, { reason: 'rest' }));
      }
      const table = tierTable(node, context);
      if (table === null) return;
      const { subject, bands } = table;
      let taken: NumberSet = [];
      for (const { row, set, exact } of bands) {
        if (rest !== -1 && node.rows.indexOf(row) > rest) break;
        if (set.length === 0) context.report(tiersUnreachable.at(row.span, { reason: 'range' }));
        else if (onSteps(without(set, taken), subject.range.step).length === 0)
          context.report(tiersUnreachable.at(row.span, { reason: 'above' }));
        if (exact) taken = unite(taken, set);
      }
    },
  },
};
