/** Working days between two days, and due dates that a holiday puts off, in plain arithmetic on day numbers (semantics 5.15). */
import { dayNumber } from '@assess/runtime';
import { calendarOf, isFree, runsOf, type Calendar } from '../../check/calendar.ts';
import type { Span } from '../../source/span.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { firstThatHolds } from './choose.ts';
import type { Context } from './context.ts';
import {
  and,
  atLeast,
  atMost,
  difference,
  equal,
  greatest,
  least,
  not,
  nothing,
  or,
  product,
  quotient,
  rounded,
  sum,
  when,
  whole,
} from './operations.ts';

/** A Monday before the year 1, so that days counted from it are never negative. */
const monday = -770_003;
const weekend = 5;

/** Working days after `from`, up to and with `to`; `to` is not before `from`. */
export function workingDaysBetween(
  from: NumberExpression,
  to: NumberExpression,
  name: string,
  span: Span,
  context: Context,
): NumberExpression {
  const calendar = calendarOf(context.analysis.tree);
  const upTo = (day: NumberExpression, end: string): NumberExpression =>
    context.steps.number(`${name}.${end}`, workingDaysUpTo(day, calendar), span);
  return difference(upTo(to, 'working-days-to-date'), upTo(from, 'working-days-to-due'));
}

/** Working days from a Monday long ago up to and with a day. */
function workingDaysUpTo(day: NumberExpression, calendar: Calendar): NumberExpression {
  const since = difference(day, whole(monday));
  const weeks = rounded(quotient(since, whole(7)), { decimals: 0, mode: 'down' });
  const rest = difference(since, product([whole(7), weeks]));
  const weekdays = sum([product([whole(5), weeks]), least([sum([rest, whole(1)]), whole(5)])]);
  const free = blocks(calendar.off).map((block) => daysIn(block, day));
  const worked = blocks(calendar.on).map((block) => daysIn(block, day));
  return difference(sum([weekdays, ...worked]), sum(free));
}

interface Block {
  readonly first: number;
  readonly last: number;
}

/** Days that follow one another, as blocks. */
function blocks(days: ReadonlySet<number>): readonly Block[] {
  const found: { first: number; last: number }[] = [];
  for (const day of [...days].toSorted((a, b) => a - b)) {
    const block = found.at(-1);
    if (block?.last === day - 1) block.last = day;
    else found.push({ first: day, last: day });
  }
  return found;
}

/** How many days of a block are not after a day. */
function daysIn({ first, last }: Block, day: NumberExpression): NumberExpression {
  const passed = difference(day, whole(first - 1));
  return least([whole(last - first + 1), greatest([nothing, passed])]);
}

/** A due date that nobody works on is put off to the next working day. */
export function shiftedByHolidays(due: NumberExpression, context: Context): NumberExpression {
  const calendar = calendarOf(context.analysis.tree);
  if (due.op === 'constant') {
    let day = Number(due.value.numerator);
    while (isFree(day, calendar)) day += 1;
    return whole(day);
  }
  const worked = [...calendar.on].map((day) => ({ condition: equal(due, whole(day)), value: due }));
  const runs = runsOf(calendar).map(({ first, last }) => ({
    condition: and([atMost(whole(first), due), atMost(due, whole(last))]),
    value: whole(last + 1),
  }));
  const since = difference(due, whole(monday));
  const weeks = rounded(quotient(since, whole(7)), { decimals: 0, mode: 'down' });
  const weekday = difference(since, product([whole(7), weeks]));
  const next = sum([whole(monday), product([whole(7), sum([weeks, whole(1)])])]);
  return firstThatHolds([...worked, ...runs], when(atLeast(weekday, whole(weekend)), next, due));
}

/** A record whose dates lie in years of which the calendar says nothing is refused. */
export function requireCalendar(
  days: readonly NumberExpression[],
  isJudged: TruthExpression,
  name: string,
  span: Span,
  context: Context,
): void {
  const { years } = calendarOf(context.analysis.tree);
  if (years.size === 0) return;
  const all = [...years].toSorted((a, b) => a - b);
  const within = (day: NumberExpression): TruthExpression =>
    or(
      spans(all).map(({ first, last }) =>
        and([atMost(whole(dayNumber(first, 1, 1) ?? 0), day), atMost(day, whole(dayNumber(last, 12, 31) ?? 0))]),
      ),
    );
  const open = days.filter((day) => day.op !== 'constant' || !all.some((year) => isIn(day.value.numerator, year)));
  if (open.length === 0) return;
  const known = and(open.map(within));
  const text = all.join('、');
  context.requirements.push({
    holds: context.steps.truth(`${name}.in-calendar`, or([not(isJudged), known]), span).step,
    message: {
      zh: `按工作日计算的日期应在节假日表所列的年份（${text}）之内；请补上其他年份的节假日`,
      en: `dates that are counted in working days must lie in the years of the holidays (${all.join(', ')}); add those of other years`,
    },
    origin: context.origins.of(span),
  });
}

function isIn(day: bigint, year: number): boolean {
  return day >= BigInt(dayNumber(year, 1, 1) ?? 0) && day <= BigInt(dayNumber(year, 12, 31) ?? 0);
}

/** Years that follow one another, as spans. */
function spans(years: readonly number[]): readonly Block[] {
  return blocks(new Set(years));
}
