/** Other ways to write the same policy: what an input method, a hasty hand or another editor makes of it. */
import * as fc from 'fast-check';
import type { SourceFile } from '../../src/source/source-file.ts';
import { parse } from '../../src/syntax/parse.ts';
import { marks, type Token, words } from '../../src/syntax/token.ts';

/** A number from 0 to below a limit. */
export type Pick = (limit: number) => number;

/** Reproducible picks: the seed is what a failing test prints. */
export const picks: fc.Arbitrary<Pick> = fc.integer({ min: 1, max: 0x7fff_ffff }).map((seed) => {
  let state = seed;
  return Object.assign(
    (limit: number) => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x6d2b_79f5;
      return ((state ^ (state >>> 13)) >>> 0) % limit;
    },
    { [fc.toStringMethod]: () => `picks(${seed})` },
  );
});

const spellings: ReadonlyMap<Token['tokenType'], readonly string[]> = new Map([
  [marks.leftBrace, ['{', '｛']],
  [marks.rightBrace, ['}', '｝']],
  [marks.leftParenthesis, ['(', '（']],
  [marks.rightParenthesis, [')', '）']],
  [marks.comma, [',', '，', '、']],
  [marks.semicolon, [';', '；', '。']],
  [marks.colon, [':', '：']],
  [marks.equals, ['=', '＝']],
  [marks.dot, ['.', '·', '．']],
  [marks.bar, ['|', '｜']],
  [marks.plus, ['+', '＋']],
  [marks.times, ['*', '×', '＊']],
  [marks.atLeast, ['>=', '≥', '＞＝']],
  [marks.atMost, ['<=', '≤']],
  [marks.unequal, ['!=', '≠']],
]);

const joins = new Set([marks.leftBrace, marks.rightBrace, marks.semicolon, marks.colon, marks.equals, marks.bar]);
const blanks = [' ', '  ', '\t', '　', ' 　 '];
const breaks = ['\n', '\r\n', '\n\n\n', '\n　　', '\n\t', '  \n '];

/** The same tokens and comments with other marks and other white space between them. */
export function vary(source: SourceFile, pick: Pick): string {
  const { tokens } = parse(source);
  let text = '';
  let end = 0;
  for (const [index, token] of tokens.entries()) {
    text += varyGap(source.text.slice(end, token.startOffset), tokens[index - 1], token, pick);
    text += varyToken(token, pick);
    end = token.end;
  }
  return text + source.text.slice(end);
}

/** Comments between any two tokens, each with a number. */
export function withComments(source: SourceFile, pick: Pick, share: number): string {
  const { tokens } = parse(source);
  let text = '';
  let end = 0;
  for (const [index, token] of tokens.entries()) {
    const gap = source.text.slice(end, token.startOffset);
    const bound = tokens[index - 1]?.tokenType === marks.number || token.tokenType === words.rounding;
    const possible = /^\s+$/u.test(gap) && !bound && pick(share) === 0;
    text += possible ? `${pick(2) === 0 ? ' ' : '\n'}// 说明${index}\n${gap}` : gap;
    text += source.text.slice(token.startOffset, token.end);
    end = token.end;
  }
  return text + source.text.slice(end);
}

function varyToken({ tokenType, image, startOffset, end }: Token, pick: Pick): string {
  const choices = spellings.get(tokenType);
  if (choices !== undefined) return choices[pick(choices.length)] ?? image;
  if (tokenType !== marks.number || pick(4) > 0 || end - startOffset !== image.length) return image;
  return image.replaceAll(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** What stands between two tokens. Comments stay where they are; a unit stays on the line of its number. */
function varyGap(gap: string, previous: Token | undefined, next: Token, pick: Pick): string {
  if (gap.includes('/') || previous === undefined) return gap;
  const blank = blanks[pick(blanks.length)] ?? ' ';
  const lines = breaks[pick(breaks.length)] ?? '\n';
  if (gap.includes('\n')) return /\n\s*\n/u.test(gap) ? `\n${lines}\n` : lines.replaceAll(/\n+/gu, '\n');
  const bound = previous.tokenType === marks.number || next.tokenType === words.rounding;
  if (gap !== '') return bound || pick(3) > 0 ? blank : lines.replaceAll(/\n+/gu, '\n');
  return joins.has(previous.tokenType) || joins.has(next.tokenType) ? (pick(2) === 0 ? '' : blank) : '';
}
