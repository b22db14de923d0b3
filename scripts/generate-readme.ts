/** Writes what the commands of the READMEs print anew. */
import { writeFile } from 'node:fs/promises';
import { readmes, readmeWithOutputs } from './readme-outputs.ts';

for (const name of readmes) await writeFile(new URL(`../${name}`, import.meta.url), await readmeWithOutputs(name));
