import { compare } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { gradeTable } from '../../grade-bands.ts';
import type { BandSubject } from '../../bands.ts';
import type { GradeBand } from '../../grade-bands.ts';
import type { Rule } from '../../rule.ts';
import { showValue } from '../../show-value.ts';

/** Grades that do not run from the best down: a line that asks for more than the one above it. */
export const gradesOrder = defineDiagnostic<{ higher: string; high: Message; lower: string; low: Message }>({
  code: 'grades/order',
  severity: 'error',
  message: {
    zh: ({ higher, high, lower, low }) =>
      `等次从高到低排列，而 \`${higher}\`（${high.zh}）排在 \`${lower}\`（${low.zh}）后面`,
    en: ({ higher, high, lower, low }) =>
      `Grades run from the best down, but \`${higher}\` (${high.en}) stands below \`${lower}\` (${low.en})`,
  },
});

/** A line with conditions on other things alone has no place by its score: `各维度 不低于60%` above `80分以上`. */
function asksNothing(low: Rational, { domain }: BandSubject): boolean {
  const least = domain[0]?.low ?? null;
  return least !== null && compare(low, least) === 0;
}

export const gradesOrderRule: Rule = {
  kinds: [gradesOrder],
  visit: {
    grades: (node, context) => {
      const table = gradeTable(node, context);
      if (table === null) return;
      const { subject, bands, unit } = table;
      let lowest: { readonly band: GradeBand; readonly low: Rational } | null = null;
      for (const band of bands) {
        const low = band.line.condition === null ? null : (band.set[0]?.low ?? null);
        if (low === null || (!band.exact && asksNothing(low, subject))) continue;
        if (lowest === null || compare(low, lowest.low) <= 0) {
          lowest = { band, low };
          continue;
        }
        const values = {
          higher: band.line.name.text,
          high: showValue(low, subject, unit),
          lower: lowest.band.line.name.text,
          low: showValue(lowest.low, subject, unit),
        };
        const message = { zh: `\`${values.lower}\` 在这里`, en: `\`${values.lower}\` is here` };
        context.report(
          gradesOrder.at(band.line.name.span, values, { related: [{ span: lowest.band.line.span, message }] }),
        );
        return;
      }
    },
  },
};
