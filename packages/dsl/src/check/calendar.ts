/** The calendar of 节假日: which days nobody works, and which weekend days are worked instead. */
import { formatDate } from '@assess/runtime';
import type { DateNode, FileNode, HolidayRowNode, HolidaysNode } from '../ast/nodes.ts';
import { assessedYear } from './assessed-year.ts';
import { dateValue } from './literals.ts';

/** Days since 1970-01-01. Without any day named only weekends are free, in every year. */
export interface Calendar {
  /** Weekdays that are free. */
  readonly off: ReadonlySet<number>;
  /** Saturdays and Sundays that are worked. */
  readonly on: ReadonlySet<number>;
  /** The years that it speaks of; empty: all. */
  readonly years: ReadonlySet<number>;
}

/** Longer holidays than this are a slip, and would cost time. */
export const longestHoliday = 60;

/** More rows than a calendar of twenty years has. */
export const mostHolidays = 400;

/** The chapter 节假日, or null. */
export function holidaysOf(tree: FileNode): HolidaysNode | null {
  return tree.chapters.find((chapter): chapter is HolidaysNode => chapter.kind === 'holidays') ?? null;
}

/** The calendar of a policy; of one without the chapter that of weekends alone. */
export function calendarOf(tree: FileNode): Calendar {
  const year = assessedYear(tree);
  const off = new Set<number>();
  const on = new Set<number>();
  const years = new Set<number>();
  for (const row of holidaysOf(tree)?.rows.slice(0, mostHolidays) ?? []) {
    for (const day of daysOf(row, year)) {
      years.add(Number(formatDate(day).slice(0, 4)));
      if (isWeekend(day) === row.works) (row.works ? on : off).add(day);
    }
  }
  return { off, on, years };
}

/** The days of a row; none where it is wrong, which its own rule reports. */
export function daysOf({ from, to }: HolidayRowNode, year: number | null): readonly number[] {
  const [first, last] = [dayOf(from, year), dayOf(to ?? from, year)];
  if (first === null || last === null || last < first || last - first >= longestHoliday) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The day number of a date of the calendar; null where there is no such day or no year. */
export function dayOf(date: DateNode, year: number | null): number | null {
  const inYear = date.year ?? year;
  return inYear === null ? null : dateValue(date, inYear);
}

/** Whether a day is a Saturday or a Sunday. 1970-01-01 was a Thursday. */
export function isWeekend(day: number): boolean {
  return weekdayOf(day) >= 5;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Whether nobody works on a day. */
export function isFree(day: number, { off, on }: Calendar): boolean {
  return isWeekend(day) ? !on.has(day) : off.has(day);
}

/** The free days around the days that the calendar names, as runs from the first to the last, in order. */
export function runsOf(calendar: Calendar): readonly { readonly first: number; readonly last: number }[] {
  const runs = new Map<number, number>();
  // A worked Saturday leaves a run of one Sunday.
  const named = [...calendar.off, ...[...calendar.on].flatMap((day) => [day - 1, day + 1])];
  for (const day of named) {
    if (!isFree(day, calendar)) continue;
    let [first, last] = [day, day];
    while (isFree(first - 1, calendar)) first -= 1;
    while (isFree(last + 1, calendar)) last += 1;
    runs.set(first, last);
  }
  return [...runs].map(([first, last]) => ({ first, last })).toSorted((a, b) => a.first - b.first);
}
