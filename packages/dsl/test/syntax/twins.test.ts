/** Texts that must mean the same: Chinese and English, half- and full-width, many lines and one. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { treeText } from './tree-text.ts';

const policies = `${import.meta.dirname}/fixtures/policies`;
const examples = readdirSync(policies)
  .filter((file) => file.endsWith('.assess'))
  .map((file) => [file, withoutComments(readFileSync(`${policies}/${file}`, 'utf8'))] as const);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\/.*$/gmu, '');
}

/** The tree of a text that must be without mistakes. */
function meaning(text: string): string {
  const { tree, diagnostics } = parse(new SourceFile('twin', text));
  expect(
    diagnostics.map(({ message }) => message.zh),
    text,
  ).toEqual([]);
  return treeText(tree);
}

describe('Chinese and English', () => {
  const pairs = readFileSync(`${policies}/twins.txt`, 'utf8').trimEnd().split('\n\n');

  test.each(pairs)('%s', (pair) => {
    const [chinese = '', english = ''] = pair.split('\n');
    expect(meaning(english)).toBe(meaning(chinese));
  });
});

/** Texts in quotation marks, titles and bracketed names stay as they are; `change` is applied to what is between them. */
function outsideQuotes(text: string, change: (part: string) => string): string {
  return text
    .split(/("[^"]*"|“.*?”(?=[^”]|$)|《[^》]*》|【[^】]*】|\[[^\]]*\])/u)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

const halfWidth: ReadonlyMap<string, string> = new Map([
  ['：', ':'],
  ['，', ','],
  ['、', ','],
  ['；', ';'],
  ['（', '('],
  ['）', ')'],
  ['·', '.'],
  ['−', '-'],
  ['÷', '/'],
  ['×', '*'],
]);

function toHalfWidth(text: string): string {
  return text.replaceAll(/[：，、；（）·−÷×]/gu, (mark) => halfWidth.get(mark) ?? mark);
}

function toFullWidth(text: string): string {
  // A point between digits and a slash in a fraction stay with their digits: both are folded together.
  return text.replaceAll(/[!-/:-@[-`{-~0-9]/gu, (mark) =>
    mark === '_' ? mark : String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
  );
}

describe.each(examples)('%s', (_, text) => {
  const expected = meaning(text);

  test('in half-width punctuation', () => {
    expect(meaning(outsideQuotes(text, toHalfWidth))).toBe(expected);
  });

  test('in full-width punctuation and digits', () => {
    // Digits inside names are folded as well, so that F３１ is F31.
    expect(meaning(outsideQuotes(text, toFullWidth))).toBe(expected);
  });

  test('on one line', () => {
    expect(meaning(text.replaceAll(/\s*\n\s*/gu, ' '))).toBe(expected);
  });

  test('with every word on a line of its own', () => {
    expect(meaning(outsideQuotes(text, (part) => part.replaceAll(/(?<!\d) +/gu, '\n    ')))).toBe(expected);
  });

  test('with Windows line ends', () => {
    expect(meaning(text.replaceAll('\n', '\r\n'))).toBe(expected);
  });
});
