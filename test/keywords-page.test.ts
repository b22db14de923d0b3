import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { keywordsPage, keywordsPagePath } from '../scripts/keywords-page.ts';

test('the keyword page says what the vocabulary says (npm run generate)', async () => {
  const written = await readFile(new URL(`../${keywordsPagePath}`, import.meta.url), 'utf8');
  expect(written).toBe(await keywordsPage());
});
