import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { exclusiveFixes } from '../../bound-fixes.ts';
import { overlapsAmong } from '../../overlaps.ts';
import type { Rule } from '../../rule.ts';
import { showValue } from '../../show-value.ts';
import { tierTable } from '../../tier-bands.ts';

/** A value that two bands both claim, where neither is the wider one: `80分以上90分以下` beside `90分以上`. */
export const tiersOverlap = defineDiagnostic<{ example: Message }>({
  code: 'tiers/overlap',
  severity: 'error',
  message: {
    zh: ({ example }) => `${example.zh} 同时属于两档；一档写“以上”，另一档写“不满”`,
    en: ({ example }) => `The value ${example.en} belongs to two bands; let one say "or more" and the other "under"`,
  },
});

export const tiersOverlapRule: Rule = {
  kinds: [tiersOverlap],
  visit: {
    tiers: (node, context) => {
      const table = tierTable(node, context);
      if (table === null) return;
      for (const { first, second, example } of overlapsAmong(table.bands, table.subject.range.step)) {
        const condition = second.row.condition ?? second.row;
        const related = [{ span: first.row.span, message: { zh: '另一档', en: 'the other band' } }];
        const fixes = exclusiveFixes([first.row.condition, second.row.condition], example, table.subject, context);
        context.report(
          tiersOverlap.at(
            condition.span,
            { example: showValue(example, table.subject, table.unit) },
            { related, fixes },
          ),
        );
      }
    },
  },
};
