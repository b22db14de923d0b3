import { type Analysis, format } from '@assess/dsl';
import type { TextEdit } from 'vscode-languageserver';
import { toRange } from '../position.ts';

/** The edit that lays the document out; none where it is laid out already, or cannot be for a syntax error. */
export async function formattingOf({ source: { own: source } }: Analysis): Promise<TextEdit[]> {
  const formatted = await format(source);
  if (formatted.text === null || formatted.text === source.text) return [];
  const { text } = source;
  // What stays at both ends is left out, so that the cursor and folds of the editor stay where they are.
  const start = commonLength(text, formatted.text, (value, index) => value.charCodeAt(index));
  const rest = Math.min(text.length, formatted.text.length) - start;
  const end = Math.min(
    rest,
    commonLength(text, formatted.text, (value, index) => value.charCodeAt(value.length - 1 - index)),
  );
  const newText = formatted.text.slice(start, formatted.text.length - end);
  return [{ range: toRange(source, { start, end: text.length - end }), newText }];
}

/** How many code units two texts have in common, read from one of their ends. */
function commonLength(first: string, second: string, unitAt: (text: string, index: number) => number): number {
  const most = Math.min(first.length, second.length);
  let length = 0;
  while (length < most && unitAt(first, length) === unitAt(second, length)) length++;
  return length;
}
