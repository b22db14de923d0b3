import {
  EmbeddedActionsParser,
  type IOrAlt,
  type IParserErrorMessageProvider,
  isRecognitionException,
  type ParserMethod,
  type TokenType,
} from 'chevrotain';
import type { MissingNode, Node, NodeKind, NodeOf } from '../../ast/nodes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Message } from '../../source/locale.ts';
import { SourceFile } from '../../source/source-file.ts';
import type { Span } from '../../source/span.ts';
import type { KeywordId, Vocabulary } from '../../vocabulary/keywords.ts';
import { spell } from '../../vocabulary/spelling.ts';
import { describeTypes } from '../expectation.ts';
import { expected, misplacedWord, tooComplex, tooDeep, unknownWord } from '../parse-mistakes.ts';
import { Reporter } from '../reporter.ts';
import { closest, otherWords } from '../suggestion.ts';
import { isEnd, keywordOf, marks, type Token, tokenTypes } from '../token.ts';
import { writeInstead } from '../lexical-mistakes.ts';

/** A grammar rule that builds a value. */
export type Rule<Result, Arguments extends unknown[] = []> = ParserMethod<Arguments, Result>;

/** The fields of a node that its rule has to give. */
type Fields<Kind extends NodeKind> = Omit<NodeOf<Kind>, 'kind' | 'span'>;

/** Operations in one line of a policy beyond which it is not read: keeps trees shallow enough for recursive walks. */
const mostOperations = 500;

/** Conditionals inside one another beyond which a line is not read. */
const deepestConditional = 50;

/** Words that a number must follow: without one they are not suggested. */
const beforeNumber: ReadonlySet<KeywordId> = new Set<KeywordId>(['full-marks', 'rounding', 'declares']);

/** Thrown where a line is given up after its report; like a syntax error it is caught by the loop over the lines. */
class Abandoned extends Error {}

/** The texts of Chevrotain's exceptions are the names of the token types that would have fitted, one a line. */
const expectedTypes: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected: type }) => type.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => firstNames(expectedPathsPerAlt.flat()),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => firstNames(expectedIterationPaths),
};

function firstNames(paths: readonly (readonly TokenType[])[]): string {
  return [...new Set(paths.flatMap(([first]) => (first === undefined ? [] : [first.name])))].join('\n');
}

/** What a loop over parts of the same kind does where something else stands. */
export interface Loop<Result> {
  readonly parse: () => Result;
  /** Words and marks with which a part begins. */
  readonly starts: ReadonlySet<TokenType>;
  /** Marks that may stand between the parts. */
  readonly separators: ReadonlySet<TokenType>;
  /** Whether reading can go on at this token, once something was given up. `first`: it begins its line. */
  readonly resumes: (token: Token) => boolean;
  /** Deals with a part that begins with none of the words; gives null if it can only be skipped. */
  readonly otherwise?: () => Result | null;
}

/**
 * What all rules share: nodes with spans, holes, reports, and loops that survive a mistake. Chevrotain's own recovery is off:
 * it invents tokens and reports what follows from a mistake as further mistakes.
 */
export abstract class ParserBase extends EmbeddedActionsParser {
  protected source = new SourceFile('', '');
  protected reporter = new Reporter();
  /** The language in which most keywords of the file are written: suggestions are made in it. */
  protected vocabulary: Vocabulary = 'zh';
  #operations = 0;
  #conditionals = 0;

  constructor(validate: boolean) {
    super([...tokenTypes], {
      recoveryEnabled: false,
      maxLookahead: 1,
      errorMessageProvider: expectedTypes,
      skipValidations: !validate,
    });
  }

  // ---------------------------------------------------------------- choices

  /** One of several alternatives, told apart by their first token. `index` numbers the choices of one rule. */
  protected choose<Result>(alternatives: IOrAlt<Result>[], index = 0): Result {
    return this.or(index, alternatives);
  }

  /** The first alternative whose first token fits: a soft keyword wins over a name when it stands before it. */
  protected prefer<Result>(alternatives: IOrAlt<Result>[], index = 0): Result {
    return this.or(index, { DEF: alternatives, IGNORE_AMBIGUITIES: true });
  }

  // ---------------------------------------------------------------- tokens and nodes

  /** The token n places ahead (1 is the next), or the last one read (0). Behind the end stands a token of type EOF. */
  protected token(ahead: number): Token {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lexer makes no other tokens
    return this.LA(ahead) as Token;
  }

  /** Reads a token of this type, for a rule that needs what is in it. */
  protected take(type: TokenType): Token {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lexer makes no other tokens
    return this.consume(0, type) as Token;
  }

  protected nextIs(...types: readonly TokenType[]): boolean {
    return types.includes(this.LA(1).tokenType);
  }

  /** Where the next token starts. */
  protected here(): number {
    const next = this.LA(1);
    return isEnd(next) ? this.source.text.length : next.startOffset;
  }

  /** Where the last token read ends. */
  protected behind(): number {
    return this.token(0).end ?? 0;
  }

  /** A node from an offset to the last token read. */
  protected node<Kind extends NodeKind>(kind: Kind, start: number, fields: Fields<Kind>): NodeOf<Kind> {
    return this.nodeTo(kind, { start, end: Math.max(start, this.behind()) }, fields);
  }

  protected nodeTo<Kind extends NodeKind>(kind: Kind, span: Span, fields: Fields<Kind>): NodeOf<Kind> {
    const node: unknown = { kind, span, ...fields };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these are all the fields that the kind has
    return node as NodeOf<Kind>;
  }

  /** A place where something is missing, reported. */
  protected hole(what: Message): MissingNode {
    if (!this.RECORDING_PHASE) this.reportExpected(what);
    const end = this.behind();
    return { kind: 'missing', span: { start: end, end } };
  }

  /** The text that a node was read from. */
  protected textOf(node: Node): string {
    return this.source.text.slice(node.span.start, node.span.end);
  }

  /** A keyword as this file's drafter would write it. */
  protected spelling(id: KeywordId): string {
    return spell(id, this.vocabulary);
  }

  // ---------------------------------------------------------------- reports

  protected report(diagnostic: Diagnostic): void {
    this.reporter.add(diagnostic);
  }

  /** Reports that something else should stand at the next token: there, or behind the last one if a new line begins. */
  protected reportExpected(what: Message): void {
    const next = this.token(1);
    const atEnd = isEnd(next);
    if (!atEnd && this.reporter.has(next.startOffset)) return;
    const apart = atEnd || next.lineStart;
    const span = apart ? { start: this.behind(), end: this.behind() } : { start: next.startOffset, end: next.end };
    this.report(expected.at(span, { what, found: apart ? null : next.image }));
  }

  /** Reports a word that begins nothing here, with the nearest of those that would. */
  protected reportUnknown(token: Token, candidates: readonly KeywordId[]): void {
    const span = { start: token.startOffset, end: token.end };
    if (token.tokenType !== marks.name || token.bracketed) {
      const misplaced = keywordOf(token.tokenType) !== null;
      const words = { zh: '关键词', en: 'a keyword' };
      this.report(
        misplaced
          ? misplacedWord.at(span, { written: token.image })
          : expected.at(span, { what: words, found: token.image }),
      );
      return;
    }
    const fitting = candidates.filter((id) => !beforeNumber.has(id) || this.token(2).tokenType === marks.number);
    const spellings = fitting.map((id) => this.spelling(id));
    const prefix = spellings
      .filter((word) => word.length > 1 && token.text.startsWith(word))
      .toSorted((a, b) => b.length - a.length)[0];
    const suggestion =
      prefix === undefined
        ? (otherWords.get(token.text) ?? closest(token.text, spellings))
        : this.token(2).tokenType === marks.name
          ? prefix
          : `${prefix} ${token.text.slice(prefix.length)}`;
    const fixes = suggestion === null ? [] : [writeInstead(span.start, span.end, suggestion)];
    this.report(unknownWord.at(span, { written: token.text, suggestion }, { fixes }));
  }

  // ---------------------------------------------------------------- loops that survive a mistake

  /**
   * Reads parts until a closing brace or the end of the text. A mistake is reported once, then reading resumes at the next part.
   * The rule that calls it may have no other MANY without a number.
   */
  protected repeat<Result>({ parse, starts, separators, resumes, otherwise }: Loop<Result>): Result[] {
    const found: Result[] = [];
    if (this.RECORDING_PHASE) {
      this.MANY(() => {
        parse();
      });
      return found;
    }
    const outer = { operations: this.#operations, conditionals: this.#conditionals };
    for (;;) {
      while (separators.has(this.LA(1).tokenType)) this.SKIP_TOKEN();
      const first = this.token(1);
      if (isEnd(first) || first.tokenType === marks.rightBrace) break;
      this.#operations = 0;
      this.#conditionals = 0;
      try {
        const part = starts.has(first.tokenType) ? parse() : (otherwise?.() ?? null);
        if (part !== null) found.push(part);
        else this.#skip(first, resumes, separators);
      } catch (error) {
        this.#reportSyntaxError(error);
        this.#skip(first, resumes, separators);
      }
      if (this.token(1) === first) this.SKIP_TOKEN();
    }
    this.#operations = outer.operations;
    this.#conditionals = outer.conditionals;
    return found;
  }

  /** Skips to where reading can go on, outside the braces and parentheses that open on the way; past `first` in any case. */
  #skip(first: Token, resumes: (token: Token) => boolean, separators: ReadonlySet<TokenType>): void {
    let depth = 0;
    let parentheses = 0;
    for (;;) {
      const next = this.token(1);
      if (isEnd(next)) return;
      if (depth === 0 && next.tokenType === marks.rightBrace) return;
      if (depth === 0 && next !== first && (resumes(next) || (parentheses === 0 && separators.has(next.tokenType))))
        return;
      if (next.tokenType === marks.leftBrace) depth++;
      else if (next.tokenType === marks.rightBrace) depth--;
      else if (next.tokenType === marks.leftParenthesis) parentheses++;
      else if (next.tokenType === marks.rightParenthesis) parentheses = Math.max(0, parentheses - 1);
      this.SKIP_TOKEN();
    }
  }

  #reportSyntaxError(error: unknown): void {
    if (error instanceof Abandoned) return;
    if (!(error instanceof Error) || !isRecognitionException(error)) throw error;
    this.reportExpected(describeTypes(error.message.split('\n'), this.vocabulary));
  }

  /** Counts one more operation of the current line and gives the line up where there are too many. */
  protected countOperation(): void {
    if (this.RECORDING_PHASE || ++this.#operations <= mostOperations) return;
    this.#abandon((span) => tooComplex.at(span, { limit: mostOperations }));
  }

  /** Counts a conditional that begins inside those already open, and gives the line up where there are too many. */
  protected openConditional(): void {
    if (this.RECORDING_PHASE || ++this.#conditionals <= deepestConditional) return;
    this.#abandon((span) => tooDeep.at(span, { limit: deepestConditional }));
  }

  protected closeConditional(): void {
    this.#conditionals--;
  }

  #abandon(describe: (span: Span) => Diagnostic): never {
    const start = this.here();
    this.report(describe({ start, end: this.token(1).end ?? start }));
    throw new Abandoned();
  }
}
