import type { SourceFile, Span } from '@assess/dsl';
import type { Position, Range } from 'vscode-languageserver';

/** The protocol counts lines and UTF-16 code units from 0, as agreed in `initialize`; we count them from 1. */
export function toPosition({ lines }: SourceFile, offset: number): Position {
  const { line, column } = lines.at(offset);
  return { line: line - 1, character: column - 1 };
}

export function toRange(source: SourceFile, { start, end }: Span): Range {
  return { start: toPosition(source, start), end: toPosition(source, end) };
}

/** The offset of a position; one behind the end of its line is the end of the line. */
export function toOffset({ lines }: SourceFile, { line, character }: Position): number {
  const offset = lines.offset({ line: line + 1, column: character + 1 });
  const next = line + 1 < lines.count ? lines.offset({ line: line + 2, column: 1 }) - 1 : offset;
  return Math.min(offset, Math.max(next, lines.offset({ line: line + 1, column: 1 })));
}
