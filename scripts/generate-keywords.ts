/** Writes `docs/language/keywords.md` anew. */
import { writeFile } from 'node:fs/promises';
import { keywordsPage, keywordsPagePath } from './keywords-page.ts';

await writeFile(new URL(`../${keywordsPagePath}`, import.meta.url), await keywordsPage());
