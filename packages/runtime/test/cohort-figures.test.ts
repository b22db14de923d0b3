import { expect, test } from 'vitest';
import { figureOf, summarise } from '../src/cohort/figure.ts';
import { formatExact, parseRational } from '../src/decimal/text.ts';
import type { Contribution } from '../src/cohort/contribution.ts';
import type { CohortFigureSpec } from '../src/manifest.ts';

const base = {
  label: 'x',
  origin: { line: 1, column: 1, text: '', file: null },
  unit: null,
  stage: 0,
  of: 0,
  where: null,
  by: [],
} as const;

function contribution(text: string): Contribution {
  const value = parseRational(text);
  if (value === null) throw new Error(`${text} is no number`);
  return { counts: true, merit: [value], options: [] };
}

function figures(spec: CohortFigureSpec, texts: readonly string[]): readonly string[] {
  const members = texts.map(contribution);
  const summary = summarise(spec, members).get('') ?? null;
  return members.map((own) => formatExact(figureOf(spec, summary, own)));
}

test('ranks share places in three ways', () => {
  const scores = ['80', '90', '70', '80'];
  expect(figures({ ...base, kind: 'rank', ties: [], sharing: 'skip' }, scores)).toEqual(['2', '1', '4', '2']);
  expect(figures({ ...base, kind: 'rank', ties: [], sharing: 'dense' }, scores)).toEqual(['2', '1', '3', '2']);
  expect(figures({ ...base, kind: 'rank', ties: [], sharing: 'mean' }, scores)).toEqual(['2.5', '1', '4', '2.5']);
});

test('a subject that does not belong to the cohort is placed in it', () => {
  const spec: CohortFigureSpec = { ...base, kind: 'rank', ties: [], sharing: 'skip' };
  const summary = summarise(spec, ['90', '80', '70'].map(contribution)).get('') ?? null;
  expect(formatExact(figureOf(spec, summary, contribution('85')))).toBe('2');
  expect(formatExact(figureOf(spec, summary, contribution('60')))).toBe('4');
});

test('all equal have no spread', () => {
  const spec: CohortFigureSpec = { ...base, kind: 'standard-score', decimals: 2, rounding: 'half-up' };
  expect(figures(spec, ['5', '5'])).toEqual(['0', '0']);
  // Mean 3, variance 2/3, and ±1 ÷ √(2/3) = ±1.2247…
  expect(figures(spec, ['2', '3', '4'])).toEqual(['-1.22', '0', '1.22']);
});

test('the ends are left out by the number of values', () => {
  const trims = [
    { from: 3, to: 3, highest: 1, lowest: 0 },
    { from: 4, to: null, highest: 1, lowest: 1 },
  ];
  expect(figures({ ...base, kind: 'mean', trims }, ['1', '9'])[0]).toBe('5');
  expect(figures({ ...base, kind: 'mean', trims }, ['1', '9', '3'])[0]).toBe('2');
  expect(figures({ ...base, kind: 'mean', trims }, ['1', '9', '3', '9'])[0]).toBe('6');
});
