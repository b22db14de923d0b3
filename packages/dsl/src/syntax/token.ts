import { createToken, EOF, type IToken, Lexer, type TokenType } from 'chevrotain';
import { type KeywordId, keywords } from '../vocabulary/keywords.ts';
import type { Spelling } from '../vocabulary/spelling.ts';

/** A token as Chevrotain takes it, with what our own lexer knows about it. */
export interface Token extends IToken {
  /** Half-open: the offset behind the last code unit. */
  readonly end: number;
  /** Nothing but white space and comments stands before it on its line. */
  readonly lineStart: boolean;
  /** Name: the text without brackets; text and title: what is inside; number: ASCII digits; unit: its identity; else ''. */
  readonly text: string;
  /** Keyword: how it was spelt; null where a symbol stands for it (`~` for 至). */
  readonly spelling: Spelling | null;
  /** The denominator of a fraction such as `2/3`. */
  readonly over: string | null;
  readonly date: CalendarDate | null;
  /** A name in brackets: never a keyword. */
  readonly bracketed: boolean;
}

export interface CalendarDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

function define(name: string, categories: TokenType[] = []): TokenType {
  return createToken({ name, pattern: Lexer.NA, categories });
}

/** Whatever can be a name: a plain one, or a soft keyword outside its slot. */
export const AnyName = define('any-name');

/** Whatever is a keyword that is never a name. */
export const AnyReserved = define('any-reserved');

/** Tokens that are not keywords. */
export const marks = {
  name: define('plain-name', [AnyName]),
  text: define('text-literal'),
  title: define('title-literal'),
  number: define('number'),
  unit: define('unit'),
  date: define('date-literal'),
  leftBrace: define('{'),
  rightBrace: define('}'),
  leftParenthesis: define('('),
  rightParenthesis: define(')'),
  comma: define(','),
  semicolon: define(';'),
  colon: define(':'),
  equals: define('='),
  dot: define('.'),
  bar: define('|'),
  plus: define('+'),
  minus: define('-'),
  times: define('*'),
  divide: define('/'),
  atLeast: define('>='),
  atMost: define('<='),
  above: define('>'),
  below: define('<'),
  unequal: define('!='),
} as const;

/** One token type per keyword, under its identity. Soft ones are also names. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table of keywords has every identity
export const words = Object.fromEntries(
  keywords.map(({ id, reserved }) => [id, define(`word:${id}`, [reserved ? AnyReserved : AnyName])]),
) as Record<KeywordId, TokenType>;

/** All token types, for the parser's constructor. */
export const tokenTypes: readonly TokenType[] = [
  AnyName,
  AnyReserved,
  ...Object.values(marks),
  ...Object.values(words),
];

const keywordsByType: ReadonlyMap<TokenType, KeywordId> = new Map(keywords.map(({ id }) => [words[id], id]));

/** The keyword that a token type stands for, or null. */
export function keywordOf(type: TokenType): KeywordId | null {
  return keywordsByType.get(type) ?? null;
}

/** Makes a token; everything that its kind does not have is empty. */
export function makeToken(
  tokenType: TokenType,
  image: string,
  start: number,
  lineStart: boolean,
  extra: Partial<Pick<Token, 'text' | 'spelling' | 'over' | 'date' | 'bracketed'>> = {},
): Token {
  return {
    image,
    startOffset: start,
    endOffset: start + image.length - 1,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? 0,
    tokenType,
    end: start + image.length,
    lineStart,
    text: extra.text ?? '',
    spelling: extra.spelling ?? null,
    over: extra.over ?? null,
    date: extra.date ?? null,
    bracketed: extra.bracketed ?? false,
  };
}

/** Whether this stands for the end of the text: Chevrotain's own token, which has none of our fields. */
export function isEnd(token: IToken): boolean {
  return token.tokenType === EOF;
}
