import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { assessedYear } from '../../assessed-year.ts';
import type { Rule } from '../../rule.ts';

/** A date without a year in a policy that does not name the assessed year (semantics 1.5). */
export const missingYear = defineDiagnostic<{ date: string }>({
  code: 'type/missing-year',
  severity: 'error',
  message: {
    zh: ({ date }) => `\`${date}\` 没有年份：它属于考核年度，而“办法”没有写“版本 年份”`,
    en: ({ date }) => `\`${date}\` has no year: it lies in the assessed year, which "policy … version" does not name`,
  },
});

export const missingYearRule: Rule = {
  kinds: [missingYear],
  visit: {
    streak: (node, context) => {
      if (assessedYear(context.tree) !== null) return;
      context.report(missingYear.at(node.span, { date: context.source.text.slice(node.span.start, node.span.end) }));
    },
    date: (node, context) => {
      if (node.year !== null || assessedYear(context.tree) !== null) return;
      context.report(missingYear.at(node.span, { date: context.source.text.slice(node.span.start, node.span.end) }));
    },
  },
};
