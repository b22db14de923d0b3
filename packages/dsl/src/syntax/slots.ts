/** Where in a policy a place is, told from the tokens before it: what the lexer needs to know of the grammar. */
import { keyword, type KeywordId } from '../vocabulary/keywords.ts';
import { keywordOf, marks, type Token, words } from './token.ts';

const lists: ReadonlySet<unknown> = new Set([words.bonuses, words.penalties]);
const naming: ReadonlySet<unknown> = new Set([words.case, words.input, words.define, words.scorecard, words.table]);
const orders: ReadonlySet<KeywordId> = new Set<KeywordId>(['at-least', 'at-most', 'above', 'below']);

/** Tokens beyond which the head of a 对标 is not looked for. */
const stepsReach = 80;

/** Tokens beyond which a head is not looked for. */
const reach = 12;

/** Tokens beyond which an open parenthesis is not looked for. */
const inParentheses = 60;

/** Behind the amount of a deduction or an addition, or in the head of a list: where a cap may stand. */
export function isAfterAmount(before: readonly Token[]): boolean {
  let at = before.length - 1;
  const type = (index: number): unknown => before[index]?.tokenType;
  if (type(at) === marks.comma) at--;
  if (lists.has(type(at))) return true;
  if ((type(at) === marks.name || type(at) === marks.text) && lists.has(type(at - 1))) return true;
  // `扣1分 每次`
  if (type(at) === marks.unit && type(at - 1) === words.per) at -= 2;
  if (type(at) !== marks.unit || before[at]?.text !== 'point' || type(at - 1) !== marks.number) return false;
  return type(at - 2) === words.deduct || type(at - 2) === words.add;
}

/** Behind the name of an item, before its body: where points and weights stand. */
export function isAfterHead(before: readonly Token[]): boolean {
  for (let at = before.length - 1; at >= Math.max(0, before.length - reach); at--) {
    const token = before[at];
    if (token === undefined) return false;
    if (isLevel(token)) return at < before.length - 1 && before[at - 1]?.tokenType !== words.every;
    if (token.lineStart || isBreak(token)) return false;
  }
  return false;
}

/** Directly behind 标准 and its kin: where a name stands. */
export function isAfterLevel(before: readonly Token[]): boolean {
  const last = before.at(-1);
  return last !== undefined && isLevel(last) && before.at(-2)?.tokenType !== words.every;
}

/** Behind a comparison of dates that is written like this: 不晚于 and its kin. */
export function isAfterTimeBound(before: readonly Token[], written: RegExp): boolean {
  const last = before.at(-1);
  const id = last === undefined ? null : keywordOf(last.tokenType);
  return id !== null && orders.has(id) && written.test(last?.image ?? '');
}

/** Directly behind a word that a name follows: 情形 and its kin. */
export function isAfterNaming(before: readonly Token[]): boolean {
  return isAfterLevel(before) || naming.has(before.at(-1)?.tokenType);
}

/** Directly behind a number, or a number and the sign %. */
export function isAfterNumber(before: readonly Token[]): boolean {
  const last = before.at(-1);
  return (
    last?.tokenType === marks.number || (last?.tokenType === marks.unit && before.at(-2)?.tokenType === marks.number)
  );
}

/** In the braces of 对标, where the rows are steps away from a target. */
export function isAmongSteps(before: readonly Token[]): boolean {
  for (let at = before.length - 1; at >= Math.max(0, before.length - stepsReach); at--) {
    const token = before[at];
    if (token === undefined || token.tokenType === marks.rightBrace) return false;
    if (token.tokenType !== marks.leftBrace) continue;
    const head = before.slice(Math.max(0, at - stepsReach), at);
    const last = head.findLastIndex((each) => each.tokenType === words.against);
    return last >= 0 && !head.slice(last).some(isBreak);
  }
  return false;
}

/** At the start of a line that is no continuation of an event or an expression in parentheses. */
export function isFreeLine(before: readonly Token[], lineStart: boolean): boolean {
  if (!lineStart) return false;
  let closed = 0;
  for (let at = before.length - 1; at >= Math.max(0, before.length - inParentheses); at--) {
    const type = before[at]?.tokenType;
    if (type === marks.leftBrace || type === marks.rightBrace) return true;
    if (type === marks.rightParenthesis) closed++;
    else if (type === marks.leftParenthesis && --closed < 0) return false;
  }
  return true;
}

/** Where a row of a small table begins. */
export function isAtRow(before: readonly Token[]): boolean {
  const last = before.at(-1);
  return last?.tokenType === marks.leftBrace || last?.tokenType === marks.semicolon || last?.tokenType === marks.comma;
}

/** The year of `版本 2024`; a common year where none is written. */
export function versionYear(before: readonly Token[]): number {
  const at = before.slice(0, reach).findIndex(({ tokenType }) => tokenType === words.version);
  const text = at < 0 ? '' : (before[at + 1]?.text ?? '');
  return /^\d{4}$/u.test(text) ? Number(text) : 2001;
}

function isLevel(token: Token): boolean {
  const id = keywordOf(token.tokenType);
  return id !== null && keyword(id).role === 'level';
}

function isBreak({ tokenType }: Token): boolean {
  return tokenType === marks.leftBrace || tokenType === marks.rightBrace || tokenType === marks.semicolon;
}
