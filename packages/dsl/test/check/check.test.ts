/** Every kind of diagnostic: its code, its page, a text that raises it and one that does not. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { catalogue } from '../../src/catalogue.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { severalFiles } from '../several-files.ts';
import { applyFix, diagnosticsText } from './diagnostics-text.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../../..');
const fixtures = join(here, 'fixtures');
const pages = join(root, 'docs/diagnostics');
const codes = catalogue.map(({ code }) => code);

function diagnosticsOf(text: string) {
  const { text: own, load } = severalFiles(text);
  return analyze(new SourceFile('test.assess', own), { load }).diagnostics;
}

function codesIn(text: string): readonly string[] {
  return diagnosticsOf(text).map(({ code }) => code);
}

/** The files two folders deep, as `group/name`. */
function listed(folder: string, suffix: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file.replace(suffix, '')}`))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

describe('the catalogue', () => {
  test('names each code once', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('holds every definition in the sources', () => {
    const sources = join(here, '../../src');
    const defined = globSync('{compose,symbols,syntax,check}/**/*.ts', { cwd: sources }).flatMap((file) =>
      [...readFileSync(join(sources, file), 'utf8').matchAll(/^ {2}code: '([^']+)',$/gm)].map(([, code]) => code),
    );
    expect(new Set(defined)).toEqual(new Set(codes));
    expect(defined.length).toBe(codes.length);
  });

  test('has a fixture and a page for each code and no others', () => {
    expect(listed(fixtures, '')).toEqual(codes);
    expect(listed(pages, '.md')).toEqual(codes);
  });
});

describe.each(codes)('%s', (code) => {
  test('is raised by its bad fixture, as the golden says', async () => {
    const bad = readFileSync(join(fixtures, code, 'bad.assess'), 'utf8');
    expect(codesIn(bad)).toContain(code);
    await expect(diagnosticsText(bad)).toMatchFileSnapshot(join(fixtures, code, 'bad.golden'));
  });

  test('is not raised by its good fixture, nor is anything else', () => {
    expect(diagnosticsText(readFileSync(join(fixtures, code, 'good.assess'), 'utf8'))).toBe('');
  });

  test('is settled by each of its fixes', () => {
    const bad = readFileSync(join(fixtures, code, 'bad.assess'), 'utf8');
    const own = diagnosticsOf(bad).filter((diagnostic) => diagnostic.code === code);
    for (const diagnostic of own) {
      for (const fix of diagnostic.fixes) {
        const left = diagnosticsOf(applyFix(bad, fix)).filter((each) => each.code === code);
        expect(left.length, fix.title.en).toBeLessThan(own.length);
      }
    }
  });

  test('has a page in both languages whose examples behave as it says', () => {
    const page = readFileSync(join(pages, `${code}.md`), 'utf8');
    expect(page).toMatch(new RegExp(`^# ${code}$`, 'm'));
    expect(page).toMatch(/^## English$/m);
    const examples = [...page.matchAll(/^```assess (\w+)\n([^]*?)^```$/gm)];
    const wrong = examples.filter(([, kind]) => kind === 'wrong');
    const right = examples.filter(([, kind]) => kind === 'right');
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
    for (const [, , text = ''] of wrong) expect(codesIn(text)).toContain(code);
    for (const [, , text = ''] of right) expect(diagnosticsText(text)).toBe('');
  });
});

describe('texts with many mistakes', () => {
  const texts = join(here, 'texts');
  test.each(readdirSync(texts).filter((file) => file.endsWith('.assess')))('%s', async (file) => {
    const text = diagnosticsText(readFileSync(join(texts, file), 'utf8'));
    await expect(text).toMatchFileSnapshot(join(texts, file.replace('.assess', '.golden')));
  });
});
