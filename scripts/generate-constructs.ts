/** Writes `docs/language/constructs.md` anew. */
import { writeFile } from 'node:fs/promises';
import { constructsPage, constructsPagePath } from './constructs-page.ts';

await writeFile(new URL(`../${constructsPagePath}`, import.meta.url), await constructsPage());
