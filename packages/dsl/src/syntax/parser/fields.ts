import type {
  AbsencePolicy,
  AppliesNode,
  BasisNode,
  BookedByNode,
  DefineNode,
  FieldNode,
  InputNode,
  ListTypeNode,
  NameNode,
  NotApplicableNode,
  NotReportedNode,
  RoundingMode,
  RoundingNode,
  SourceClauseNode,
  StepNode,
  TypeNode,
} from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import { replace } from '../lexical-mistakes.ts';
import { optionsByBar, repeatedClause } from '../parse-mistakes.ts';
import { marks, type Token, words } from '../token.ts';
import type { Rule } from './base.ts';
import { NumberTypeParser } from './number-types.ts';
import { withUnitOf } from './words.ts';

const fieldClauses = new Set([
  words.source,
  words.rounding,
  words.step,
  words['not-reported'],
  words['not-applicable'],
  words['booked-by'],
  words['not-booked'],
]);

/** Declared data: fields with their types, inputs, definitions, and the clauses that they share with items. */
export abstract class FieldParser extends NumberTypeParser {
  /** `学习次数: 整数 0至60次 来源 "会议记录" 未报 计零分` */
  readonly field: Rule<FieldNode> = this.RULE('field', () => {
    const start = this.here();
    const name = this.SUBRULE(this.nameOrHole);
    this.SUBRULE(this.colon);
    const type = this.SUBRULE(this.type, { ARGS: [true] });
    const clauses: (SourceClauseNode | RoundingNode | StepNode | NotReportedNode | NotApplicableNode | BookedByNode)[] =
      [];
    this.MANY({
      GATE: () => this.clauseAhead(fieldClauses, start),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        clauses.push(
          this.choose<SourceClauseNode | RoundingNode | StepNode | NotReportedNode | NotApplicableNode | BookedByNode>([
            { ALT: () => this.SUBRULE(this.bookedBy) },
            { ALT: () => this.SUBRULE(this.sourceClause) },
            { ALT: () => this.SUBRULE(this.roundingClause) },
            { ALT: () => this.SUBRULE(this.step) },
            { ALT: () => this.SUBRULE(this.notReported) },
            { ALT: () => this.SUBRULE(this.notApplicable) },
          ]),
        );
      },
    });
    return this.ACTION(() => {
      this.once(clauses);
      return this.node('field', start, {
        name,
        type,
        source: clauses.find((clause) => clause.kind === 'source-clause') ?? null,
        rounding: clauses.find((clause) => clause.kind === 'rounding') ?? null,
        step: clauses.find((clause) => clause.kind === 'step') ?? null,
        notReported: clauses.find((clause) => clause.kind === 'not-reported') ?? null,
        notApplicable: clauses.find((clause) => clause.kind === 'not-applicable') ?? null,
        booked: clauses.find((clause) => clause.kind === 'booked-by') ?? null,
      });
    });
  });

  /**
   * The type of a field. A type word before `|` is an option like any other. `commas`: a comma between names can only be meant
   * for a bar.
   */
  readonly type: Rule<FieldNode['type'], [commas: boolean]> = this.RULE('type', (commas: boolean) => {
    const start = this.here();
    const single = (): boolean => this.token(2).tokenType !== marks.bar;
    return this.prefer<FieldNode['type']>([
      {
        GATE: single,
        ALT: () => (this.CONSUME(words.integer), this.SUBRULE(this.numberRange, { ARGS: [start, 'integer'] })),
      },
      {
        GATE: single,
        ALT: () => (this.CONSUME(words.decimal), this.SUBRULE2(this.numberRange, { ARGS: [start, 'decimal'] })),
      },
      {
        GATE: single,
        ALT: () => (this.CONSUME(words.percent), this.SUBRULE3(this.numberRange, { ARGS: [start, 'percent'] })),
      },
      {
        GATE: single,
        ALT: () => {
          this.CONSUME(words.date);
          const range = this.OPTION(() => this.SUBRULE(this.range)) ?? null;
          return this.node('date-type', start, { range });
        },
      },
      { GATE: single, ALT: () => (this.CONSUME(words['yes-or-no']), this.node('yes-no-type', start, {})) },
      { GATE: single, ALT: () => (this.CONSUME(words.text), this.node('text-type', start, {})) },
      { GATE: single, ALT: () => this.SUBRULE(this.listType, { ARGS: [start] }) },
      {
        GATE: () => this.nextIsName(),
        ALT: () => {
          const options: NameNode[] = [];
          this.AT_LEAST_ONE_SEP({ SEP: marks.bar, DEF: () => options.push(this.SUBRULE(this.name)) });
          this.MANY({
            GATE: () => this.RECORDING_PHASE || (commas && this.optionBehindComma()),
            DEF: () => {
              this.CONSUME(marks.comma);
              options.push(this.SUBRULE2(this.name));
            },
          });
          return this.node('choice-type', start, { options });
        },
      },
      {
        ALT: () =>
          this.hole({
            zh: '数据类型，如 `整数`、`百分比`、`日期`、`是否`、`甲 | 乙`',
            en: 'a type, such as `integer`, `percent`, `date`, `yes or no`, `a | b`',
          }),
      },
    ]);
  });

  /** `甲、乙` where `甲 | 乙` is meant: on the same line, and no field of its own. Reported and taken for it. */
  private optionBehindComma(): boolean {
    if (this.RECORDING_PHASE) return true;
    const [comma, name, behind] = [this.token(1), this.token(2), this.token(3)];
    if (comma.tokenType !== marks.comma || comma.lineStart || name.lineStart) return false;
    if (!this.isName(name) || behind.tokenType === marks.colon) return false;
    const span = { start: comma.startOffset, end: comma.end };
    const fixes = [replace(span.start, span.end, ' | ', '改为 `|`', 'Write `|`', true)];
    this.report(optionsByBar.at(span, { written: comma.image }, { fixes }));
    return true;
  }

  /** `清单 至多20项`, `清单 3至8项`. Without a maximum nothing could be said of the sums over it. */
  readonly listType: Rule<ListTypeNode, [start: number]> = this.RULE('listType', (start: number) => {
    this.CONSUME(words.list);
    return this.choose<ListTypeNode>([
      {
        ALT: () => {
          this.choose<void>(
            [{ ALT: () => void this.CONSUME(words.most) }, { ALT: () => void this.CONSUME(words['at-most']) }],
            1,
          );
          const most = this.SUBRULE(this.literalOrHole);
          return this.node('list-type', start, { least: null, most });
        },
      },
      {
        ALT: () => {
          const least = this.SUBRULE(this.quantity);
          this.CONSUME(words.to);
          const most = this.SUBRULE2(this.quantity);
          return this.ACTION(() => this.node('list-type', start, { least: withUnitOf(least, most), most }));
        },
      },
      {
        ALT: () => {
          const most = this.hole({ zh: '最多几项，如 `至多20项`', en: 'the most entries, such as `up to 20 items`' });
          return this.node('list-type', start, { least: null, most });
        },
      },
    ]);
  });

  /** The fields of every entry of a list, and what is defined from them. */
  readonly entryLines: Rule<(FieldNode | DefineNode)[]> = this.RULE('entryLines', () => {
    this.CONSUME(marks.leftBrace);
    this.ACTION(() => void this.depth++);
    const lines = this.repeat<FieldNode | DefineNode>({
      parse: () =>
        this.prefer<FieldNode | DefineNode>([
          { ALT: () => this.SUBRULE(this.define) },
          { ALT: () => this.SUBRULE(this.entryField) },
        ]),
      starts: new Set([marks.name, words.define]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.entryField) : this.unknownRow()),
    });
    this.ACTION(() => void this.depth--);
    this.CONSUME(marks.rightBrace);
    return lines;
  });

  /** A field of every entry. A list there has its own report; what it would hold is read and left out. */
  readonly entryField: Rule<FieldNode> = this.RULE('entryField', () => {
    const field = this.SUBRULE(this.field);
    this.OPTION({
      GATE: () => this.RECORDING_PHASE || field.type.kind === 'list-type',
      DEF: () => this.SUBRULE(this.entryLines),
    });
    return field;
  });

  readonly numberRange: Rule<TypeNode, [start: number, number: 'integer' | 'decimal' | 'percent']> = this.RULE(
    'numberRange',
    (start: number, number: 'integer' | 'decimal' | 'percent') => {
      const numbers = this.OPTION(() => this.SUBRULE(this.rangeOrValues)) ?? null;
      return this.ACTION(() =>
        this.node('number-type', start, { number, ...(numbers ?? { range: null, values: [] }) }),
      );
    },
  );

  /** `步长0.5分` */
  readonly step: Rule<StepNode> = this.RULE('step', () => {
    const start = this.here();
    this.CONSUME(words.step);
    const size = this.SUBRULE(this.literalOrHole);
    return this.node('step', start, { size });
  });

  readonly sourceClause: Rule<SourceClauseNode> = this.RULE('sourceClause', () => {
    const start = this.here();
    this.CONSUME(words.source);
    const documents = this.SUBRULE(this.documents);
    return this.node('source-clause', start, { documents });
  });

  /** `计期 认定日期`, `不计期` */
  readonly bookedBy: Rule<BookedByNode> = this.RULE('bookedBy', () => {
    const start = this.here();
    return this.choose<BookedByNode>([
      {
        ALT: () => {
          this.CONSUME(words['booked-by']);
          const field = this.SUBRULE(this.nameOrHole);
          return this.node('booked-by', start, { field });
        },
      },
      { ALT: () => (this.CONSUME(words['not-booked']), this.node('booked-by', start, { field: null })) },
    ]);
  });

  readonly notReported: Rule<NotReportedNode> = this.RULE('notReported', () => {
    const start = this.here();
    this.CONSUME(words['not-reported']);
    const policy = this.SUBRULE(this.absencePolicy);
    return this.node('not-reported', start, { policy });
  });

  readonly notApplicable: Rule<NotApplicableNode> = this.RULE('notApplicable', () => {
    const start = this.here();
    this.CONSUME(words['not-applicable']);
    const policy = this.SUBRULE(this.absencePolicy);
    return this.node('not-applicable', start, { policy });
  });

  /** What holds where something is missing: one list of answers for every kind of absence. */
  readonly absencePolicy: Rule<AbsencePolicy> = this.RULE('absencePolicy', () =>
    this.choose<AbsencePolicy>([
      { ALT: () => (this.CONSUME(words.zero), 'zero') },
      { ALT: () => (this.CONSUME(words.full), 'full') },
      { ALT: () => (this.CONSUME(words['mean-of-others']), 'mean-of-others') },
      { ALT: () => (this.CONSUME(words.rescale), 'rescale') },
      { ALT: () => (this.CONSUME(words['rescale-table']), 'rescale-table') },
      { ALT: () => (this.CONSUME(words['no-result']), 'no-result') },
      { ALT: () => (this.CONSUME(words.refuse), 'refuse') },
    ]),
  );

  /** `保留 2位小数 四舍五入`, as a clause and as a chapter. */
  readonly roundingClause: Rule<RoundingNode> = this.RULE('roundingClause', () => {
    const start = this.here();
    this.CONSUME(words.rounding);
    const decimals = this.SUBRULE(this.literalOrHole);
    const mode = this.OPTION(() => this.SUBRULE(this.roundingMode)) ?? null;
    return this.node('rounding', start, { decimals, mode });
  });

  readonly roundingMode: Rule<RoundingMode> = this.RULE('roundingMode', () =>
    this.choose<RoundingMode>([
      { ALT: () => (this.CONSUME(words['half-up']), 'half-up') },
      { ALT: () => (this.CONSUME(words['half-even']), 'half-even') },
      { ALT: () => (this.CONSUME(words['round-down']), 'down') },
      { ALT: () => (this.CONSUME(words['round-up']), 'up') },
    ]),
  );

  /** `适用 镇街、国企`, `适用 当 条件` */
  readonly applies: Rule<AppliesNode> = this.RULE('applies', () => {
    const start = this.here();
    this.CONSUME(words.applies);
    const to = this.prefer<Pick<AppliesNode, 'names' | 'condition'>>([
      { ALT: () => (this.CONSUME(words.when), { names: [], condition: this.SUBRULE(this.expression) }) },
      { ALT: () => ({ names: this.SUBRULE(this.names), condition: null }) },
    ]);
    return this.node('applies', start, to);
  });

  /** `依据 《…》`, as a clause and as a chapter. */
  readonly basis: Rule<BasisNode> = this.RULE('basis', () => {
    const start = this.here();
    this.CONSUME(words.basis);
    const documents = this.SUBRULE(this.documents);
    return this.node('basis', start, { documents });
  });

  readonly inputLine: Rule<InputNode> = this.RULE('inputLine', () => {
    const start = this.here();
    this.CONSUME(words.input);
    const field = this.SUBRULE(this.field);
    const lines = this.OPTION({
      GATE: () => this.RECORDING_PHASE || field.type.kind === 'list-type',
      DEF: () => this.SUBRULE(this.entryLines),
    });
    return this.node('input', start, { field, lines: lines ?? [] });
  });

  /** `定义 人均经费 = 党建经费 ÷ 党员数，分母为零 0元 保留 2位小数` */
  readonly define: Rule<DefineNode> = this.RULE('define', () => {
    const start = this.here();
    this.CONSUME(words.define);
    const name = this.SUBRULE(this.nameOrHole);
    this.SUBRULE(this.equals);
    const value = this.SUBRULE(this.expression);
    const ifZero = this.OPTION({
      GATE: () => this.clauseAhead(new Set([words['if-zero']]), start),
      DEF: () => this.SUBRULE(this.ifZero),
    });
    const rounding = this.OPTION2({
      GATE: () => this.clauseAhead(new Set([words.rounding]), start),
      DEF: () => {
        this.OPTION3(() => this.CONSUME2(marks.comma));
        return this.SUBRULE(this.roundingClause);
      },
    });
    return this.node('define', start, { name, value, ifZero: ifZero ?? null, rounding: rounding ?? null });
  });

  /** `，分母为零 得5分` */
  readonly ifZero = this.RULE('ifZero', () => {
    this.OPTION(() => this.CONSUME(marks.comma));
    this.CONSUME(words['if-zero']);
    this.OPTION2(() => this.CONSUME(words.earn));
    return this.SUBRULE(this.amount);
  });

  /**
   * Whether one of these clauses follows, perhaps behind a comma. A chapter word at the start of a line that is indented no
   * deeper than the line where the clause would belong begins a chapter instead: 保留 behind a definition or an input.
   */
  protected clauseAhead(clauses: ReadonlySet<unknown>, start: number): boolean {
    const next = this.token(1);
    if (next.tokenType === marks.comma) return clauses.has(this.token(2).tokenType);
    return clauses.has(next.tokenType) && !(next.tokenType === words.rounding && this.beginsChapter(next, start));
  }

  private beginsChapter(token: Token, start: number): boolean {
    if (!token.lineStart || this.depth > 0) return false;
    const { lines } = this.source;
    const indentation = this.source.text.slice(lines.offset({ line: lines.at(start).line, column: 1 })).search(/\S/u);
    return lines.at(token.startOffset).column - 1 <= indentation;
  }

  /** How many bodies are open around the next token. */
  protected depth = 0;

  /** The first node of each kind; the others are reported. */
  protected override once<Part extends { readonly kind: string; readonly span: Span }>(nodes: readonly Part[]): Part[] {
    const kinds = new Set<string>();
    return nodes.filter(({ kind, span }) => {
      const first = !kinds.has(kind);
      if (!first) this.report(repeatedClause.at(span, { written: this.source.text.slice(span.start, span.end) }));
      kinds.add(kind);
      return first;
    });
  }
}
