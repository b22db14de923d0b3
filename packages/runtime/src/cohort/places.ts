import { multiply, rational, toInteger } from '../decimal/rational.ts';
import { parseRational } from '../decimal/text.ts';
import { round } from '../decimal/round.ts';
import type { QuotaSpec } from '../manifest-grades.ts';

/**
 * The number of places of a class, or null where the quota names none for it: there the grade is not limited. `option` is what its
 * amount is chosen by, `base` how many subjects a share is of.
 */
export function countPlaces(quota: QuotaSpec, option: string | null, base: number): number | null {
  const entry = quota.sizes.length > 0 ? entryBySize(quota, base) : entryByOption(quota, option);
  const amount = entry === null ? null : parseRational(entry.amount);
  if (entry === null || amount === null) return null;
  const exact = entry.kind === 'share' ? multiply(amount, rational(BigInt(base))) : amount;
  return Math.max(quota.minimum, toInteger(round(exact, 0, quota.rounding)));
}

interface Entry {
  readonly kind: 'share' | 'number';
  readonly amount: string;
}

function entryByOption({ amounts, kind }: QuotaSpec, option: string | null): Entry | null {
  const found =
    amounts.find((each) => each.option !== null && each.option === option) ??
    amounts.find((each) => each.option === null);
  return found === undefined ? null : { kind, amount: found.amount };
}

function entryBySize({ sizes }: QuotaSpec, base: number): Entry | null {
  return sizes.find(({ from, to }) => from <= base && (to === null || base <= to)) ?? null;
}
