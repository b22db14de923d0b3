import { Fraction } from 'fraction.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatDecimal,
  formatExact,
  formatShort,
  fromNumber,
  greatest,
  least,
  multiply,
  normalise,
  parseDecimal,
  parseRational,
  rational,
  round,
  subtract,
  toInteger,
} from '../src/index.ts';
import type { Rational, RoundingMode } from '../src/index.ts';

/** Small and huge parts, so that both ways of the greatest common divisor are met. */
const part = fc.oneof(fc.bigInt(-1000n, 1000n), fc.bigInt(-(10n ** 40n), 10n ** 40n));
const divisor = fc.oneof(fc.bigInt(1n, 1000n), fc.bigInt(1n, 10n ** 40n));
const rationals = fc.tuple(part, divisor).map(([numerator, denominator]) => rational(numerator, denominator));

const oracle = (value: Rational) => new Fraction(value.numerator, value.denominator);
const same = (ours: Rational, theirs: Fraction) =>
  expect([ours.numerator, ours.denominator]).toEqual([theirs.s * theirs.n, theirs.d]);

describe('arithmetic', () => {
  test('agrees with an independent implementation', () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        same(add(a, b), oracle(a).add(oracle(b)));
        same(subtract(a, b), oracle(a).sub(oracle(b)));
        same(multiply(a, b), oracle(a).mul(oracle(b)));
        if (b.numerator !== 0n) same(divide(a, b), oracle(a).div(oracle(b)));
        expect(compare(a, b)).toBe(Math.sign(oracle(a).compare(oracle(b))));
        same(rational(floor(a)), oracle(a).floor());
        same(rational(ceiling(a)), oracle(a).ceil());
        same(least(a, b), oracle(a).lt(oracle(b)) ? oracle(a) : oracle(b));
        same(greatest(a, b), oracle(a).lt(oracle(b)) ? oracle(b) : oracle(a));
      }),
      { numRuns: 500 },
    );
  });

  test('takes values that are not in lowest terms', () => {
    const half = { numerator: 50n, denominator: 100n };
    expect(normalise(half)).toEqual(rational(1n, 2n));
    expect(compare(half, rational(1n, 2n))).toBe(0);
    expect(add(half, half)).toEqual(rational(1n));
    expect(formatExact(half)).toBe('0.5');
    expect(toInteger({ numerator: 6n, denominator: 2n })).toBe(3);
  });

  test('refuses to divide by zero and to make an index of a fraction', () => {
    expect(() => divide(rational(1n), rational(0n))).toThrow(RangeError);
    expect(() => rational(0n, 0n)).toThrow(RangeError);
    expect(() => toInteger(rational(1n, 2n))).toThrow(RangeError);
  });

  test('keeps the denominator positive', () => {
    expect(rational(3n, -6n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(divide(rational(1n), rational(-2n))).toEqual({ numerator: -1n, denominator: 2n });
    expect(rational(0n, -5n)).toEqual({ numerator: 0n, denominator: 1n });
  });
});

describe('rounding', () => {
  const table: [text: string, decimals: number, results: Record<RoundingMode, string>][] = [
    ['2.5', 0, { 'half-up': '3', 'half-even': '2', down: '2', up: '3' }],
    ['-2.5', 0, { 'half-up': '-3', 'half-even': '-2', down: '-2', up: '-3' }],
    ['3.5', 0, { 'half-up': '4', 'half-even': '4', down: '3', up: '4' }],
    ['0.005', 2, { 'half-up': '0.01', 'half-even': '0', down: '0', up: '0.01' }],
    ['-0.004', 2, { 'half-up': '0', 'half-even': '0', down: '0', up: '-0.01' }],
    ['1/3', 2, { 'half-up': '0.33', 'half-even': '0.33', down: '0.33', up: '0.34' }],
    ['89.995', 2, { 'half-up': '90', 'half-even': '90', down: '89.99', up: '90' }],
    ['89.985', 2, { 'half-up': '89.99', 'half-even': '89.98', down: '89.98', up: '89.99' }],
    ['7', 3, { 'half-up': '7', 'half-even': '7', down: '7', up: '7' }],
  ];
  test.each(table)('%s to %i decimals', (text, decimals, results) => {
    const value = parseRational(text) ?? rational(0n);
    for (const mode of ['half-up', 'half-even', 'down', 'up'] as const) {
      expect(formatExact(round(value, decimals, mode))).toBe(results[mode]);
    }
  });
});

describe('text', () => {
  test.each([
    ['12.5', '12.5'],
    ['-0.50', '-0.5'],
    ['+3.', '3'],
    ['.25', '0.25'],
    ['007', '7'],
    ['1/3', '1/3'],
    ['-2/4', '-0.5'],
    ['100/7', '100/7'],
  ])('reads %s', (text, exact) => {
    const value = parseRational(text);
    expect(value === null ? null : formatExact(value)).toBe(exact);
  });

  test.each(['', '.', '-', '1e3', '1,000', ' 1', '１', '1/0', '1/-2', '0x1', '1/2/3', 'NaN', '9'.repeat(4001)])(
    'refuses %j',
    (text) => expect(parseRational(text)).toBeNull(),
  );

  test('refuses megabytes without reading them', () => {
    expect(parseDecimal('9'.repeat(10_000_000))).toBeNull();
    expect(parseRational(`${'9'.repeat(10_000_000)}/3`)).toBeNull();
  });

  test('reads a number as the decimal it prints as', () => {
    const cases: [number, string | null][] = [
      [0.1, '0.1'],
      [-0, '0'],
      [1e21, `1${'0'.repeat(21)}`],
      [1.5e-7, '0.00000015'],
      [123456.789, '123456.789'],
      [-1.25e22, `-125${'0'.repeat(20)}`],
      [NaN, null],
      [Infinity, null],
      [-Infinity, null],
    ];
    for (const [number, text] of cases) {
      const value = fromNumber(number);
      expect(value === null ? null : formatExact(value)).toBe(text);
    }
    expect(fromNumber(Number.MAX_VALUE)).not.toBeNull();
    expect(fromNumber(Number.MIN_VALUE)).not.toBeNull();
  });

  test('writes what it reads back', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        expect(parseRational(formatExact(value))).toEqual(value);
      }),
    );
  });

  test('writes for readers', () => {
    expect(formatShort(rational(1n, 3n))).toBe('0.3333…');
    expect(formatShort(rational(-2n, 3n), 2)).toBe('-0.66…');
    expect(formatShort(rational(-1n, 300_000n))).toBe('-0.0000…');
    expect(formatShort(rational(25n, 2n))).toBe('12.5');
    expect(formatShort(rational(1n, 64n))).toBe('0.0156…');
    expect(formatShort(rational(-7n))).toBe('-7');
    expect(formatDecimal(rational(90n), 2)).toBe('90.00');
    expect(formatDecimal(rational(2n, 3n), 2)).toBe('0.67');
    expect(formatDecimal(rational(-1n, 200n), 2)).toBe('-0.01');
    expect(formatDecimal(rational(-1n, 300n), 2)).toBe('0.00');
    expect(formatDecimal(rational(5n, 2n), 0)).toBe('3');
  });
});
