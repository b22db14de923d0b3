/** Two decimals the way one finds it everywhere, and it is wrong: 1.005 gives 1. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

/** A standard's score: between 0 and full marks, rounded. */
export function clamped(points: number, full: number): number {
  return rounded(Math.max(0, Math.min(points, full)));
}

/** So many points each time, not more than the cap. */
export function capped(each: number, times: number | null | undefined, cap: number): number {
  return Math.min(each * (times ?? 0), cap);
}

/** Days from the due date to the date; 999 if there is none. */
export function lateDays(date: string | null | undefined, due: string): number {
  return date == null ? 999 : date <= due ? 0 : (Date.parse(date) - Date.parse(due)) / 86_400_000;
}

/** The share of full marks that a rating gives. */
export function quality(rating: string): number {
  return rating === '好' ? 1 : rating === '较好' ? 0.8 : rating === '一般' ? 0.5 : 0;
}
