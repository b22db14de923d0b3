/** Nothing that can be typed makes the parser throw, lose its place or take its time. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenOf, walk } from '../../src/ast/walk.ts';
import { parse, type Parsed } from '../../src/syntax/parse.ts';
import type { Span } from '../../src/source/span.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { functions } from '../../src/vocabulary/functions.ts';
import { keywords } from '../../src/vocabulary/keywords.ts';
import { units } from '../../src/vocabulary/units.ts';

const policies = `${import.meta.dirname}/fixtures/policies`;
/** Thousands of texts a test: milliseconds on a slow machine. */
const patience = 120_000;

const files = readdirSync(policies).filter((file) => file.endsWith('.assess'));

/** Parses and holds what is true of every tree: spans lie inside the text and inside their parent's. */
function parseAndCheck(text: string): Parsed {
  const parsed = parse(new SourceFile('robust', text));
  const wrong: string[] = [];
  walk(parsed.tree, (node) => {
    for (const child of childrenOf(node))
      if (!isInside(child.span, node.span)) wrong.push(`${child.kind} in ${node.kind}`);
  });
  const whole = { start: 0, end: text.length };
  for (const { code, span, fixes } of parsed.diagnostics) {
    const spans = [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
    if (!spans.every((each) => isInside(each, whole))) wrong.push(code);
  }
  if (wrong.length > 0) expect(wrong, text).toEqual([]);
  return parsed;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start <= inner.end && inner.start >= outer.start && inner.end <= outer.end;
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(`${policies}/${file}`, 'utf8');

  test(
    'cut off anywhere',
    () => {
      for (let end = 0; end <= text.length; end++) parseAndCheck(text.slice(0, end));
    },
    patience,
  );

  test(
    'without any one character',
    () => {
      for (let at = 0; at < text.length; at++) parseAndCheck(text.slice(0, at) + text.slice(at + 1));
    },
    patience,
  );
});

test('any sequence of words, marks and numbers', () => {
  const words = [
    ...keywords.flatMap(({ spellings }) => [...spellings.zh, ...spellings.en]),
    ...units.flatMap(({ spellings }) => [...spellings.zh, ...spellings.en]),
    ...functions.flatMap(({ spellings }) => [spellings.zh, spellings.en]),
    ...Array.from('{}{}{}()（）,，;；:：=.·|+-*/÷<>≥≤%‰~—「」“”"《》【】[]@#…\u200b'),
    '甲',
    'F31',
    '90',
    '2/3',
    '100%',
    '2023年11月30日',
    '11月31日',
    '三次',
    '"文字"',
    '【名】',
    '// 注\n',
    '\n',
    '自评占10%',
  ];
  const piece = constantFrom(...words);
  const soup = array(tuple(piece, constantFrom('', ' ', ' ', '\n')), { maxLength: 60 });
  assert(
    property(soup, (pieces) => {
      parseAndCheck(pieces.map((pair) => pair.join('')).join(''));
    }),
    { numRuns: 1500, seed: 20231130 },
  );
});

test('any characters', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 80 }), (text) => {
      parseAndCheck(text);
    }),
    { numRuns: 1000, seed: 20231130 },
  );
});

describe('hostile texts', () => {
  const size = 100_000;
  const texts: Record<string, string> = {
    'one name': '字'.repeat(size),
    'one number': '1'.repeat(size),
    'open quotation marks': '“'.repeat(size),
    'closing quotation marks': '”a'.repeat(size / 2),
    'open brackets': '【'.repeat(size),
    'open braces': '{'.repeat(size),
    'nothing but semicolons': '；'.repeat(10 * size),
    'closing braces': '}'.repeat(size),
    'nested bodies': '总分 {'.repeat(size / 4),
    'nested parentheses': `总分 { 得分 = ${'('.repeat(size)}1${')'.repeat(size)} }`,
    negations: `总分 { 当 ${'非 '.repeat(size / 2)}x，不得分 }`,
    signs: `总分 { 得分 = ${'-'.repeat(size)}1 }`,
    sums: `总分 { 得分 = 1${' + 1'.repeat(size / 4)} }`,
    conditionals: `总分 { 得分 = ${'若 a 则 1 否则 '.repeat(size / 10)}1 }`,
    conditions: `总分 { 当 a${' 且 a'.repeat(size / 4)}，不得分 }`,
    'unknown characters': '@ '.repeat(size / 2),
    'unknown units': '3颗 '.repeat(size / 3),
    'joined words': `${'每次扣'.repeat(size / 3)}1`,
    'spaces between words': `or${' '.repeat(size)}x`,
    'names and numbers': '第1'.repeat(size / 2),
    'repeated clauses': `等次 { a 1分以上，名额 1个${' 递补'.repeat(size / 3)} }`,
    'half of a character': '\ud842'.repeat(size),
  };

  test.each(Object.entries(texts))('%s', (_, text) => {
    const start = performance.now();
    const { tree, diagnostics } = parse(new SourceFile('hostile', text));
    expect(performance.now() - start).toBeLessThan(5_000);
    let deepest = 0;
    walk(tree, (_, ancestors) => {
      deepest = Math.max(deepest, ancestors.length);
    });
    expect(deepest).toBeLessThan(1_000);
    expect(diagnostics.length).toBeLessThanOrEqual(201);
  });

  test('bodies, parentheses and conditionals as deep as they may be, inside one another', () => {
    const bodies = `总分 {${' 标准 a 5分 {'.repeat(50)}`;
    const score = `得分 = ${'若 a 则 1 否则 '.repeat(49)}${'（'.repeat(48)}1${'）'.repeat(48)}`;
    expect(parse(new SourceFile('deep', `${bodies} ${score} ${'}'.repeat(51)}`)).diagnostics).toEqual([]);
  });

  test.each([
    ['as many parentheses as there may be', 99, []],
    ['too many parentheses', 10_000, ['syntax/too-deep']],
  ])('%s, by a parser that has read nothing yet, with two thirds of the usual stack', (_, depth, codes) => {
    const script = `
      import { parse } from ${JSON.stringify(import.meta.resolve('../../src/syntax/parse.ts'))};
      import { SourceFile } from ${JSON.stringify(import.meta.resolve('../../src/source/source-file.ts'))};
      const text = '总分 { 得分 = ' + '('.repeat(${depth}) + '1' + ')'.repeat(${depth}) + ' }';
      console.log(JSON.stringify(parse(new SourceFile('deep', text)).diagnostics.map(({ code }) => code)));`;
    const run = spawnSync(process.execPath, ['--stack-size=656', '--input-type=module', '--eval', script]);
    expect(run.stderr.toString()).toBe('');
    expect(JSON.parse(run.stdout.toString())).toEqual(codes);
  });
});
