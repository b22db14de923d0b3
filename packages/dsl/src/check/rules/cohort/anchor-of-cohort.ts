import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { comparesSubjects } from '../../compares-subjects.ts';
import type { Rule } from '../../rule.ts';

/** An anchor of 插值 at a figure over the cohort: whether anchors are in order decides who is in the cohort (semantics 11.1). */
export const anchorOfCohort = defineDiagnostic<{ anchor: string }>({
  code: 'cohort/anchor-of-cohort',
  severity: 'error',
  message: {
    zh: ({ anchor }) =>
      `插值的点 \`${anchor}\` 要看其他对象：各点的先后是退回记录的条件，不能等全体算出来；请用“得分 = …”写明算式`,
    en: ({ anchor }) =>
      `The anchor \`${anchor}\` depends on the other subjects, but a record whose anchors are out of order is refused before anybody is compared; write the formula behind “score = …”`,
  },
});

export const anchorOfCohortRule: Rule = {
  kinds: [anchorOfCohort],
  visit: {
    anchor: ({ at }, context) => {
      if (!comparesSubjects(at, context)) return;
      const anchor = context.source.text.slice(at.span.start, at.span.end).slice(0, 60);
      context.report(anchorOfCohort.at(at.span, { anchor }));
    },
  },
};
