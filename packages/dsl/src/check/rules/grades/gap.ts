import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { gradeTable } from '../../grade-bands.ts';
import { exampleIn, hull, onSteps, unite, without } from '../../intervals.ts';
import type { Rule } from '../../rule.ts';
import { showValue } from '../../show-value.ts';
import { firstWord } from '../../show.ts';

/** Scores between two grades that belong to neither: `90至100分`, `80至89分` and a score of 89.5. */
export const gradesGap = defineDiagnostic<{ example: Message }>({
  code: 'grades/gap',
  severity: 'error',
  message: {
    zh: ({ example }) => `${example.zh} 落在两个等次之间，不属于任何一个；改用“…分以上”把它们接起来`,
    en: ({ example }) =>
      `The value ${example.en} falls between two grades and belongs to neither; write "… points or more" so that they meet`,
  },
});

export const gradesGapRule: Rule = {
  kinds: [gradesGap],
  visit: {
    grades: (node, context) => {
      const table = gradeTable(node, context);
      if (table === null) return;
      const { subject, bands, unit } = table;
      // A line with further conditions marks its place as well, whoever meets them.
      const sets = bands.filter(({ line }) => line.condition !== null).map(({ set }) => set);
      const covered = sets.reduce(unite, []);
      const example = exampleIn(onSteps(without(hull(covered), covered), subject.range.step));
      if (example === null) return;
      context.report(gradesGap.at(firstWord(node, context.source), { example: showValue(example, subject, unit) }));
    },
  },
};
