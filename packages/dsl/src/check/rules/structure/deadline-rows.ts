import { formatShort, one } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { DeadlineRowNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { figureOf } from '../../literals.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import type { Rule } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** A deadline that leaves open what being late or not reporting costs, or says it twice (semantics 5.3). */
export const deadlineRows = defineDiagnostic<{ problem: 'late' | 'not-reported' | 'twice'; days: Rational }>({
  code: 'structure/deadline-rows',
  severity: 'error',
  message: {
    zh: ({ problem, days }) =>
      ({
        late: '限期没有写逾期怎么办：加一行“逾期 …”',
        'not-reported': '限期没有写一直未报怎么办：加一行“未报 不得分”',
        twice: `从第 ${formatShort(days)} 天起的情况写了两行，以哪个为准？`,
      })[problem],
    en: ({ problem, days }) =>
      ({
        late: 'The deadline does not say what being late costs: add a row "late …"',
        'not-reported': 'The deadline does not say what never reporting costs: add a row "not reported no points"',
        twice: `Two rows hold from day ${formatShort(days)}; which one?`,
      })[problem],
  },
});

export const deadlineRowsRule: Rule = {
  kinds: [deadlineRows],
  visit: {
    deadline: (node, context) => {
      if (node.rows.length === 0) return;
      const seen = new Map<string, DeadlineRowNode>();
      for (const row of node.rows) {
        const days = row.from === null ? one : figureOf(row.from);
        if (days === null) continue;
        const key = `${row.event} ${row.event === 'not-reported' ? '' : formatShort(days)}`;
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, row);
        else {
          const related = [{ span: earlier.span, message: { zh: '先写的一行', en: 'the first row' } }];
          context.report(deadlineRows.at(row.span, { problem: 'twice', days }, { related }));
        }
      }
      const events = new Set(node.rows.map((row) => row.event));
      const span = firstWord(node, context.source);
      if (!events.has('late')) context.report(deadlineRows.at(span, { problem: 'late', days: one }));
      if (events.has('not-reported')) return;
      const title = { zh: '未报不得分', en: 'No points where it is not reported' };
      const fixes = fixesAtEnd(node, [{ title, line: { zh: '未报 不得分', en: 'not reported no points' } }], context);
      context.report(deadlineRows.at(span, { problem: 'not-reported', days: one }, { fixes }));
    },
  },
};
