import type { FileNode } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Vocabulary } from '../vocabulary/keywords.ts';
import { settleBraces } from './braces.ts';
import type { Comment } from './comment.ts';
import { lex } from './lexer.ts';
import { laterLanguage } from './parse-mistakes.ts';
import { Parser } from './parser/chapters.ts';
import { Reporter } from './reporter.ts';
import { marks, type Token, words } from './token.ts';

/** The version of the language that this parser reads: what 语法 in a policy's head is compared with. */
export const languageVersion = 1;

/** What can be read from one text. */
export interface Parsed {
  /** Always a tree; holes are `missing` nodes. */
  readonly tree: FileNode;
  readonly comments: readonly Comment[];
  /** In the order of the text, without comments. */
  readonly tokens: readonly Token[];
  /** In the order of the text. Codes begin with `syntax/`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Chevrotain analyses the grammar once; the parser is then used for one text after the other. */
let parser: Parser | null = null;

/** Reads a policy. Never throws on any text: every mistake is a diagnostic, and the rest of the text is still read. */
export function parse(source: SourceFile): Parsed {
  const reporter = new Reporter();
  const { tokens, comments } = lex(source.text, reporter);
  const later = findLaterLanguage(tokens);
  if (later !== null) {
    const chapters: FileNode['chapters'] = [];
    const tree: FileNode = { kind: 'file', span: { start: 0, end: source.text.length }, chapters };
    return { tree, comments, tokens, diagnostics: [later] };
  }
  parser ??= new Parser();
  const tree = parser.read(settleBraces(tokens, source, reporter), source, reporter, vocabularyOf(tokens));
  return { tree, comments, tokens, diagnostics: reporter.diagnostics };
}

/** The language in which most keywords are written; Chinese where there is nothing to go by. */
export function vocabularyOf(tokens: readonly Token[]): Vocabulary {
  let balance = 0;
  for (const { spelling } of tokens) {
    if (spelling !== null) balance += spelling.vocabulary === 'zh' ? 1 : -1;
  }
  return balance < 0 ? 'en' : 'zh';
}

/** A file of a later language is refused with that sentence, not with syntax errors. */
function findLaterLanguage(tokens: readonly Token[]): Diagnostic | null {
  const head = tokens.findIndex((token) => token.tokenType === words.policy);
  for (const [index, token] of tokens.slice(head, head + 8).entries()) {
    const version = tokens[head + index + 1];
    if (token.tokenType !== words.language || version?.tokenType !== marks.number) continue;
    if (Number(version.text) > languageVersion) {
      const span = { start: version.startOffset, end: version.end };
      return laterLanguage.at(span, { version: version.text, known: String(languageVersion) });
    }
  }
  return null;
}
