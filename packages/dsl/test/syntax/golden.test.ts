/** Text in, tree and diagnostics out. `npx vitest run packages/dsl/test/syntax -u` writes the goldens anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { lexText } from './lex-text.ts';
import { applyFix, reportText } from './report-text.ts';
import { treeText } from './tree-text.ts';

const fixtures = `${import.meta.dirname}/fixtures`;

function files(folder: string, extension: string): string[] {
  return readdirSync(`${fixtures}/${folder}`).filter((file) => file.endsWith(extension));
}

function read(path: string): string {
  return readFileSync(`${fixtures}/${path}`, 'utf8');
}

/** The cases of a fixture, parted by lines of three dashes. */
function cases(path: string): string[] {
  return read(path).trimEnd().split('\n---\n');
}

describe('policies', () => {
  test.each(files('policies', '.assess'))('%s', async (file) => {
    const source = new SourceFile(file, read(`policies/${file}`));
    const { tree, diagnostics } = parse(source);
    expect(reportText(source, diagnostics)).toBe('no diagnostics');
    await expect(`${treeText(tree)}\n`).toMatchFileSnapshot(`${fixtures}/policies/${file.replace('.assess', '.tree')}`);
  });
});

describe('mistakes', () => {
  test.each(files('mistakes', '.txt'))('%s', async (file) => {
    const reports = cases(`mistakes/${file}`).map((text) => {
      const source = new SourceFile(file, `${text}\n`);
      return `${text}\n\n${reportText(source, parse(source).diagnostics)}\n`;
    });
    await expect(reports.join(`\n${'-'.repeat(80)}\n`)).toMatchFileSnapshot(
      `${fixtures}/mistakes/${file.replace('.txt', '.report')}`,
    );
  });

  test.each(files('mistakes', '.txt'))('%s: a safe fix settles what it was offered for', (file) => {
    for (const text of cases(`mistakes/${file}`)) {
      const before = parse(new SourceFile(file, text)).diagnostics;
      for (const { code, fixes } of before) {
        for (const fix of fixes.filter(({ safe }) => safe)) {
          const after = parse(new SourceFile(file, applyFix(text, fix))).diagnostics;
          expect(after.length, `${code}: ${text}`).toBeLessThan(before.length);
        }
      }
    }
  });
});

describe('tokens', () => {
  test.each(files('lexer', '.txt'))('%s', async (file) => {
    const lines = read(`lexer/${file}`).trimEnd().split('\n');
    const listed = lines.map((line) => `${line}\n  ${lexText(line)}\n`).join('');
    await expect(listed).toMatchFileSnapshot(`${fixtures}/lexer/${file.replace('.txt', '.tokens')}`);
  });
});
