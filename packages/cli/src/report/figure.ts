import { formatDecimal, parseRational } from '@assess/runtime';

/** Decimals of a figure that the policy does not round, where people read it. */
const usualDecimals = 2;
/** Decimals of one that has no end, where machines read it. */
const manyDecimals = 12;

/** A score for people: with the decimals to which the policy rounds it, so that a column of them lines up. */
export function figureForPeople(exact: string, decimals: number | null): string {
  const value = parseRational(exact);
  return value === null ? exact : formatDecimal(value, decimals ?? usualDecimals);
}

/** A score for a spreadsheet: exact where it ends; `1/3` would be taken for a date. */
export function figureForCell(exact: string): string {
  const value = exact.includes('/') ? parseRational(exact) : null;
  return value === null ? exact : formatDecimal(value, manyDecimals);
}
