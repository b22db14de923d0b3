import type { SourceFile, Span } from '@assess/dsl';
import { visible } from '../io/visible.ts';
import { cut, widthOf } from '../io/width.ts';

/** A line of a source with a mark under what is meant. */
export interface Excerpt {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Carets under the meant part of `text`, by columns of a terminal. */
  readonly mark: string;
}

/** Code units of a line that are looked at around the mark; the rest of a very long one is never on the screen. */
const horizon = 400;

/**
 * The line on which a span begins, with the part of it that lies in the span marked, cut to `width` columns around the mark.
 */
export function excerptOf(source: SourceFile, span: Span, width: number): Excerpt {
  const { line, column } = source.lines.at(span.start);
  const lineStart = span.start - column + 1;
  const lineEnd = endOfLine(source.text, Math.max(lineStart, span.start), span.start + horizon);
  const markStart = span.start;
  const markEnd = Math.min(Math.max(span.end, markStart), lineEnd);
  const windowStart = Math.max(lineStart, markStart - horizon);
  let before = visible(source.text.slice(windowStart, markStart));
  const marked = visible(source.text.slice(markStart, markEnd).trimEnd()) || ' ';
  const after = visible(source.text.slice(markEnd, lineEnd));
  const room = Math.max(20, width);
  // The mark comes first, then what leads to it: two thirds of the room at most for that.
  const leading = Math.max(Math.floor(room / 3), room - widthOf(marked) - widthOf(after) - 2);
  if (windowStart > lineStart || widthOf(before) > leading) before = `…${tail(before, leading - 1)}`;
  const [text, rest] = cut(`${before}${marked}${after}`, room - 1);
  const shown = rest === '' ? text : `${text}…`;
  const markWidth = Math.max(1, Math.min(widthOf(marked), widthOf(shown) - widthOf(before)));
  return { line, text: shown.trimEnd(), mark: ' '.repeat(widthOf(before)) + '^'.repeat(markWidth) };
}

function endOfLine(text: string, from: number, limit: number): number {
  let end = from;
  while (end < text.length && end < limit && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** The longest end of a text that fits into `width` columns. */
function tail(text: string, width: number): string {
  let rest = text;
  while (widthOf(rest) > width) rest = rest.slice((rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  return rest;
}
