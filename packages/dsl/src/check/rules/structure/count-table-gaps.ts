import { add, compare, formatShort, one, subtract } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { CountRowNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { figureOf } from '../../literals.ts';
import type { Rule } from '../../rule.ts';

/** A table by count that leaves some count above its first row without a row, or names one twice (semantics 4.6). */
export const countTableGaps = defineDiagnostic<{ count: Rational; problem: 'missing' | 'above' | 'twice' }>({
  code: 'structure/count-table-gaps',
  severity: 'error',
  message: {
    zh: ({ count, problem }) => {
      const shown = formatShort(count);
      if (problem === 'twice') return `${shown} 次写了两行`;
      return problem === 'missing'
        ? `${shown} 次没有对应的一行`
        : `${shown} 次及以上没有对应的一行，最后一行可写作“…以上”`;
    },
    en: ({ count, problem }) => {
      const shown = formatShort(count);
      if (problem === 'twice') return `There are two rows for a count of ${shown}`;
      return problem === 'missing'
        ? `There is no row for a count of ${shown}`
        : `There is no row for a count of ${shown} and above; the last row can say "or more"`;
    },
  },
});

export const countTableGapsRule: Rule = {
  kinds: [countTableGaps],
  visit: {
    case: ({ table }, context) => {
      const rows = table.flatMap((row): { row: CountRowNode; count: Rational }[] => {
        const count = figureOf(row.count);
        return count === null ? [] : [{ row, count }];
      });
      const sorted = rows.toSorted((a, b) => compare(a.count, b.count));
      sorted.forEach(({ row, count }, index) => {
        const next = sorted[index + 1];
        if (next === undefined) {
          if (row.orMore) return;
          const end = row.count.span.end;
          const text = context.locale === 'zh' ? '以上' : ' or more';
          context.report(
            countTableGaps.at(
              row.span,
              { count: add(count, one), problem: 'above' },
              {
                fixes: [
                  {
                    title: { zh: '最后一行改为“以上”', en: 'Let the last row say "or more"' },
                    safe: false,
                    edits: [{ span: { start: end, end }, text }],
                  },
                ],
              },
            ),
          );
          return;
        }
        const difference = subtract(next.count, count);
        const related = [{ span: row.span, message: { zh: '前一行', en: 'the row before' } }];
        if (compare(difference, one) < 0)
          context.report(countTableGaps.at(next.row.span, { count, problem: 'twice' }, { related }));
        else if (compare(difference, one) > 0 && !row.orMore)
          context.report(countTableGaps.at(next.row.span, { count: add(count, one), problem: 'missing' }, { related }));
      });
    },
  },
};
