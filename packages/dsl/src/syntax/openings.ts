/** Bodies that a drafter opened with something else: `按 自评 （好 100%；差 0%）`, `总分：`, or with nothing at all. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { keyword } from '../vocabulary/keywords.ts';
import { replace } from './lexical-mistakes.ts';
import { wrongOpening } from './parse-mistakes.ts';
import type { Reporter } from './reporter.ts';
import { keywordOf, makeToken, marks, type Token, words } from './token.ts';

/** Chapters that are nothing without a body, or hardly ever. */
const bodied: ReadonlySet<unknown> = new Set([words.total, words.consequences, words.procedure, words.grades]);

/** Tokens in which parentheses and colons that open a body are braces; each is reported with its fix. */
export function settleOpenings(tokens: readonly Token[], reporter: Reporter): readonly Token[] {
  const mended = new Map<number, Token>();
  const partners = matchParentheses(tokens);
  let inside = 0;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined) break;
    inside = parenthesesAfter(token, inside);
    if (token.tokenType === marks.leftParenthesis && !mended.has(index)) {
      const enclosed = partners.get(index);
      const closing = enclosed === undefined ? undefined : tokens[enclosed.close];
      const beginsLine = next.lineStart && beginsItem(next) && (closing === undefined || closing.lineStart);
      if (!beginsLine && enclosed?.rows !== true) continue;
      mended.set(index, braceFor(token, marks.leftBrace));
      if (enclosed !== undefined && closing !== undefined)
        mended.set(enclosed.close, braceFor(closing, marks.rightBrace));
      reporter.add(describe(token, closing ?? null));
    } else if (token.tokenType === marks.colon && inside === 0 && next.lineStart && opensChapter(tokens, index)) {
      mended.set(index, braceFor(token, marks.leftBrace));
      reporter.add(describe(token, null));
    }
  }
  return mended.size === 0 ? tokens : tokens.map((token, index) => mended.get(index) ?? token);
}

/** How many parentheses are open behind a token; a brace begins anew. */
function parenthesesAfter({ tokenType }: Token, before: number): number {
  if (tokenType === marks.leftBrace || tokenType === marks.rightBrace) return 0;
  if (tokenType === marks.leftParenthesis) return before + 1;
  return tokenType === marks.rightParenthesis ? Math.max(0, before - 1) : before;
}

/** What stands between a parenthesis and its partner. */
interface Enclosed {
  /** The index of the closing one. */
  readonly close: number;
  /** Whether rows parted by semicolons stand directly inside: no expression and no event has any. */
  readonly rows: boolean;
}

/** What each opening parenthesis encloses, as far as it is closed before the next brace. */
function matchParentheses(tokens: readonly Token[]): ReadonlyMap<number, Enclosed> {
  const found = new Map<number, Enclosed>();
  let open: { readonly start: number; rows: boolean }[] = [];
  for (const [index, { tokenType }] of tokens.entries()) {
    const last = open.at(-1);
    if (tokenType === marks.leftParenthesis) open.push({ start: index, rows: false });
    else if (tokenType === marks.semicolon && last !== undefined) last.rows = true;
    else if (tokenType === marks.rightParenthesis && last !== undefined) {
      open.pop();
      found.set(last.start, { close: index, rows: last.rows });
    } else if (tokenType === marks.leftBrace || tokenType === marks.rightBrace) open = [];
  }
  return found;
}

/** Whether a word that begins a line of an item stands here. */
export function beginsItem({ tokenType }: Token): boolean {
  const id = keywordOf(tokenType);
  return id !== null && ['level', 'line'].includes(keyword(id).role);
}

/** `总分：` with nothing else on its line. Behind a comma or a parenthesis it is a field of an entry, which may be called so too. */
function opensChapter(tokens: readonly Token[], colon: number): boolean {
  const [before, word] = [tokens[colon - 2]?.tokenType, tokens[colon - 1]];
  if (before === marks.comma || before === marks.leftParenthesis) return false;
  return word !== undefined && word.lineStart && bodied.has(word.tokenType);
}

function braceFor(token: Token, type: Token['tokenType']): Token {
  return { ...makeToken(type, token.image, token.startOffset, token.lineStart), end: token.end };
}

function describe(opening: Token, closing: Token | null): Diagnostic {
  const span = { start: opening.startOffset, end: opening.end };
  const edits = [{ span, text: opening.tokenType === marks.colon ? ' {' : '{' }];
  if (closing !== null) edits.push({ span: { start: closing.startOffset, end: closing.end }, text: '}' });
  const [first] = edits;
  const fix = replace(span.start, span.end, first?.text ?? '{', '改为花括号', 'Make it braces', true);
  return wrongOpening.at(span, { written: opening.image }, { fixes: [{ ...fix, edits }] });
}
