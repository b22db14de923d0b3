import type { DateNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { assessedYear } from '../../assessed-year.ts';
import { dateValue } from '../../literals.ts';
import type { Rule } from '../../rule.ts';

/** A stage that ends before one that stands above it. */
export const deadlineOrder = defineDiagnostic<{ stage: string; date: string; earlier: string; earlierDate: string }>({
  code: 'procedure/deadline-order',
  severity: 'warning',
  message: {
    zh: ({ stage, date, earlier, earlierDate }) =>
      `步骤 \`${stage}\` 的期限 ${date} 早于前面 \`${earlier}\` 的期限 ${earlierDate}；改日期，或调整步骤的先后`,
    en: ({ stage, date, earlier, earlierDate }) =>
      `The stage \`${stage}\` ends on ${date}, before \`${earlier}\` above it (${earlierDate}); change a date or the order`,
  },
});

export const deadlineOrderRule: Rule = {
  kinds: [deadlineOrder],
  visit: {
    procedure: (node, context) => {
      const year = assessedYear(context.tree);
      const dayOf = (date: DateNode): number | null => {
        const inYear = date.year ?? year;
        return inYear === null ? null : dateValue(date, inYear);
      };
      let latest: { readonly day: number; readonly date: DateNode; readonly name: string } | null = null;
      for (const stage of node.stages) {
        const { within } = stage;
        const day = within?.kind === 'date' ? dayOf(within) : null;
        if (within?.kind !== 'date' || day === null) continue;
        const name = context.names.declared.get(stage)?.name ?? '';
        const written = (date: DateNode): string => context.source.text.slice(date.span.start, date.span.end);
        if (latest !== null && day < latest.day) {
          const found = { stage: name, date: written(within), earlier: latest.name, earlierDate: written(latest.date) };
          const related = [{ span: latest.date.span, message: { zh: '前面的期限', en: 'the earlier one' } }];
          context.report(deadlineOrder.at(within.span, found, { related }));
        } else latest = { day, date: within, name };
      }
    },
  },
};
