/** Rounding to a number of decimals, the only place where an exact value loses anything. */
import type { Rational } from '../evaluator.ts';
import { rational } from './rational.ts';

/**
 * How a value between two steps is rounded: `half-up` to the nearest, ties away from zero (四舍五入); `half-even` to the
 * nearest, ties to the even digit; `down` towards zero; `up` away from zero.
 */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

/** `value` to `decimals` digits after the point (a whole number from 0). */
export function round(value: Rational, decimals: number, mode: RoundingMode): Rational {
  const scale = 10n ** BigInt(decimals);
  return rational(roundToInteger(value.numerator * scale, value.denominator, mode), scale);
}

/** The whole number next to `numerator / denominator` (positive denominator) by the mode. */
function roundToInteger(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return quotient;
  const away = numerator < 0n ? quotient - 1n : quotient + 1n;
  return goesAway[mode](rest < 0n ? -2n * rest : 2n * rest, denominator, quotient) ? away : quotient;
}

/** Whether a value goes away from zero, by twice what is beyond the quotient (unsigned), the denominator, the quotient. */
const goesAway: Record<RoundingMode, (twice: bigint, denominator: bigint, quotient: bigint) => boolean> = {
  'half-up': (twice, denominator) => twice >= denominator,
  'half-even': (twice, denominator, quotient) => twice > denominator || (twice === denominator && quotient % 2n !== 0n),
  down: () => false,
  up: () => true,
};
