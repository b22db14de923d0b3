/**
 * The lexer. Ours, not Chevrotain's: what a run of letters means depends on the number beside it (`90分以上且`, `每次扣0.5分`),
 * keywords are any letters of Unicode, and every mistake must become a report with a fix while the rest stays readable.
 * One pass from left to right over the folded text; offsets are those of the original.
 */
import type { TokenType } from 'chevrotain';
import type { Comment } from './comment.ts';
import { CharacterClass, classAt, fold, isWordStart, skipSpace, widthAt, wordEnd } from './characters.ts';
import { beginsWithUnit, divide, type Piece, standsAlone } from './division.ts';
import {
  cornerBracket,
  emptyName,
  invalidDate,
  replace,
  thousandsComma,
  unclosedText,
  unknownCharacter,
  writeInstead,
  wrongQuotes,
} from './lexical-mistakes.ts';
import { partAtNumber, partBehindNumber, readNumerals, type Remedy } from './number-mistakes.ts';
import {
  digitsEnd,
  isCalendarDate,
  scanDate,
  scanNamedDate,
  scanNumber,
  scanThousands,
  type ScannedDate,
} from './numbers.ts';
import { scanQuoted } from './quotes.ts';
import { quote, type Reporter } from './reporter.ts';
import { longSigns, signs } from './signs.ts';
import { makeToken, marks, type Token, words } from './token.ts';
import { findWording } from './wordings.ts';
import { findSpelling, severalWords, type Spelling } from '../vocabulary/spelling.ts';
import { findUnitSpelling, unitsOfSeveralWords } from '../vocabulary/units.ts';

export interface Lexed {
  readonly tokens: Token[];
  readonly comments: readonly Comment[];
}

/** Unclosed marks on one line beyond which the rest of the line is given up: keeps hostile lines linear. */
const mostUnclosed = 20;

class Lexer {
  readonly #source: string;
  readonly #text: string;
  readonly #reporter: Reporter;
  readonly #rewords: boolean;
  readonly #tokens: Token[] = [];
  readonly #comments: Comment[] = [];
  #offset = 0;
  #lineStart = true;
  #parentheses = 0;
  #unclosed = 0;

  /** `rewords`: whether other wordings are looked for; what was meant by one is read without. */
  constructor(source: string, reporter: Reporter, rewords = true) {
    this.#rewords = rewords;
    this.#source = source;
    this.#text = fold(source);
    this.#reporter = reporter;
  }

  run(): Lexed {
    while (this.#offset < this.#text.length) this.#next();
    return { tokens: this.#tokens, comments: this.#comments };
  }

  #next(): void {
    switch (classAt(this.#text, this.#offset)) {
      case CharacterClass.newline:
        this.#lineStart = true;
        this.#unclosed = 0;
        this.#offset++;
        return;
      case CharacterClass.space:
        this.#offset++;
        return;
      case CharacterClass.digit:
        if (!this.#reworded()) this.#number();
        return;
      case CharacterClass.latin:
      case CharacterClass.letter:
        if (!this.#reworded()) this.#word();
        return;
      default:
        this.#sign();
    }
  }

  #push(type: TokenType, end: number, extra?: Parameters<typeof makeToken>[4]): void {
    this.#tokens.push(makeToken(type, this.#source.slice(this.#offset, end), this.#offset, this.#lineStart, extra));
    this.#offset = end;
    this.#lineStart = false;
  }

  #pushSpelling(spelling: Spelling, end: number): void {
    this.#push(words[spelling.keyword.id], end, { text: spelling.keyword.id, spelling });
  }

  // ---------------------------------------------------------------- signs, quotes, comments

  #sign(): void {
    const start = this.#offset;
    const character = this.#text.charAt(start);
    if (character === '/' && this.#text[start + 1] === '/') return this.#comment();
    if (character === '%' || character === '‰') {
      return this.#push(marks.unit, start + 1, { text: character === '%' ? 'percent' : 'permille' });
    }
    const quoted = this.#source.charAt(start);
    if ('"＂“《'.includes(quoted)) return this.#quoted(character === '《' ? marks.title : marks.text);
    if (character === '[') return this.#quoted(marks.name);
    if ("”‘’'".includes(quoted)) return this.#wrongQuotes();
    if ('「『'.includes(quoted) && this.#isCornerText()) return this.#wrongQuotes();
    const long = longSigns.has(character) ? signs.get(this.#text.slice(start, start + 2)) : undefined;
    const type = long ?? signs.get(character);
    if (type === undefined) return this.#unknown();
    if (character === '(') this.#parentheses++;
    else if (character === ')') this.#parentheses--;
    else if (character === '{' || character === '}') this.#parentheses = 0;
    if ('「」『』'.includes(character)) this.#cornerBracket(character);
    let end = start + (long === undefined ? 1 : 2);
    // A Chinese dash is two characters long.
    while ('–—'.includes(character) && this.#text[end] === character) end++;
    this.#push(type, end);
  }

  #comment(): void {
    const start = this.#offset;
    let end = start;
    while (end < this.#text.length && classAt(this.#text, end) !== CharacterClass.newline) end++;
    this.#comments.push({ span: { start, end }, text: this.#source.slice(start, end) });
    this.#offset = end;
  }

  #quoted(type: TokenType): void {
    const start = this.#offset;
    const found = scanQuoted(this.#source, start);
    let end = found.end;
    if (!found.closed) {
      const close = type === marks.title ? '》' : type === marks.name ? '】' : this.#source[start] === '“' ? '”' : '"';
      const wrong = '"“”＂'.includes(this.#source.charAt(end - 1)) && end > start + 1;
      const fix = replace(wrong ? end - 1 : end, end, close, `补上 ${quote(close)}`, `Add ${quote(close)}`);
      const written = this.#source.slice(start, end);
      this.#reporter.add(unclosedText.at({ start, end }, { written, close }, { fixes: [fix] }));
      if (++this.#unclosed > mostUnclosed) end = this.#lineEnd();
    }
    const text = (type === marks.name ? found.inner.trim() : found.inner).normalize('NFC');
    if (type === marks.name && text === '') this.#reporter.add(emptyName.at({ start, end }, {}));
    this.#push(type, end, { text, bracketed: type === marks.name });
  }

  #wrongQuotes(): void {
    const start = this.#offset;
    const rest = this.#source.slice(start + 1, start + 200);
    const length = rest.search(/[“”‘’'」』\n\r]/u);
    if (length < 0 || '\n\r'.includes(rest.charAt(length))) return this.#unknown();
    const end = start + length + 2;
    const text = rest.slice(0, length).normalize('NFC');
    const correct = `“${text}”`;
    const written = this.#source.slice(start, end);
    this.#reporter.add(
      wrongQuotes.at({ start, end }, { written, correct }, { fixes: [writeInstead(start, end, correct, true)] }),
    );
    this.#push(marks.text, end, { text });
  }

  /** Whether a corner bracket opens a text: it closes on its line around words that are no rows of a table. */
  #isCornerText(): boolean {
    const inner = /^.([^「」『』\d;:|{}\n\r]{1,100})[」』]/u.exec(
      this.#text.slice(this.#offset, this.#offset + 120),
    )?.[1];
    return inner !== undefined && inner.trim() !== '' && findSpelling(inner.trim().split(/\s/u)[0] ?? '') === null;
  }

  #lineEnd(): number {
    const rest = /[\n\r]/g;
    rest.lastIndex = this.#offset;
    return rest.exec(this.#source)?.index ?? this.#source.length;
  }

  #cornerBracket(written: string): void {
    const start = this.#offset;
    const brace = '「『'.includes(written) ? '{' : '}';
    const fixes = [writeInstead(start, start + 1, brace, true)];
    this.#reporter.add(cornerBracket.at({ start, end: start + 1 }, { written, brace }, { fixes }));
  }

  /** One report for a run of characters that mean nothing. */
  #unknown(): void {
    const start = this.#offset;
    let end = start + widthAt(this.#text, start);
    while (this.#text.charCodeAt(end) === this.#text.charCodeAt(start)) end += widthAt(this.#text, end);
    const first = String.fromCodePoint(this.#source.codePointAt(start) ?? 0);
    const visible = !/[\p{C}\p{M}\p{Z}]/u.test(first);
    const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const written = visible ? this.#source.slice(start, end) : code;
    const fixes = [replace(start, end, '', `删除 ${quote(written)}`, `Delete ${quote(written)}`)];
    this.#reporter.add(unknownCharacter.at({ start, end }, { written, visible }, { fixes }));
    this.#offset = end;
  }

  // ---------------------------------------------------------------- numbers and dates

  #number(): void {
    const start = this.#offset;
    const date = scanDate(this.#text, start);
    if (date !== null) return this.#date(date);
    const grouped = this.#parentheses > 0 ? null : scanThousands(this.#text, start);
    const { digits, end } = grouped ?? scanNumber(this.#text, start);
    if (grouped !== null) {
      const written = this.#source.slice(start, end);
      const fixes = [writeInstead(start, end, digits, true)];
      this.#reporter.add(thousandsComma.at({ start, end }, { written, plain: digits }, { fixes }));
    }
    const over = this.#denominator(end);
    this.#push(marks.number, over === null ? end : end + 1 + over.length, { text: digits, over });
  }

  /** The digits of `/3` directly behind a number: a fraction, unless a unit follows or a division has just begun. */
  #denominator(slash: number): string | null {
    if (this.#text[slash] !== '/' || this.#tokens.at(-1)?.tokenType === marks.divide) return null;
    const end = digitsEnd(this.#text, slash + 1);
    const over = this.#text.slice(slash + 1, end);
    if (/^0*$/u.test(over) || './%‰'.includes(this.#text.charAt(end) || ' ')) return null;
    if (!isWordStart(this.#text, end)) return over;
    const run = this.#text.slice(end, wordEnd(this.#text, end));
    return findUnitSpelling(run) === null && !beginsWithUnit(divide(run, true)) ? over : null;
  }

  #date({ date, end }: ScannedDate): void {
    const start = this.#offset;
    if (!isCalendarDate(date)) {
      this.#reporter.add(invalidDate.at({ start, end }, { written: this.#source.slice(start, end) }));
    }
    this.#push(marks.date, end, { date });
  }

  // ---------------------------------------------------------------- words

  #word(): void {
    const start = this.#offset;
    const end = wordEnd(this.#text, start);
    const run = this.#text.slice(start, end);
    const previous = this.#tokens.at(-1);
    const measured = previous?.tokenType === marks.number && previous.over === null;
    if (previous !== undefined && previous.end === start && isFigure(previous)) {
      if (measured && this.#unitWords(run, end)) return;
      return this.#behindNumber(run, end, measured);
    }
    if ((measured && this.#sameLine(previous.end)) || previous?.tokenType === words.per) {
      if (this.#text[skipSpace(this.#text, end)] !== ':') {
        if (this.#unitWords(run, end)) return;
        const division = divide(run, true);
        if (beginsWithUnit(division) && division.end === run.length) return this.#pushPieces(division.pieces);
      }
    }
    const date = scanNamedDate(this.#text, run, end);
    if (date !== null && !this.#isUnitAt(date.end)) return this.#date(date);
    if (this.#keyword(run, end)) return;
    const { pieces, end: divided } = divide(run, false);
    const touches = classAt(this.#text, end) === CharacterClass.digit;
    if (divided === run.length && (touches || standsAlone(pieces))) return this.#pushPieces(pieces);
    const remedy = touches ? partAtNumber(this.#text, start, end, this.#tokens) : readNumerals(run, start, previous);
    if (remedy !== null) return this.#pushRemedy(remedy);
    this.#push(marks.name, end, { text: run.normalize('NFC') });
  }

  #sameLine(from: number): boolean {
    for (let offset = from; offset < this.#offset; offset++) {
      if (classAt(this.#text, offset) === CharacterClass.newline) return false;
    }
    return true;
  }

  /** Whether a unit stands behind a number that ends here. */
  #isUnitAt(numberEnd: number): boolean {
    const start = skipSpace(this.#text, numberEnd);
    const end = wordEnd(this.#text, start);
    const run = this.#text.slice(start, end);
    if (findUnitSpelling(run) !== null || this.#several(unitsOfSeveralWords, run, end) !== null) return true;
    return beginsWithUnit(divide(run, true));
  }

  /** A unit that is the whole run, or several English words. */
  #unitWords(run: string, end: number): boolean {
    const several = this.#several(unitsOfSeveralWords, run, end);
    const unit = findUnitSpelling(several?.text ?? run);
    if (unit === null) return false;
    this.#push(marks.unit, several?.end ?? end, { text: unit.id });
    return true;
  }

  #keyword(run: string, end: number): boolean {
    const several = this.#several(severalWords, run, end);
    const spelling = findSpelling(several?.text ?? run.normalize('NFC'));
    if (spelling === null) return false;
    this.#pushSpelling(spelling, several?.end ?? end);
    return true;
  }

  /** The longest entry of several words that stands here, whatever white space is between them. */
  #several(
    table: ReadonlyMap<string, readonly (readonly string[])[]>,
    run: string,
    runEnd: number,
  ): { readonly text: string; readonly end: number } | null {
    for (const entry of table.get(run) ?? []) {
      let end = runEnd;
      const matches = entry.slice(1).every((word) => {
        const start = skipSpace(this.#text, end);
        if (start === end || !this.#text.startsWith(word, start) || wordEnd(this.#text, start) !== start + word.length)
          return false;
        end = start + word.length;
        return true;
      });
      if (matches) return { text: entry.join(' '), end };
    }
    return null;
  }

  /** A run that touches the number, unit or date before it must divide into a unit and joinable keywords. */
  #behindNumber(run: string, end: number, unitAllowed: boolean): void {
    const { pieces, end: divided } = divide(run, unitAllowed);
    if (divided === run.length) return this.#pushPieces(pieces);
    // English words do not run on; a whole keyword may touch a unit sign: `80%or more`.
    if (!unitAllowed && this.#keyword(run, end)) return;
    this.#pushRemedy(partBehindNumber(this.#source, this.#text, this.#tokens, this.#offset, unitAllowed));
  }

  #pushPieces(pieces: readonly Piece[]): void {
    const start = this.#offset;
    for (const { spelling, unit, end } of pieces) {
      if (spelling !== null) this.#pushSpelling(spelling, start + end);
      else this.#push(marks.unit, start + end, { text: unit ?? '' });
    }
  }

  /** Reads other words for what stands in the table of wordings: all of its tokens take the place of what is written. */
  #reworded(): boolean {
    if (!this.#rewords) return false;
    const start = this.#offset;
    const place = { before: this.#tokens, lineStart: this.#lineStart };
    const found = findWording(this.#source, this.#text, start, place);
    if (found === null) return false;
    const { diagnostic, correct, end } = found;
    const tokens = this.#read(correct);
    this.#pushRemedy({
      diagnostic,
      tokens: tokens.map((token) => ({ ...token, startOffset: start, endOffset: end - 1, end })),
      end,
    });
    return true;
  }

  /** The tokens of other words in this place: behind a number they may begin with its unit. */
  #read(correct: string): readonly Token[] {
    const measured = this.#tokens.at(-1)?.tokenType === marks.number;
    const { tokens } = new Lexer(measured ? `1${correct}` : correct, this.#reporter, false).run();
    return measured ? tokens.slice(1) : tokens;
  }

  /** What the drafter meant, as far as it can be told: the rest of the text stays understandable. */
  #pushRemedy({ diagnostic, tokens, end, withNumber }: Remedy): void {
    this.#reporter.add(diagnostic);
    if (withNumber === true) this.#lineStart = this.#tokens.pop()?.lineStart ?? false;
    for (const token of tokens) {
      this.#reporter.settle(token.startOffset);
      this.#tokens.push({ ...token, lineStart: this.#lineStart });
      this.#lineStart = false;
    }
    this.#offset = end;
  }
}

function isFigure(token: Token): boolean {
  return token.tokenType === marks.number || token.tokenType === marks.unit || token.tokenType === marks.date;
}

/** Divides a text into tokens and comments. Mistakes go to the reporter; nothing is thrown. */
export function lex(text: string, reporter: Reporter): Lexed {
  return new Lexer(text, reporter).run();
}
