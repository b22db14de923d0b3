import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { format, type FormatOptions } from '../../src/format/format.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { corpus } from './corpus.ts';

const fixtures = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');

/** The formatted text; fails where there is none. */
async function formatted(text: string, vocabulary: FormatOptions['vocabulary'] = 'keep'): Promise<string> {
  const result = await format(new SourceFile('test.assess', text), { vocabulary });
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return result.text ?? '';
}

describe('the canonical style', () => {
  const names = readdirSync(fixtures).filter((name) => name.endsWith('.assess'));

  test.each(names)('%s', async (name) => {
    const text = readFileSync(join(fixtures, name), 'utf8');
    for (const vocabulary of ['zh', 'en'] as const) {
      const golden = join(fixtures, '../goldens', name.replace('.assess', `.${vocabulary}.assess`));
      await expect(await formatted(text, vocabulary)).toMatchFileSnapshot(golden);
    }
  });
});

describe('every policy of the repository', () => {
  test('is there', () => {
    expect(corpus.length).toBeGreaterThan(60);
  });

  test.each(corpus.map((source) => [source.path, source.text]))('%s', async (_, text) => {
    const kept = await formatted(text);
    expect(await formatted(kept)).toBe(kept);
    const zh = await formatted(text, 'zh');
    const en = await formatted(text, 'en');
    expect([zh, en]).toContain(kept);
    // The way there and back.
    expect(await formatted(en, 'zh')).toBe(zh);
    expect(await formatted(zh, 'en')).toBe(en);
  });
});
