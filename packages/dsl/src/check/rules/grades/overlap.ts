import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { exclusiveFixes } from '../../bound-fixes.ts';
import { gradeTable } from '../../grade-bands.ts';
import { overlapsAmong } from '../../overlaps.ts';
import type { Rule } from '../../rule.ts';
import { showValue } from '../../show-value.ts';

/** A score that two grades claim: `80分以上90分以下` beside `90分以上`. */
export const gradesOverlap = defineDiagnostic<{ example: Message; first: string; second: string }>({
  code: 'grades/overlap',
  severity: 'error',
  message: {
    zh: ({ example, first, second }) =>
      `${example.zh} 同时属于 \`${first}\` 和 \`${second}\`；一个写“以上”，另一个写“不满”`,
    en: ({ example, first, second }) =>
      `The value ${example.en} belongs to both \`${first}\` and \`${second}\`; let one say "or more" and the other "under"`,
  },
});

export const gradesOverlapRule: Rule = {
  kinds: [gradesOverlap],
  visit: {
    grades: (node, context) => {
      const table = gradeTable(node, context);
      if (table === null) return;
      const { subject, bands, unit } = table;
      // Further conditions of a line do not part two ranges: the number stands in both.
      const ranges = bands.filter(({ line }) => line.condition !== null).map((band) => ({ ...band, exact: true }));
      for (const { first, second, example } of overlapsAmong(ranges, subject.range.step)) {
        const values = {
          example: showValue(example, subject, unit),
          first: first.line.name.text,
          second: second.line.name.text,
        };
        const related = [
          { span: first.line.span, message: { zh: `\`${values.first}\` 在这里`, en: `\`${values.first}\` is here` } },
        ];
        const fixes = exclusiveFixes([first.line.condition, second.line.condition], example, subject, context);
        context.report(gradesOverlap.at(second.line.condition?.span ?? second.line.span, values, { related, fixes }));
      }
    },
  },
};
