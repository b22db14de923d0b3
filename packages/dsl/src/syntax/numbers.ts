/** Numbers and dates in folded text. */
import { CharacterClass, classAt } from './characters.ts';
import type { CalendarDate } from './token.ts';

export interface ScannedNumber {
  readonly digits: string;
  readonly end: number;
}

/** Digits with at most one point inside. A point that is followed by no digit, or by a second point, does not belong. */
export function scanNumber(text: string, start: number): ScannedNumber {
  let end = digitsEnd(text, start);
  if (text[end] === '.' && digitsEnd(text, end + 1) > end + 1) end = digitsEnd(text, end + 1);
  return { digits: text.slice(start, end), end };
}

/** The end of the run of digits at an offset. */
export function digitsEnd(text: string, start: number): number {
  let offset = start;
  while (classAt(text, offset) === CharacterClass.digit) offset++;
  return offset;
}

const group = /,(?=\d{3}(?!\d))/y;

/** `3,000`: the number without its thousands commas, or null if there are none. */
export function scanThousands(text: string, start: number): ScannedNumber | null {
  const first = digitsEnd(text, start);
  if (first - start > 3) return null;
  let digits = text.slice(start, first);
  let end = first;
  for (group.lastIndex = end; group.test(text); group.lastIndex = end) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
  }
  if (end === first) return null;
  if (text[end] !== '.' || digitsEnd(text, end + 1) === end + 1) return { digits, end };
  const last = digitsEnd(text, end + 1);
  return { digits: digits + text.slice(end, last), end: last };
}

export interface ScannedDate {
  readonly date: CalendarDate;
  readonly end: number;
}

const forms = [
  /(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/y,
  /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y,
  /(\d{4})\.(\d{1,2})\.(\d{1,2})(?![\d.])/y,
  /()(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/y,
];

/** A date at an offset, or null. Its figures need not be a day of the calendar. */
export function scanDate(text: string, start: number): ScannedDate | null {
  for (const form of forms) {
    form.lastIndex = start;
    const match = form.exec(text);
    if (match === null) continue;
    const [year, month, day] = [match[1], match[2], match[3]].map(Number);
    return { date: { year: year || null, month: month ?? 0, day: day ?? 0 }, end: form.lastIndex };
  }
  return null;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The English name of a month from 1 to 12. */
export function monthName(month: number): string {
  return months[month - 1] ?? String(month);
}

const dayBehind = / {1,3}(\d{1,2})(?![\d.%‰])/y;

/** `November 30`: the day behind a month's name, at most three spaces apart; null for any other word. */
export function scanNamedDate(text: string, word: string, end: number): ScannedDate | null {
  const month = months.findIndex((name) => name === word) + 1;
  if (month === 0) return null;
  dayBehind.lastIndex = end;
  const match = dayBehind.exec(text);
  return match === null ? null : { date: { year: null, month, day: Number(match[1]) }, end: dayBehind.lastIndex };
}

/** Whether a date is on the calendar; without a year the 29th of February is. */
export function isCalendarDate({ year, month, day }: CalendarDate): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}
