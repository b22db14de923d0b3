/** Days from the first of January to the first of each month of an ordinary year, by number of the month. */
const daysBefore = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const zero = 48;

/** Days from a day of 2023 (0 is its first) to the date, which is of 2023, January or February 2024; 999 if there is none. */
export function daysLate(date: string | null | undefined, due: number): number {
  if (date == null) return 999;
  const month = 10 * (date.charCodeAt(5) - zero) + date.charCodeAt(6) - zero;
  const day = 10 * (date.charCodeAt(8) - zero) + date.charCodeAt(9) - zero;
  const year = date.charCodeAt(3) - zero === 4 ? 365 : 0;
  return Math.max(0, year + (daysBefore[month] ?? 0) + day - 1 - due);
}

/** In cents, of a standard of three points. */
export function ratingOf(rating: string): number {
  return rating === '好' ? 300 : rating === '较好' ? 240 : rating === '一般' ? 150 : 0;
}
