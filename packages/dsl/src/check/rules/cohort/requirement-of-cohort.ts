import type { ExpressionNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { comparesSubjects } from '../../compares-subjects.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** A condition on a record that looks at the other subjects: it decides who is in the cohort (semantics 11.1, 13.1). */
export const requirementOfCohort = defineDiagnostic<{ condition: string }>({
  code: 'cohort/requirement-of-cohort',
  severity: 'error',
  message: {
    zh: ({ condition }) => `\`${condition}\` 要看其他对象，而它决定这条记录退回不退回；退回的不在全体之内，无从先算`,
    en: ({ condition }) =>
      `\`${condition}\` depends on the other subjects, but decides whether this record is refused, before anybody is compared`,
  },
});

function check(condition: ExpressionNode, context: RuleContext): void {
  if (!comparesSubjects(condition, context)) return;
  const text = context.source.text.slice(condition.span.start, condition.span.end).slice(0, 60);
  context.report(requirementOfCohort.at(condition.span, { condition: text }));
}

export const requirementOfCohortRule: Rule = {
  kinds: [requirementOfCohort],
  visit: {
    require: ({ condition }, context) => check(condition, context),
    when: ({ condition, effect }, context) => {
      if (effect.kind === 'refusal-effect') check(condition, context);
    },
  },
};
