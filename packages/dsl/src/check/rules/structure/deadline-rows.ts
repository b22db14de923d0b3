import { formatShort, one } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { DeadlineNode, DeadlineRowNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { figureOf } from '../../literals.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** A deadline that leaves open what being late or not reporting costs, or says it twice (semantics 5.3). */
export const deadlineRows = defineDiagnostic<{
  problem: 'late' | 'not-reported' | 'twice' | 'mixed' | 'idle';
  days: Rational;
}>({
  code: 'structure/deadline-rows',
  severity: 'error',
  message: {
    zh: ({ problem, days }) =>
      ({
        late: '限期没有写逾期怎么办：加一行“逾期 …”',
        'not-reported': '限期没有写一直未报怎么办：加一行“未报 不得分”',
        mixed: '起始天数有的按天、有的按工作日，哪一行算数没法比；统一成一种',
        idle: '按时已得满分，项目又不能超过满分，提前的加分永远计不上；要计就写“可超满分”',
        twice: `从第 ${formatShort(days)} 天起的情况写了两行，以哪个为准？`,
      })[problem],
    en: ({ problem, days }) =>
      ({
        late: 'The deadline does not say what being late costs: add a row "late …"',
        'not-reported': 'The deadline does not say what never reporting costs: add a row "not reported no points"',
        mixed: 'Some rows start at a day, others at a working day, and cannot be compared; choose one',
        idle: 'What is on time already earns full marks and the item cannot exceed them, so the addition never counts; say "may exceed full marks" if it should',
        twice: `Two rows hold from day ${formatShort(days)}; which one?`,
      })[problem],
  },
});

/** Starting days of one event in both measures. */
function checkMeasures({ rows }: DeadlineNode, context: RuleContext): void {
  for (const event of ['late', 'early'] as const) {
    const starting = rows.filter((row) => row.event === event && row.from !== null);
    const [first] = starting;
    const other = starting.find((row) => (row.from?.unit === 'workday') !== (first?.from?.unit === 'workday'));
    if (other !== undefined) context.report(deadlineRows.at(other.span, { problem: 'mixed', days: one }));
  }
}

/** Points for being early on top of full marks that the item cannot exceed, with nothing else to make up for. */
function checkAdditions({ rows }: DeadlineNode, context: RuleContext, ancestors: readonly Node[]): void {
  const item = ancestors.at(-1);
  if (item?.kind !== 'item' || clauseOf(item, 'may-exceed') !== null) return;
  if (item.body.some((line) => line.kind === 'list' || line.kind === 'case' || line.kind === 'when')) return;
  for (const { effect } of rows) {
    if (effect.kind === 'points-effect' && effect.verb === 'add')
      context.report(deadlineRows.at(effect.span, { problem: 'idle', days: one }));
  }
}

export const deadlineRowsRule: Rule = {
  kinds: [deadlineRows],
  visit: {
    deadline: (node, context, ancestors) => {
      if (node.rows.length === 0) return;
      checkMeasures(node, context);
      checkAdditions(node, context, ancestors);
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
