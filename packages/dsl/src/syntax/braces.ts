/** Braces: balanced by indentation where the drafter forgot one, and cut where they are nested too deeply. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { replace } from './lexical-mistakes.ts';
import { keyword } from '../vocabulary/keywords.ts';
import { extraBrace, missingBrace, missingOpening, tooDeep } from './parse-mistakes.ts';
import type { Reporter } from './reporter.ts';
import { beginsItem, settleOpenings } from './openings.ts';
import { keywordOf, makeToken, marks, type Token, words } from './token.ts';

/**
 * Braces and parentheses deeper than this are not read: parser and tree walks are recursive. A parenthesis takes some twenty
 * calls, so that the deepest text needs little more than half of the usual stack.
 */
export const deepest = 100;

/** A line that begins with one of these closes everything open: such a chapter never stands inside a body. */
const chapterOnly: ReadonlySet<unknown> = new Set([
  words.policy,
  words.subjects,
  words.table,
  words.scorecard,
  words.consequences,
  words.procedure,
  words.sample,
  words.test,
]);

/** Tokens whose braces all match and are nested at most `deepest`; what was wrong is reported. */
export function settleBraces(tokens: readonly Token[], source: SourceFile, reporter: Reporter): Token[] {
  const braced = settleOpenings(tokens, reporter);
  return cut(isBalanced(braced) ? braced : balance(braced, source, reporter), reporter);
}

function isBalanced(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { tokenType, lineStart } of tokens) {
    if (lineStart && depth > 0 && chapterOnly.has(tokenType)) return false;
    if (tokenType === marks.leftBrace) depth++;
    else if (tokenType === marks.rightBrace && --depth < 0) return false;
  }
  return depth === 0;
}

interface Open {
  readonly token: Token;
  /** Where its line's first token stands. */
  readonly lineOffset: number;
  readonly indentation: number;
}

/**
 * Puts in the closing braces that indentation asks for: a line that is indented no deeper than the line of an open brace
 * ends it. Braces that close nothing are dropped.
 */
function balance(tokens: readonly Token[], source: SourceFile, reporter: Reporter): Token[] {
  const result: Token[] = [];
  const open: Open[] = [];
  const indented = usesIndentation(tokens, source);
  let line = { lineOffset: 0, indentation: 0 };
  const close = (before: Token | null): void => {
    const opening = open.pop();
    if (opening === undefined) return;
    const end = result.at(-1)?.end ?? 0;
    if (!reporter.full) reporter.add(describe(opening, before, end, source));
    result.push(makeToken(marks.rightBrace, '', end, false));
  };
  for (const [index, token] of tokens.entries()) {
    if (token.lineStart) {
      const head = indented ? headWithoutBrace(tokens, index, source) : null;
      if (head !== null) {
        const { end } = tokens[index - 1] ?? head;
        if (!reporter.full) reporter.add(describeOpening(head, end, source));
        open.push({ token: head, ...line });
        result.push(makeToken(marks.leftBrace, '', end, false));
      }
      line = { lineOffset: token.startOffset, indentation: source.lines.at(token.startOffset).column };
      const closes = token.tokenType === marks.rightBrace;
      for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
        const ended = closes ? line.indentation < top.indentation : line.indentation <= top.indentation;
        if (!chapterOnly.has(token.tokenType) && !(indented && ended)) break;
        close(token);
      }
    }
    if (token.tokenType === marks.leftBrace) open.push({ token, ...line });
    else if (token.tokenType === marks.rightBrace && open.pop() === undefined) {
      const span = { start: token.startOffset, end: token.end };
      reporter.add(extraBrace.at(span, {}, { fixes: [replace(span.start, span.end, '', '删除 `}`', 'Delete `}`')] }));
      continue;
    }
    result.push(token);
  }
  while (open.length > 0) close(null);
  return result;
}

/**
 * The first token of the line before, if that line is the head of an item whose brace was forgotten: it has none, what follows is
 * indented deeper and begins like a line of an item.
 */
function headWithoutBrace(tokens: readonly Token[], index: number, source: SourceFile): Token | null {
  const [token, last] = [tokens[index], tokens[index - 1]];
  if (token === undefined || last === undefined || !beginsItem(token)) return null;
  let at = index - 1;
  while (at > 0 && tokens[at]?.lineStart === false) at--;
  const head = tokens[at];
  if (head === undefined || !(heads.has(head.tokenType) || beginsLevel(head))) return null;
  const line = tokens.slice(at, index);
  if (line.some(({ tokenType }) => tokenType === marks.leftBrace || tokenType === marks.rightBrace)) return null;
  const column = (each: Token): number => source.lines.at(each.startOffset).column;
  return column(token) > column(head) ? head : null;
}

const heads: ReadonlySet<unknown> = new Set([
  words.total,
  words.scorecard,
  words.bonuses,
  words.penalties,
  words['negative-list'],
]);

function beginsLevel({ tokenType }: Token): boolean {
  const id = keywordOf(tokenType);
  return id !== null && keyword(id).role === 'level';
}

function describeOpening(head: Token, end: number, source: SourceFile): Diagnostic {
  const { line } = source.lines.at(head.startOffset);
  const fixes = [replace(end, end, ' {', '补上 `{`', 'Add `{`', true)];
  const values = { line, head: source.text.slice(head.startOffset, end) };
  return missingOpening.at({ start: head.startOffset, end }, values, { fixes });
}

/** Whether most bodies that run over several lines are indented. */
function usesIndentation(tokens: readonly Token[], source: SourceFile): boolean {
  let deeper = 0;
  let flat = 0;
  let indentation = 0;
  let afterBrace = false;
  for (const token of tokens) {
    if (token.lineStart) {
      const column = source.lines.at(token.startOffset).column;
      if (afterBrace && token.tokenType !== marks.rightBrace) {
        if (column > indentation) deeper++;
        else flat++;
      }
      indentation = column;
    }
    afterBrace = token.tokenType === marks.leftBrace;
  }
  return deeper > flat;
}

function describe(opening: Open, before: Token | null, lastEnd: number, source: SourceFile): Diagnostic {
  const { token, lineOffset } = opening;
  const { line } = source.lines.at(token.startOffset);
  const values = {
    line,
    opening: source.text.slice(lineOffset, Math.min(token.end, lineOffset + 200)),
    before: before === null ? null : source.lines.at(before.startOffset).line,
  };
  const rest = /[\n\r]/g;
  rest.lastIndex = lastEnd;
  const at = rest.exec(source.text)?.index ?? source.text.length;
  const text = `\n${' '.repeat(opening.indentation - 1)}}`;
  const fixes = [replace(at, at, text, '补上 `}`', 'Add `}`')];
  return missingBrace.at({ start: token.startOffset, end: token.end }, values, { fixes });
}

/** Leaves out what is nested too deeply, with one report. */
function cut(tokens: readonly Token[], reporter: Reporter): Token[] {
  const result: Token[] = [];
  const parentheses: number[] = [0];
  let depth = 0;
  let reported = false;
  for (const token of tokens) {
    const before = depth;
    depth += step(token, parentheses);
    if (Math.max(before, depth) <= deepest) {
      result.push(token);
    } else if (!reported) {
      reported = true;
      reporter.add(tooDeep.at({ start: token.startOffset, end: token.end }, { limit: deepest }));
    }
    if (before > deepest && depth <= deepest) reporter.settle(token.end);
  }
  return result;
}

/** How a token changes the depth; a brace closes the parentheses that were left open inside. */
function step(token: Token, parentheses: number[]): number {
  const last = parentheses.length - 1;
  const inside = parentheses[last] ?? 0;
  switch (token.tokenType) {
    case marks.leftBrace:
      parentheses.push(0);
      return 1;
    case marks.rightBrace:
      parentheses.pop();
      return -1 - inside;
    case marks.leftParenthesis:
      parentheses[last] = inside + 1;
      return 1;
    case marks.rightParenthesis:
      parentheses[last] = Math.max(0, inside - 1);
      return inside > 0 ? -1 : 0;
    default:
      return 0;
  }
}
