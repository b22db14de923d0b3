import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, formatDate, parseDate, parseIsoDate } from '../src/index.ts';

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11016],
  ['2023-11-30', 19691],
  ['0001-01-01', -719162],
  ['9999-12-31', 2932896],
])('%s is day %i', (text, days) => {
  expect(parseIsoDate(text)).toBe(days);
  expect(formatDate(days)).toBe(text);
});

test('agrees with the calendar of the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719162, max: 2932896 }), (days) => {
      const platform = new Date(days * 86_400_000).toISOString();
      expect(formatDate(days)).toBe(platform.slice(0, 10));
      expect(parseIsoDate(formatDate(days))).toBe(days);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '2023-02-29',
  '1900-02-29',
  '2023-13-01',
  '2023-00-01',
  '2023-04-31',
  '2023-1-01',
  '23-01-01',
  '2023-01-01T00:00',
  ' 2023-01-01',
  '0000-01-01',
  '',
])('%j is no date', (text) => expect(parseIsoDate(text)).toBeNull());

test.each(['2023年11月30日', '2023/11/30', '2023.11.30', '2023-11-30'])('%s as people type it', (text) => {
  expect(parseDate(text)).toBe(parseIsoDate('2023-11-30'));
});

test('takes one digit where people write one, and no mixed separators', () => {
  expect(parseDate('2024年2月9日')).toBe(dayNumber(2024, 2, 9));
  expect(parseDate('2024/2.9')).toBeNull();
  expect(parseDate('2023/2/29')).toBeNull();
});

test('has no date outside the years 1 to 9999', () => {
  expect(() => formatDate(-719163)).toThrow(RangeError);
  expect(() => formatDate(2932897)).toThrow(RangeError);
  expect(() => formatDate(0.5)).toThrow(RangeError);
  expect(dayNumber(10000, 1, 1)).toBeNull();
  expect(dayNumber(2023, 1.5, 1)).toBeNull();
});
