import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { mainScale } from '../../../symbols/main-scale.ts';
import type { Rule } from '../../rule.ts';

/** An effect on the grade in a policy that gives none. One that names a grade is an unknown grade. */
export const gradesNoScale = defineDiagnostic<{ effect: string }>({
  code: 'grades/no-scale',
  severity: 'error',
  message: {
    zh: ({ effect }) => `\`${effect}\` 无从谈起：本办法没有“等次”一章`,
    en: ({ effect }) => `\`${effect}\` acts on nothing: the policy has no chapter "grades"`,
  },
});

export const gradesNoScaleRule: Rule = {
  kinds: [gradesNoScale],
  visit: {
    'grade-effect': (node, context) => {
      if (node.grade !== null || mainScale(context.names) !== null) return;
      const effect = context.source.text.slice(node.span.start, node.span.end);
      context.report(gradesNoScale.at(node.span, { effect }));
    },
  },
};
