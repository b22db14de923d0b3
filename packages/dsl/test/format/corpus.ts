import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '../../src/syntax/parse.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const skipped = new Set(['node_modules', 'dist', '.git']);

/** Every policy of the repository that has no syntax errors: `.assess` files and the examples of the reference. */
export const corpus: readonly SourceFile[] = [...assessFiles(root), ...examples()].filter(
  (source) => !parse(source).diagnostics.some(({ severity }) => severity === 'error'),
);

function assessFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : assessFiles(path);
    return entry.name.endsWith('.assess') ? [new SourceFile(relative(root, path), readFileSync(path, 'utf8'))] : [];
  });
}

/** The fenced examples of the reference; the lines of an item get an item around them. */
function examples(): SourceFile[] {
  const folder = join(root, 'docs/language');
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/^```assess( fragment=item)?[^\n]*\n(.*?)^```$/gmsu)].map((match, index) => {
      const [, fragment, code = ''] = match;
      const wrapped = /\p{Script=Han}/u.test(code) ? `总分 {\n${code}}\n` : `total {\n${code}}\n`;
      return new SourceFile(`docs/language/${name}#${index + 1}`, fragment === undefined ? code : wrapped);
    });
  });
}
