/**
 * Civil dates as days since 1970-01-01 in the Gregorian calendar, years 1 to 9999. No clock, no time zone, no `Date`.
 * The conversion counts years from March in eras of 400 years (Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", days_from_civil and civil_from_days).
 */

const daysPerEra = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const epoch = 719_468;

/** The day number of a date, or null if there is no such date. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - epoch;
}

/** The date with a day number as `2023-11-30`. Throws a RangeError outside the years 1 to 9999. */
export function formatDate(days: number): string {
  if (!Number.isInteger(days) || days < -719_162 || days > 2_932_896)
    throw new RangeError(`no date has day number ${days}`);
  const shifted = days + epoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day number of a date in the one form that records and manifests use, `2023-11-30`; null for anything else. */
export function parseIsoDate(text: string): number | null {
  return match(/^(\d{4})-(\d\d)-(\d\d)$/, text);
}

/** Like `parseIsoDate`, and also as people type it: `2023年11月30日`, `2023/11/30`, `2023.11.30`, one digit for the month or day. */
export function parseDate(text: string): number | null {
  return match(/^(\d{4})([-/.])(\d\d?)\2(\d\d?)$/, text) ?? match(/^(\d{4})年(\d\d?)月(\d\d?)日$/, text);
}

function match(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const [year, month, day] = found
    .slice(1)
    .filter((part) => /^\d/.test(part))
    .map(Number);
  return dayNumber(year ?? 0, month ?? 0, day ?? 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
