/** Square roots, which are rational only by chance: rounded, and exactly so. */
import type { Rational } from '../evaluator.ts';
import { rational } from './rational.ts';
import type { RoundingMode } from './round.ts';

/**
 * The square root of a value that is not negative, to `decimals` digits after the point: the digits that rounding the root itself
 * would give, however close it lies to a tie.
 */
export function roundedSquareRoot(value: Rational, decimals: number, mode: RoundingMode): Rational {
  const scale = 10n ** BigInt(decimals);
  // The root times the scale is that of numerator ÷ denominator.
  const numerator = value.numerator * scale * scale;
  const { denominator } = value;
  const below = integerSquareRoot(numerator / denominator);
  const rest = numerator - below * below * denominator;
  if (rest === 0n) return rational(below, scale);
  // (below + 1/2)² = below² + below + 1/4: the root is at or past the middle where four times the rest is at least this.
  const twice = 4n * rest;
  const middle = (4n * below + 1n) * denominator;
  const goesUp: Record<RoundingMode, boolean> = {
    'half-up': twice >= middle,
    'half-even': twice > middle || (twice === middle && below % 2n !== 0n),
    down: false,
    up: true,
  };
  return rational(goesUp[mode] ? below + 1n : below, scale);
}

/** The greatest whole number whose square is not above the value. Newton's method from above. */
function integerSquareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
