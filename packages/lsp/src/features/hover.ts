import { type Analysis, describeAt, type Locale } from '@assess/dsl';
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { toOffset, toRange } from '../position.ts';

/** What is at a position: the thing that a name means, or the meaning of a keyword; null where there is neither. */
export function hoverAt(analysis: Analysis, position: Position, locale: Locale): Hover | null {
  const described = describeAt(analysis, toOffset(analysis.source, position));
  if (described === null) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: described.text[locale] },
    range: toRange(analysis.source, described.span),
  };
}
