import { lex } from '../../src/syntax/lexer.ts';
import { Reporter } from '../../src/syntax/reporter.ts';
import { keywordOf, type Token } from '../../src/syntax/token.ts';

/** The tokens of a text on one line: keywords by their identity, the rest as kind and content; then the codes reported. */
export function lexText(text: string): string {
  const reporter = new Reporter();
  const { tokens, comments } = lex(text, reporter);
  return [
    ...tokens.map(tokenText),
    ...comments.map((comment) => `comment(${comment.text})`),
    ...reporter.diagnostics.map(({ code }) => `!${code}`),
  ].join(' ');
}

function tokenText(token: Token): string {
  const keyword = keywordOf(token.tokenType);
  if (keyword !== null) return keyword;
  if (token.date !== null) return `date(${token.date.year ?? ''}-${token.date.month}-${token.date.day})`;
  const content = token.over === null ? token.text : `${token.text}/${token.over}`;
  return content === '' ? token.tokenType.name : `${token.tokenType.name}(${content})`;
}
