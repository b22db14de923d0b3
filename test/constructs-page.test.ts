import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { casesByConstruct, constructsPage, constructsPagePath } from '../scripts/constructs-page.ts';
import { constructs } from '../scripts/constructs.ts';

test('the page of constructs says what the cases say (npm run generate)', async () => {
  const written = await readFile(new URL(`../${constructsPagePath}`, import.meta.url), 'utf8');
  expect(written).toBe(await constructsPage());
});

test('every construct and every open question has a conformance case that carries its number', () => {
  const cases = casesByConstruct();
  expect(constructs.filter(({ number }) => !cases.has(number)).map(({ number, en }) => `${number} ${en}`)).toEqual([]);
});

test('every number that a case carries is in the table', () => {
  const known = new Set(constructs.map(({ number }) => number));
  expect([...casesByConstruct().keys()].filter((number) => !known.has(number))).toEqual([]);
});
