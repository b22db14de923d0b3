import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/format/format.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { parse } from '../../src/syntax/parse.ts';
import { corpus } from './corpus.ts';
import { picks, vary, withComments } from './vary.ts';

const policies = fc.constantFrom(...corpus.filter(({ text }) => text.length < 6000));

async function formatted(text: string): Promise<string | null> {
  return (await format(new SourceFile('test.assess', text))).text;
}

/** The comments of a text, sorted: the parts of a ballot take theirs along to a fixed order. */
function comments(text: string): string[] {
  const found = parse(new SourceFile('test.assess', text)).comments;
  return found.map((comment) => comment.text.trim()).toSorted();
}

test('marks and white space make no difference', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(policies, picks, async (source, pick) => {
      const text = vary(source, pick);
      const { diagnostics } = parse(new SourceFile('test.assess', text));
      expect(
        diagnostics.map(({ message }) => message.zh),
        text,
      ).toEqual([]);
      expect(await formatted(text)).toBe(await formatted(source.text));
    }),
    { numRuns: 150 },
  );
});

test('comments stay wherever they stand', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(policies, picks, fc.constantFrom(2, 8, 30), async (source, pick, share) => {
      const text = withComments(source, pick, share);
      const once = await formatted(text);
      expect(await formatted(once ?? '')).toBe(once);
      expect(comments(once ?? '')).toEqual(comments(text));
      expect(await formatted(once ?? '')).toBe(once);
    }),
    { numRuns: 150 },
  );
});

describe('a text that cannot be formatted', () => {
  test('is refused with its mistakes', async () => {
    const { text, diagnostics } = await format(new SourceFile('test.assess', '总分 { 方式 自评占10% }'));
    expect(text).toBeNull();
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test('never makes the formatter throw', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(policies, picks, async ({ text }, pick) => {
        const [from, to] = [pick(text.length), pick(text.length)];
        const broken = text.slice(0, from) + text.slice(to);
        const result = await format(new SourceFile('test.assess', broken));
        expect(result.diagnostics.map(({ code }) => code)).not.toContain('format/changes-meaning');
      }),
      { numRuns: 200 },
    );
  });
});

describe('names', () => {
  test.each([
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['【得分】', '【得分】'],
    ['[score]', '【score】'],
    ['【合格率】', '合格率'],
    ['【日期】', '【日期】'],
    ['日期', '日期'],
    ['【2024年“三会一课”】', '【2024年“三会一课”】'],
    ['【三次】', '【三次】'],
    ['【每次】', '【每次】'],
    ['𠮷', '𠮷'],
  ])('%s', async (written, canonical) => {
    expect(await formatted(`总分 { 方式 ${written} 占100% 采用 甲 }`)).toBe(
      `总分 {\n  方式 ${canonical} 占100% 采用 甲\n}\n`,
    );
  });

  test('that a keyword of the other language would swallow are bracketed', async () => {
    const source = new SourceFile('test.assess', '总分 { 当 甲 发生 或 more 发生，扣1分 }');
    expect((await format(source, { vocabulary: 'en' })).text).toBe(
      'total {\n  when 甲 occurs or [more] occurs, deduct 1 point\n}\n',
    );
  });
});

test.each(['', '\n\n', '\uFEFF', '// 只有说明', '\uFEFF// 说明\r\n\r\n\r\n// 说明', '；；'])(
  '%j is formatted',
  async (text) => {
    const once = await formatted(text);
    expect(await formatted(once ?? '')).toBe(once);
  },
);
