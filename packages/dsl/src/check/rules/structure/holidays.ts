import type { DeadlineNode, HolidayRowNode, HolidaysNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { assessedYear } from '../../assessed-year.ts';
import { dayOf, daysOf, holidaysOf, isWeekend, longestHoliday, mostHolidays } from '../../calendar.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** Working days without a calendar to count them by, or a calendar that contradicts itself (semantics 5.15). */
export const holidaysDiagnostic = defineDiagnostic<{
  problem: 'undecided' | 'order' | 'long' | 'many' | 'twice' | 'worked';
}>({
  code: 'structure/holidays',
  severity: 'error',
  message: {
    zh: ({ problem }) =>
      ({
        undecided: '工作日要按哪些节假日算没有写：写一章“节假日 { … }”，只除去周末的写“节假日 {}”',
        order: '节假日的起止日期颠倒了',
        long: `一行节假日不超过 ${longestHoliday} 天；是不是年份写错了？`,
        many: `节假日表至多 ${mostHolidays} 行`,
        twice: '这一天前面已经写过',
        worked: '这一天不是周末，本来就上班；“班”只用于调休上班的周末',
      })[problem],
    en: ({ problem }) =>
      ({
        undecided:
          'By which holidays are working days counted? Write a chapter "holidays { … }", or "holidays {}" if only weekends are free',
        order: 'The holiday ends before it begins',
        long: `One row of holidays has at most ${longestHoliday} days; is the year right?`,
        many: `There are at most ${mostHolidays} rows of holidays`,
        twice: 'This day is written above',
        worked: 'This is no weekend day, so it is worked anyway; "at work" is for weekends only',
      })[problem],
  },
});

function visitHolidays({ rows }: HolidaysNode, context: RuleContext): void {
  const year = assessedYear(context.tree);
  const seen = new Map<number, HolidayRowNode>();
  const excess = rows[mostHolidays];
  if (excess !== undefined) context.report(holidaysDiagnostic.at(excess.span, { problem: 'many' }));
  for (const row of rows.slice(0, mostHolidays)) {
    const problem = wrongIn(row, year);
    if (problem !== null) context.report(holidaysDiagnostic.at(row.span, { problem }));
    for (const day of daysOf(row, year)) {
      const earlier = seen.get(day);
      if (earlier !== undefined) {
        const related = [{ span: earlier.span, message: { zh: '先写的一行', en: 'the first row' } }];
        context.report(holidaysDiagnostic.at(row.span, { problem: 'twice' }, { related }));
        break;
      }
      seen.set(day, row);
    }
  }
}

function wrongIn(row: HolidayRowNode, year: number | null): 'order' | 'long' | 'worked' | null {
  const [first, last] = [dayOf(row.from, year), row.to === null ? null : dayOf(row.to, year)];
  if (first === null) return null;
  if (last !== null && last < first) return 'order';
  if (last !== null && last - first >= longestHoliday) return 'long';
  return row.works && !daysOf(row, year).every(isWeekend) ? 'worked' : null;
}

function visitDeadline(node: DeadlineNode, context: RuleContext): void {
  if (holidaysOf(context.tree) !== null) return;
  const uses =
    node.shifted ||
    node.rows.some(
      ({ from, effect }) =>
        from?.unit === 'workday' || (effect.kind === 'points-effect' && effect.per?.unit === 'workday'),
    );
  if (!uses) return;
  const end = context.source.text.length;
  const text = context.locale === 'zh' ? '\n节假日 {}\n' : '\nholidays {}\n';
  const fix: Fix = {
    title: { zh: '只除去周末', en: 'Only weekends are free' },
    safe: false,
    edits: [{ span: { start: end, end }, text }],
  };
  const span = firstWord(node, context.source);
  context.report(holidaysDiagnostic.at(span, { problem: 'undecided' }, { fixes: [fix] }));
}

export const holidaysRule: Rule = {
  kinds: [holidaysDiagnostic],
  visit: { holidays: visitHolidays, deadline: visitDeadline },
};
