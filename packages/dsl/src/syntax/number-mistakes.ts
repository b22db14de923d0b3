/** Letters and numbers that run into one another: what was probably meant, said in one report. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { keyword, keywords } from '../vocabulary/keywords.ts';
import { CharacterClass, classAt, wordEnd } from './characters.ts';
import { beginsWithUnit, divide, type Division, joinableSuffix, type Piece } from './division.ts';
import { chineseNumeral, nameTouchesNumber, unknownUnit, writeInstead } from './lexical-mistakes.ts';
import { type Fraction, numeralLength, readFraction, readNumeral } from './numerals.ts';
import { digitsEnd, scanNumber } from './numbers.ts';
import { unknownWord } from './parse-mistakes.ts';
import { isAfterNaming } from './slots.ts';
import { closest } from './suggestion.ts';
import { keywordOf, makeToken, marks, type Token, words } from './token.ts';

/** A report, the tokens that were probably meant (their lines are not set), and where lexing goes on. */
export interface Remedy {
  readonly diagnostic: Diagnostic;
  /** The number before belongs to these tokens: it is taken back. */
  readonly withNumber?: boolean;
  readonly tokens: readonly Token[];
  readonly end: number;
}

/** Keywords that may touch a number, as a misspelt one is compared with them. */
const joinableWords = keywords
  .filter(({ joinable }) => joinable)
  .flatMap(({ spellings }) => spellings.zh)
  .filter((word) => word.length > 1);

/** The most of a run that is looked at and shown. */
const reach = 60;

/** `自查自评占10%`, `第1季度得分`: letters that touch the number behind them and are no keywords. `end` is where the digits start. */
export function partAtNumber(text: string, start: number, end: number, before: readonly Token[]): Remedy {
  const run = text.slice(start, end);
  const misspelt = isAfterNaming(before) ? null : closest(run, joinableWords);
  const meant = misspelt === null ? null : divide(misspelt, false);
  if (misspelt !== null && meant !== null && meant.end === misspelt.length) {
    const fixes = [writeInstead(start, end, misspelt, true)];
    const tokens = pieceTokens(misspelt, 0, meant.pieces).map((token) => ({
      ...token,
      startOffset: start,
      endOffset: end - 1,
      end,
    }));
    return {
      diagnostic: unknownWord.at({ start, end }, { written: run, suggestion: misspelt }, { fixes }),
      tokens,
      end,
    };
  }
  const number = scanNumber(text, end);
  const behind = text.slice(number.end, Math.min(wordEnd(text, number.end), number.end + reach));
  if (behind !== '' && !dividesBehindNumber(behind)) return bracketed(text, start, wordEnd(text, number.end));
  const suffix = joinableSuffix(run);
  const cut = suffix?.pieces[0]?.start ?? run.length;
  const parted = `${run.slice(0, cut)} ${run.slice(cut)}`;
  const shown = numberText(text, end) + unitText(behind);
  const values = { written: run + shown, parted: parted.trimEnd() + (suffix === null ? ` ${shown}` : shown) };
  const shownEnd = number.end + (text[number.end] === '%' ? 1 : unitText(behind).length);
  const fix = writeInstead(start, shownEnd, values.parted, true);
  return {
    diagnostic: nameTouchesNumber.at({ start, end }, values, { fixes: [fix] }),
    tokens: [name(text, start, start + cut), ...pieceTokens(text, start, suffix?.pieces ?? [])],
    end,
  };
}

/** `分以上且满意率不低于`, `年度考核`: letters that touch the number or unit before them and do not divide. */
export function partBehindNumber(
  source: string,
  text: string,
  before: readonly Token[],
  start: number,
  unitAllowed: boolean,
): Remedy {
  const end = wordEnd(text, start);
  const run = text.slice(start, end);
  const number = before.at(-1);
  const fraction = /^分之$/u.test(run) && number?.tokenType === marks.number ? scanNumber(text, end) : null;
  if (fraction !== null && number !== undefined && fraction.digits !== '') {
    const arabic = `${fraction.digits}/${number.text}`;
    const span = { start: number.startOffset, end: fraction.end };
    const written = source.slice(span.start, span.end);
    const fixes = [writeInstead(span.start, span.end, arabic, true)];
    return { diagnostic: chineseNumeral.at(span, { written, arabic }, { fixes }), tokens: [], end: fraction.end };
  }
  if (number?.tokenType === marks.number && namesFollow(before.at(-2))) {
    return { ...bracketed(text, number.startOffset, end), withNumber: true };
  }
  const front = divide(run, unitAllowed);
  const rest = run.slice(front.end);
  const suffix = classAt(text, end) === CharacterClass.digit ? joinableSuffix(rest) : null;
  const touchesName = front.pieces.length > 0;
  const parts = [front.end, front.end + (suffix?.pieces[0]?.start ?? rest.length), run.length];
  const parted = [spaced(run, front.pieces), run.slice(parts[0], parts[1]), run.slice(parts[1])]
    .filter((part) => part !== '')
    .join(' ');
  const shownNumber = number === undefined ? '' : source.slice(number.startOffset, number.end);
  const shown = number?.tokenType === marks.number || number?.tokenType === marks.date ? shownNumber : '';
  const tail = suffix === null ? '' : numberText(text, end);
  return {
    diagnostic: unknownUnit.at(
      { start, end },
      { written: run, parted: touchesName ? shown + parted + tail : null },
      touchesName ? { fixes: [writeInstead(start, end, parted, true)] } : {},
    ),
    tokens: touchesName
      ? [
          ...pieceTokens(text, start, front.pieces),
          name(text, start + front.end, start + (parts[1] ?? run.length)),
          ...pieceTokens(text, start + front.end, suffix?.pieces ?? []),
        ]
      : [],
    end,
  };
}

/** `三次以上`, `扣三分`, `三分之二`: Chinese numerals where a number with a unit is meant; null for an ordinary name. */
export function readNumerals(run: string, start: number, previous: Token | undefined): Remedy | null {
  if (run.length > reach) return null;
  const front = divide(run, false);
  const fraction = readFraction(run.slice(front.end));
  if (fraction !== null) return fractionRemedy(run, start, front, fraction);
  const length = numeralLength(run.slice(front.end));
  const digits = readNumeral(run.slice(front.end, front.end + length));
  if (digits === null) return null;
  const behindNumeral = run.slice(front.end + length);
  if (behindNumeral === '' && previous !== undefined && takesBareNumber.has(previous.tokenType) && front.end === 0) {
    return numeralRemedy(run, start, String(digits), [
      makeToken(marks.number, run, start, false, { text: String(digits) }),
    ]);
  }
  const range = rangeRemedy(run, start, front, length, digits);
  if (range !== null) return range;
  const behind = divide(behindNumeral, true);
  if (behind.end < behindNumeral.length || !beginsWithUnit(behind)) return null;
  const joined = front.pieces.length > 0 || behind.pieces.length > 1;
  if (!joined && (previous === undefined || !takesNumber.has(previous.tokenType))) return null;
  const numeralStart = start + front.end;
  const number = makeToken(marks.number, run.slice(front.end, front.end + length), numeralStart, false, {
    text: String(digits),
  });
  return numeralRemedy(run, start, run.slice(0, front.end) + String(digits) + behindNumeral, [
    ...shift(pieceTokens(run, 0, front.pieces), start),
    number,
    ...shift(pieceTokens(behindNumeral, 0, behind.pieces), numeralStart + length),
  ]);
}

/** `零至六十次`: both ends in Arabic figures; null for anything else. */
function rangeRemedy(run: string, start: number, front: Division, length: number, low: number): Remedy | null {
  const to = front.end + length;
  if (!/^[至到]/u.test(run.slice(to))) return null;
  const highStart = to + 1;
  const highLength = numeralLength(run.slice(highStart));
  const high = readNumeral(run.slice(highStart, highStart + highLength));
  const tail = run.slice(highStart + highLength);
  const unit = divide(tail, true);
  if (high === null || unit.end < tail.length || !beginsWithUnit(unit)) return null;
  const number = (from: number, size: number, value: number): Token =>
    makeToken(marks.number, run.slice(from, from + size), start + from, false, { text: String(value) });
  return numeralRemedy(run, start, `${run.slice(0, front.end)}${low}至${high}${tail}`, [
    ...shift(pieceTokens(run, 0, front.pieces), start),
    number(front.end, length, low),
    makeToken(words.to, run.slice(to, to + 1), start + to, false, { text: 'to' }),
    number(highStart, highLength, high),
    ...shift(pieceTokens(tail, 0, unit.pieces), start + highStart + highLength),
  ]);
}

/** `三分之二以上`: the fraction in Arabic figures between keywords; null where it is part of a name. */
function fractionRemedy(run: string, start: number, front: Division, fraction: Fraction): Remedy | null {
  const { digits, over, percent, length } = fraction;
  const fractionEnd = front.end + length;
  const behind = divide(run.slice(fractionEnd), false);
  if (fractionEnd + behind.end < run.length) return null;
  const arabic = over === null ? `${digits}%` : `${digits}/${over}`;
  const number = makeToken(marks.number, run.slice(front.end, fractionEnd), start + front.end, false, {
    text: digits,
    over,
  });
  const unit = percent ? [makeToken(marks.unit, '', start + fractionEnd, false, { text: 'percent' })] : [];
  return numeralRemedy(run, start, run.slice(0, front.end) + arabic + run.slice(fractionEnd), [
    ...shift(pieceTokens(run, 0, front.pieces), start),
    number,
    ...unit,
    ...shift(pieceTokens(run.slice(fractionEnd), 0, behind.pieces), start + fractionEnd),
  ]);
}

/** Whether a name is due behind this token: `填报 2023年度经费`. */
function namesFollow(token: Token | undefined): boolean {
  const id = token === undefined ? null : keywordOf(token.tokenType);
  if (id === null) return token?.tokenType === marks.bar;
  return (
    ['level', 'line', 'chapter'].includes(keyword(id).role) && !['full-marks', 'rounding', 'declares'].includes(id)
  );
}

/** Keywords behind which a number is expected: a bare `三次` there is no name. */
const takesNumber: ReadonlySet<unknown> = new Set([
  words.earn,
  words.deduct,
  words.add,
  words.per,
  words.to,
  words.weight,
  words.cap,
  words.quota,
  words.minimum,
  words.within,
  words.late,
  words.early,
  words['at-least'],
  words['at-most'],
  words.above,
  words.below,
  marks.atLeast,
  marks.atMost,
  marks.above,
  marks.below,
  marks.equals,
]);

/** Keywords behind which a number stands without a unit. */
const takesBareNumber: ReadonlySet<unknown> = new Set([words.version, words.language, words.cap, words.weight]);

function numeralRemedy(run: string, start: number, arabic: string, tokens: readonly Token[]): Remedy {
  const end = start + run.length;
  const fixes = [writeInstead(start, end, arabic, true)];
  return { diagnostic: chineseNumeral.at({ start, end }, { written: run, arabic }, { fixes }), tokens, end };
}

/** Letters, digits and letters that only make sense as one name: it needs brackets. */
function bracketed(text: string, start: number, firstEnd: number): Remedy {
  let end = firstEnd;
  for (let digits = digitsEnd(text, end); digits > end; digits = digitsEnd(text, end)) end = wordEnd(text, digits);
  const written = text.slice(start, end);
  const parted = `【${written}】`;
  const fixes = [writeInstead(start, end, parted, true)];
  return {
    diagnostic: nameTouchesNumber.at({ start, end }, { written, parted }, { fixes }),
    tokens: [name(text, start, end)],
    end,
  };
}

function dividesBehindNumber(run: string): boolean {
  return divide(run, true).end === run.length || /^[A-Za-z]/u.test(run);
}

/** A number with the sign behind it. */
function numberText(text: string, start: number): string {
  const { digits, end } = scanNumber(text, start);
  return text[end] === '%' ? `${digits}%` : digits;
}

/** Pieces as they are written best: 且 and its kin with a space before them. */
function spaced(run: string, pieces: readonly Piece[]): string {
  return pieces
    .map(
      ({ start, end, spelling }) =>
        (spelling?.keyword.role === 'logic' && start > 0 ? ' ' : '') + run.slice(start, end),
    )
    .join('');
}

function unitText(run: string): string {
  const [first] = divide(run, true).pieces;
  return first === undefined || first.unit === null ? '' : run.slice(0, first.end);
}

function name(text: string, start: number, end: number): Token {
  const image = text.slice(start, end);
  return makeToken(marks.name, image, start, false, { text: image.normalize('NFC') });
}

function pieceTokens(text: string, base: number, pieces: readonly Piece[]): Token[] {
  return pieces.map(({ start, end, unit, spelling }) => {
    const image = text.slice(base + start, base + end);
    if (spelling === null) return makeToken(marks.unit, image, base + start, false, { text: unit ?? '' });
    return makeToken(words[spelling.keyword.id], image, base + start, false, { text: spelling.keyword.id, spelling });
  });
}

function shift(tokens: readonly Token[], by: number): Token[] {
  return tokens.map((token) => ({
    ...token,
    startOffset: token.startOffset + by,
    endOffset: token.startOffset + by,
    end: token.end + by,
  }));
}
