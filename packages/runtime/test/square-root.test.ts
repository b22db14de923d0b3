import { expect, test } from 'vitest';
import { roundedSquareRoot } from '../src/decimal/square-root.ts';
import { formatExact, parseRational } from '../src/decimal/text.ts';
import type { RoundingMode } from '../src/decimal/round.ts';

const cases: readonly (readonly [value: string, decimals: number, mode: RoundingMode, root: string])[] = [
  ['4', 2, 'half-up', '2'],
  ['2', 4, 'half-up', '1.4142'],
  ['2', 4, 'up', '1.4143'],
  ['0', 3, 'up', '0'],
  ['1/9', 3, 'half-up', '0.333'],
  // 0.25 and 0.35 lie in the middle, and are exact roots.
  ['0.0625', 1, 'half-up', '0.3'],
  ['0.0625', 1, 'half-even', '0.2'],
  ['0.1225', 1, 'half-even', '0.4'],
  ['0.0625', 1, 'down', '0.2'],
  // Beside the middle by a digit far behind.
  ['0.0624999999999999999999999999', 1, 'half-up', '0.2'],
  ['0.0625000000000000000000000001', 1, 'half-even', '0.3'],
  ['152415787532388367501905199875019052100', 0, 'down', '12345678901234567890'],
];

test.each(cases)('√%s to %d decimals, %s', (value, decimals, mode, root) => {
  const parsed = parseRational(value);
  if (parsed === null) throw new Error(`${value} is no number`);
  expect(formatExact(roundedSquareRoot(parsed, decimals, mode))).toBe(root);
});
