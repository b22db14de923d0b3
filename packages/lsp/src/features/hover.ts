import { type Analysis, describeKeyword, describeSymbol, keywordAt, type Locale, symbolAt } from '@assess/dsl';
import { type Hover, MarkupKind, type Position, type Range } from 'vscode-languageserver';
import { toOffset, toRange } from '../position.ts';

/** What is at a position: the thing that a name means, or the meaning of a keyword; null where there is neither. */
export function hoverAt(analysis: Analysis, position: Position, locale: Locale): Hover | null {
  const { source } = analysis;
  const offset = toOffset(source, position);
  const named = symbolAt(analysis, offset);
  if (named !== null) return hover(describeSymbol(analysis, named)[locale], toRange(source, named.span));
  const word = keywordAt(source, offset);
  return word === null ? null : hover(describeKeyword(word.keyword)[locale], toRange(source, word.span));
}

function hover(value: string, range: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}
