import type {
  BuiltinNameNode,
  DateNode,
  MissingNode,
  NameNode,
  PathNode,
  QuantityNode,
  RangeNode,
  TextNode,
  TitleNode,
} from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import { keyword, keywords } from '../../vocabulary/keywords.ts';
import { replace, writeInstead } from '../lexical-mistakes.ts';
import { rangeAsSubtraction, reservedName, textNeedsQuotes } from '../parse-mistakes.ts';
import { AnyName, AnyReserved, keywordOf, marks, type Token, words } from '../token.ts';
import { ParserBase, type Rule } from './base.ts';

const aName: Message = { zh: '名称', en: 'a name' };
const aText: Message = { zh: '引号里的文字', en: 'a text in quotation marks' };
const aNumber: Message = { zh: '数字', en: 'a number' };
const aFigure: Message = { zh: '数据或项目的名称', en: 'the name of a figure or an item' };

/** Reserved words that drafters do take for names; a verb, an operator or a comparison there means that the name is missing. */
const nameLike: ReadonlySet<string> = new Set(['chapter', 'level', 'line', 'noun']);

/** Chapter words that are also figures, and the one that is an amount. */
const builtinWords: ReadonlySet<unknown> = new Set([
  words.total,
  words.grades,
  words['negative-list'],
  words['full-marks'],
]);

/** What follows an operand and begins nothing else. */
const operandEnds: ReadonlySet<unknown> = new Set([
  marks.plus,
  marks.minus,
  marks.times,
  marks.divide,
  marks.dot,
  marks.comma,
  marks.semicolon,
  marks.rightParenthesis,
  marks.rightBrace,
  marks.atLeast,
  marks.atMost,
  marks.above,
  marks.below,
  marks.equals,
  marks.unequal,
  ...keywords.filter(({ role }) => role === 'comparison').map(({ id }) => words[id]),
]);

/** Names, texts, numbers, dates and paths. */
export abstract class WordParser extends ParserBase {
  /** A name that is only used: never a reserved word. */
  readonly reference: Rule<NameNode> = this.RULE('reference', () => {
    const token = this.take(AnyName);
    return this.ACTION(() => this.nameOf(token));
  });

  /** A name; a reserved word in its place is reported and taken for one. */
  readonly name: Rule<NameNode> = this.RULE('name', () =>
    this.choose([
      { ALT: () => this.SUBRULE(this.reference) },
      {
        GATE: () => this.isReservedName(),
        ALT: () => {
          const token = this.take(AnyReserved);
          return this.ACTION(() => this.reservedAsName(token));
        },
      },
    ]),
  );

  readonly nameOrHole: Rule<NameNode | MissingNode> = this.RULE('nameOrHole', () =>
    this.prefer<NameNode | MissingNode>([
      { GATE: () => this.nextIsName(), ALT: () => this.SUBRULE(this.name) },
      { ALT: () => this.hole(aName) },
    ]),
  );

  /** Names parted by commas. A clause word behind a comma ends the list, unless it is a name for want of any other. */
  readonly names: Rule<NameNode[]> = this.RULE('names', () => {
    const names = [this.SUBRULE(this.name)];
    this.MANY({
      GATE: () => this.nextIs(marks.comma) && this.continuesNames(this.token(2)),
      DEF: () => {
        this.CONSUME(marks.comma);
        names.push(this.SUBRULE2(this.name));
      },
    });
    return names;
  });

  readonly text: Rule<TextNode> = this.RULE('text', () => {
    const token = this.take(marks.text);
    return this.ACTION(() => this.textNode(token, false));
  });

  /** A text; a plain name in its place is reported and taken for one. */
  readonly textOrHole: Rule<TextNode | MissingNode> = this.RULE('textOrHole', () =>
    this.prefer<TextNode | MissingNode>([
      { ALT: () => this.SUBRULE(this.text) },
      { GATE: () => this.isUnquoted(), ALT: () => this.SUBRULE(this.unquoted) },
      { ALT: () => this.hole(aText) },
    ]),
  );

  /** A plain name where a text is due: reported and taken for one. */
  readonly unquoted: Rule<TextNode> = this.RULE('unquoted', () => {
    const token = this.take(AnyName);
    return this.ACTION(() => this.nameAsText(token));
  });

  /** A text or a document title. */
  readonly document: Rule<TextNode> = this.RULE('document', () => {
    const title = this.choose([
      { ALT: () => ({ token: this.take(marks.text), title: false }) },
      { ALT: () => ({ token: this.take(marks.title), title: true }) },
    ]);
    return this.ACTION(() => this.textNode(title.token, title.title));
  });

  /** Texts and titles, one behind the other, with or without commas. A name in the place of the first is taken for a text. */
  readonly documents: Rule<TextNode[]> = this.RULE('documents', () => {
    const documents: TextNode[] = [];
    this.prefer<unknown>([
      { ALT: () => documents.push(this.SUBRULE(this.document)) },
      { GATE: () => this.isUnquoted(), ALT: () => documents.push(this.SUBRULE(this.unquoted)) },
      { ALT: () => this.hole(aText) },
    ]);
    this.MANY({
      GATE: () => this.isDocument(this.token(this.nextIs(marks.comma) ? 2 : 1)),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        documents.push(this.SUBRULE2(this.document));
      },
    });
    return documents;
  });

  /** A name, a text, or a name and a text. */
  readonly title: Rule<TitleNode | MissingNode> = this.RULE('title', () => {
    const start = this.here();
    return this.prefer<TitleNode | MissingNode>([
      {
        ALT: () => {
          const text = this.SUBRULE(this.text);
          return this.node('title', start, { name: null, text });
        },
      },
      {
        GATE: () => this.nextIsName(),
        ALT: () => {
          const name = this.SUBRULE(this.name);
          const text = this.OPTION(() => this.SUBRULE2(this.text)) ?? null;
          return this.node('title', start, { name, text });
        },
      },
      { ALT: () => this.hole({ zh: '名称或标题', en: 'a name or a title' }) },
    ]);
  });

  /** A number and its unit. */
  readonly quantity: Rule<QuantityNode> = this.RULE('quantity', () => {
    const start = this.here();
    const number = this.take(marks.number);
    const unit = this.OPTION(() => this.take(marks.unit));
    return this.ACTION(() => this.quantityNode(start, number, unit, false));
  });

  /** A number with its unit and perhaps a sign. */
  readonly literal: Rule<QuantityNode> = this.RULE('literal', () => {
    const start = this.here();
    const negative = this.OPTION(() => this.CONSUME(marks.minus)) !== undefined;
    const number = this.take(marks.number);
    const unit = this.OPTION2(() => this.take(marks.unit));
    return this.ACTION(() => this.quantityNode(start, number, unit, negative));
  });

  readonly literalOrHole: Rule<QuantityNode | MissingNode> = this.RULE('literalOrHole', () =>
    this.choose<QuantityNode | MissingNode>([
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.hole(aNumber) },
    ]),
  );

  readonly date: Rule<DateNode> = this.RULE('date', () => {
    const start = this.here();
    const { date } = this.take(marks.date);
    return this.ACTION(() => this.node('date', start, date ?? { year: null, month: 1, day: 1 }));
  });

  readonly bound: Rule<QuantityNode | DateNode> = this.RULE('bound', () =>
    this.choose<QuantityNode | DateNode>([
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.SUBRULE(this.date) },
    ]),
  );

  /** `1至3分`. A minus sign in the place of 至 is reported and taken for it. */
  readonly range: Rule<RangeNode> = this.RULE('range', () => {
    const start = this.here();
    const low = this.SUBRULE(this.bound);
    const minus = this.choose([{ ALT: () => (this.CONSUME(words.to), null) }, { ALT: () => this.take(marks.minus) }]);
    const high = this.SUBRULE2(this.bound);
    return this.ACTION(() => {
      if (minus !== null) this.reportSubtraction(start, minus);
      return this.node('range', start, { low: withUnitOf(low, high), high });
    });
  });

  /** Names joined by dots. */
  readonly path: Rule<PathNode> = this.RULE('path', () => {
    const start = this.here();
    const names: (NameNode | BuiltinNameNode)[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: marks.dot, DEF: () => names.push(this.SUBRULE(this.pathPart)) });
    return this.node('path', start, { names });
  });

  readonly pathOrHole: Rule<PathNode | MissingNode> = this.RULE('pathOrHole', () => {
    if (!this.RECORDING_PHASE && this.isReservedFigure()) return this.reservedPath();
    return this.prefer<PathNode | MissingNode>([
      { ALT: () => this.SUBRULE(this.path) },
      { ALT: () => this.hole(aFigure) },
    ]);
  });

  readonly pathPart: Rule<NameNode | BuiltinNameNode> = this.RULE('pathPart', () => {
    const start = this.here();
    return this.choose<NameNode | BuiltinNameNode>([
      { ALT: () => this.SUBRULE(this.reference) },
      { ALT: () => (this.CONSUME(words.total), this.node('builtin-name', start, { name: 'total' })) },
      { ALT: () => (this.CONSUME(words.grades), this.node('builtin-name', start, { name: 'grade' })) },
      {
        ALT: () => (this.CONSUME(words['negative-list']), this.node('builtin-name', start, { name: 'negative-list' })),
      },
    ]);
  });

  /** Whether a name, or a reserved word written as one, comes next. What touches a number is a keyword, never a name. */
  protected nextIsName(): boolean {
    const [next, number] = [this.token(1), this.token(2)];
    if (number.tokenType === marks.number && number.startOffset === next.end) return false;
    return this.isName(next) || this.isReservedName();
  }

  protected isName(token: Token): boolean {
    return token.tokenType.CATEGORIES?.includes(AnyName) === true;
  }

  /** Whether a comma before this token goes on with a list of names. */
  protected continuesNames(token: Token): boolean {
    const id = keywordOf(token.tokenType);
    if (id === null) return this.isName(token);
    return !keyword(id).reserved && !['clause', 'effect', 'grade', 'rounding'].includes(keyword(id).role);
  }

  protected textNode(token: Token, title: boolean): TextNode {
    return this.nodeTo(
      'text',
      { start: token.startOffset, end: token.end },
      { text: token.text.normalize('NFC'), title },
    );
  }

  private nameOf(token: Token): NameNode {
    if (/\s/u.test(token.image) && !token.bracketed) return this.reservedAsName(token);
    const text = token.spelling === null ? token.text : token.image;
    return this.nodeTo('name', { start: token.startOffset, end: token.end }, { text });
  }

  private isReservedName(): boolean {
    const token = this.token(1);
    const id = keywordOf(token.tokenType);
    return (
      id !== null &&
      !token.lineStart &&
      token.spelling !== null &&
      nameLike.has(keyword(id).role) &&
      keyword(id).reserved
    );
  }

  /** Whether a reserved word comes next that is plainly meant as a figure's name: what ends an operand follows it. */
  protected isReservedOperand(): boolean {
    return !this.RECORDING_PHASE && this.isReservedFigure() && operandEnds.has(this.token(2).tokenType);
  }

  private isReservedFigure(): boolean {
    return this.isReservedName() && !builtinWords.has(this.token(1).tokenType);
  }

  /** A reserved word taken for the name of a figure, reported. */
  protected reservedPath(): PathNode {
    const name = this.reservedAsName(this.token(1));
    this.SKIP_TOKEN();
    return this.nodeTo('path', name.span, { names: [name] });
  }

  private reservedAsName(token: Token): NameNode {
    const span = { start: token.startOffset, end: token.end };
    const bracketed = `【${token.image}】`;
    this.report(
      reservedName.at(
        span,
        { written: token.image, bracketed },
        { fixes: [writeInstead(span.start, span.end, bracketed, true)] },
      ),
    );
    return this.nodeTo('name', span, { text: token.image });
  }

  private nameAsText(token: Token): TextNode {
    const span = { start: token.startOffset, end: token.end };
    const quoted = `"${token.text}"`;
    const fixes = [writeInstead(span.start, span.end, quoted, true)];
    this.report(textNeedsQuotes.at(span, { written: token.image, quoted }, { fixes }));
    return this.nodeTo('text', span, { text: token.text, title: false });
  }

  private isUnquoted(): boolean {
    return !this.token(1).lineStart && keywordOf(this.token(1).tokenType) === null;
  }

  private isDocument(token: Token): boolean {
    return token.tokenType === marks.text || token.tokenType === marks.title;
  }

  private quantityNode(start: number, number: Token, unit: Token | undefined, negative: boolean): QuantityNode {
    return this.node('quantity', start, { digits: number.text, over: number.over, negative, unit: unit?.text ?? null });
  }

  private reportSubtraction(start: number, minus: Token): void {
    const written = this.source.text.slice(start, this.behind());
    const to = this.vocabulary === 'zh' ? '至' : ' to ';
    const range =
      this.source.text.slice(start, minus.startOffset) + to + this.source.text.slice(minus.end, this.behind());
    const fix = replace(minus.startOffset, minus.end, to, '改为区间', 'Make it a range', true);
    this.report(rangeAsSubtraction.at({ start, end: this.behind() }, { written, range }, { fixes: [fix] }));
  }
}

/** The lower bound of `1至3分` has the unit of the upper one. */
export function withUnitOf<Bound extends QuantityNode | DateNode>(low: Bound, high: QuantityNode | DateNode): Bound {
  if (low.kind !== 'quantity' || high.kind !== 'quantity' || low.unit !== null) return low;
  return { ...low, unit: high.unit };
}
