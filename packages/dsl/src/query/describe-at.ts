import type { Analysis } from '../check/analysis.ts';
import type { Message } from '../source/locale.ts';
import type { Span } from '../source/span.ts';
import { describeKeyword, describeSymbol } from './describe.ts';
import { keywordAt } from './keyword-at.ts';
import { hasName, symbolAt } from './symbol-at.ts';

/** A place in the text and what there is to say about it, in Markdown. */
export interface DescribedPlace {
  readonly span: Span;
  readonly text: Message;
}

/**
 * What stands at an offset: the thing that a name means, or the meaning of a keyword. A chapter without a name of its own,
 * such as the total, is described with its keyword. Null where there is neither.
 */
export function describeAt(analysis: Analysis, offset: number): DescribedPlace | null {
  const named = symbolAt(analysis, offset);
  if (named !== null) return { span: named.span, text: describeSymbol(analysis, named) };
  const word = keywordAt(analysis.source, offset);
  if (word === null) return null;
  const meaning = describeKeyword(word.keyword);
  const nameless = analysis.names.symbols.find(
    (symbol) => symbol.node.span.start === word.span.start && !hasName(symbol),
  );
  if (nameless === undefined) return { span: word.span, text: meaning };
  const thing = describeSymbol(analysis, { symbol: nameless, through: null });
  return {
    span: word.span,
    text: { zh: `${meaning.zh}\n\n---\n\n${thing.zh}`, en: `${meaning.en}\n\n---\n\n${thing.en}` },
  };
}
