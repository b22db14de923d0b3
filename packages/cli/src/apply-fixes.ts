import type { Diagnostic, TextEdit } from '@assess/dsl';

/** A text after fixes, and how many were applied. */
export interface FixedText {
  readonly text: string;
  readonly applied: number;
}

/**
 * Applies the first safe fix of every finding to the text they were found in. Of fixes that touch the same place the first
 * is applied and the others are left for the next round.
 */
export function applySafeFixes(text: string, diagnostics: readonly Diagnostic[]): FixedText {
  const taken: TextEdit[] = [];
  let applied = 0;
  for (const { fixes } of diagnostics) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    taken.push(...fix.edits);
    applied++;
  }
  return { text: applyEdits(text, taken), applied };
}

/** Replaces the spans of edits that do not touch one another. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of edits.toSorted((first, second) => first.span.start - second.span.start)) {
    pieces.push(text.slice(at, span.start), replacement);
    at = span.end;
  }
  return [...pieces, text.slice(at)].join('');
}

function touch({ span: first }: TextEdit, { span: second }: TextEdit): boolean {
  return first.start <= second.end && second.start <= first.end;
}
