import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule } from '../../rule.ts';

/** A scorecard that uses another: records tell sheets apart by one method's name, which two levels would not. */
export const nestedScorecard = defineDiagnostic<Record<string, never>>({
  code: 'structure/nested-scorecard',
  severity: 'error',
  message: {
    zh: () => '评分表里不能再采用评分表；请在“总分”里采用，或把内容写在一张表里',
    en: () => 'A scorecard cannot use another; use both in the total, or write them as one',
  },
});

export const nestedScorecardRule: Rule = {
  kinds: [nestedScorecard],
  visit: {
    using: (node, context, ancestors) => {
      // 分期 in a scorecard has a report of its own.
      const whole = ancestors.at(-1);
      if (whole?.kind === 'item' && clauseOf(whole, 'sub-period') !== null) return;
      if (ancestors.some((each) => each.kind === 'scorecard')) context.report(nestedScorecard.at(node.span, {}));
    },
  },
};
