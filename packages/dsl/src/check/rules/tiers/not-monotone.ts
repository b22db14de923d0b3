import { compare, formatShort } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { literalValue } from '../../literals.ts';
import type { Rule } from '../../rule.ts';
import { tierTable } from '../../tier-bands.ts';

/** Bands whose points go up and down: a better figure would earn less than a worse one on one side only. */
export const tiersNotMonotone = defineDiagnostic<{ amount: Rational; before: Rational; after: Rational }>({
  code: 'tiers/not-monotone',
  severity: 'warning',
  message: {
    zh: ({ amount, before, after }) =>
      `各档分值忽高忽低：${formatShort(before)}分、${formatShort(amount)}分、${formatShort(after)}分，是否写错？`,
    en: ({ amount, before, after }) =>
      `The points of the bands go up and down: ${formatShort(before)}, ${formatShort(amount)}, ${formatShort(after)}; is one of them wrong?`,
  },
});

export const tiersNotMonotoneRule: Rule = {
  kinds: [tiersNotMonotone],
  visit: {
    tiers: (node, context) => {
      const table = tierTable(node, context);
      // Options and yes or no have no order.
      const type = table?.subject.symbol?.node.kind === 'field' ? table.subject.symbol.node.type.kind : null;
      if (table === null || type === 'choice-type' || type === 'yes-no-type') return;
      if (!table.bands.every((band) => band.exact)) return;
      // In the order of the figure: by the upper ends, as rows from the top take what is above the next.
      const rows = table.bands
        .flatMap(({ row, set }) => {
          const value = literalValue(row.amount);
          const unit = row.amount.kind === 'quantity' ? row.amount.unit : null;
          const [low, high] = [set[0], set.at(-1)];
          return value === null || unit !== 'point' || low === undefined || high === undefined
            ? []
            : [{ row, value, low, high }];
        })
        .toSorted((a, b) => order(a.high.high, b.high.high, 1) || order(a.low.low, b.low.low, -1));
      for (let index = 1; index + 1 < rows.length; index++) {
        const [before, row, after] = [rows[index - 1], rows[index], rows[index + 1]];
        if (before === undefined || row === undefined || after === undefined) continue;
        const [up, on] = [compare(row.value, before.value), compare(after.value, row.value)];
        if (up * on >= 0) continue;
        const values = { amount: row.value, before: before.value, after: after.value };
        context.report(tiersNotMonotone.at(row.row.amount.span, values));
        return;
      }
    },
  },
};

/** Compares two ends; one without end is beyond all others on its side. */
function order(a: Rational | null, b: Rational | null, side: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? side : -side;
  return compare(a, b);
}
