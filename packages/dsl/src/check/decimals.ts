import { isInteger, multiply, rational } from '@assess/runtime';
import type { Rational } from '@assess/runtime';

/** Beyond these a figure is not one that people record. */
const most = 10;

/** How many decimals a number has; null for more than ten, or without end. */
export function decimalsOf(value: Rational): number | null {
  for (let decimals = 0; decimals <= most; decimals++) {
    if (isInteger(multiply(value, rational(10n ** BigInt(decimals))))) return decimals;
  }
  return null;
}
