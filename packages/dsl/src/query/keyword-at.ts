import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { lex } from '../syntax/lexer.ts';
import { Reporter } from '../syntax/reporter.ts';
import { keywordOf } from '../syntax/token.ts';
import type { KeywordId } from '../vocabulary/keywords.ts';

/** A keyword in the text. */
export interface KeywordPlace {
  readonly keyword: KeywordId;
  readonly span: Span;
}

/** The keyword at an offset, or null. A soft keyword that serves as a name is one here too: ask `symbolAt` first. */
export function keywordAt({ text }: SourceFile, offset: number): KeywordPlace | null {
  const token = lex(text, new Reporter()).tokens.find((each) => each.startOffset <= offset && offset < each.end);
  const keyword = token === undefined ? null : keywordOf(token.tokenType);
  return token === undefined || keyword === null
    ? null
    : { keyword, span: { start: token.startOffset, end: token.end } };
}
