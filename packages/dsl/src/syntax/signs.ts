/** Signs of one or two characters and what they are read as. */
import type { TokenType } from 'chevrotain';
import { marks, words } from './token.ts';

/** By the folded text of the sign. */
export const signs: ReadonlyMap<string, TokenType> = new Map([
  ['>=', marks.atLeast],
  ['<=', marks.atMost],
  ['=>', marks.atLeast],
  ['=<', marks.atMost],
  ['!=', marks.unequal],
  ['<>', marks.unequal],
  ['==', marks.equals],
  ['..', words.to],
  ['{', marks.leftBrace],
  ['}', marks.rightBrace],
  ['(', marks.leftParenthesis],
  [')', marks.rightParenthesis],
  [',', marks.comma],
  [';', marks.semicolon],
  [':', marks.colon],
  ['=', marks.equals],
  ['.', marks.dot],
  ['|', marks.bar],
  ['+', marks.plus],
  ['-', marks.minus],
  ['*', marks.times],
  ['×', marks.times],
  ['/', marks.divide],
  ['÷', marks.divide],
  ['≥', marks.atLeast],
  ['≤', marks.atMost],
  ['≧', marks.atLeast],
  ['≦', marks.atMost],
  ['⩾', marks.atLeast],
  ['⩽', marks.atMost],
  ['>', marks.above],
  ['<', marks.below],
  ['≠', marks.unequal],
  ['~', words.to],
  ['–', words.to],
  ['—', words.to],
  ['「', marks.leftBrace],
  ['『', marks.leftBrace],
  ['」', marks.rightBrace],
  ['』', marks.rightBrace],
]);

/** Characters with which a sign of two begins; no other is looked up together with what follows it. */
export const longSigns = new Set([...signs.keys()].filter((sign) => sign.length > 1).map((sign) => sign.charAt(0)));
