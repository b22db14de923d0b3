/** Fixes that add a row or a line to something in braces. */
import type { Node } from '../ast/nodes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Message } from '../source/locale.ts';
import type { RuleContext } from './rule.ts';

/** One fix for each line that could stand last before the closing brace; none where the brace is missing. */
export function fixesAtEnd(
  node: Node,
  lines: readonly { readonly title: Message; readonly line: Message }[],
  { source, locale }: RuleContext,
): readonly Fix[] {
  const end = node.span.end - 1;
  if (source.text[end] !== '}' && source.text[end] !== '｝') return [];
  // On one line the entries are parted by a semicolon; on lines of their own by the lines.
  let last = end;
  while (last > node.span.start && /\s/u.test(source.text[last - 1] ?? '')) last -= 1;
  const own = source.lines.at(last).line !== source.lines.at(end).line;
  const separator = locale === 'zh' ? '；' : '; ';
  return lines.map(({ title, line }) => {
    const indent = own ? `\n${indentOf(source.text, last)}` : separator;
    return { title, safe: false, edits: [{ span: { start: last, end: last }, text: `${indent}${line[locale]}` }] };
  });
}

/** The blanks at the start of the line on which an offset stands. */
function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
