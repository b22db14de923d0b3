import type {
  BookedByNode,
  DefineNode,
  ExpressionNode,
  FieldNode,
  InputNode,
  InterpolationNode,
  ListTypeNode,
  NameNode,
  NotApplicableNode,
  NotReportedNode,
  RoundingNode,
  SourceClauseNode,
  StepNode,
  TiersNode,
  TypeNode,
} from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import { replace } from '../lexical-mistakes.ts';
import { optionsByBar, repeatedClause } from '../parse-mistakes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { FieldClauseParser } from './field-clauses.ts';
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
export abstract class FieldParser extends FieldClauseParser {
  /** Rules of an item that also give the value of a definition. */
  abstract readonly tiers: Rule<TiersNode>;
  abstract readonly interpolation: Rule<InterpolationNode>;

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
    const options = this.OPTION4({
      GATE: () => this.token(3).tokenType === marks.bar,
      DEF: () => this.SUBRULE(this.definedOptions),
    });
    let worded = false;
    const value = this.choose<ExpressionNode>([
      { ALT: () => (this.SUBRULE(this.equals), this.SUBRULE(this.definedValue)) },
      { ALT: () => ((worded = true), this.CONSUME(words.as), this.SUBRULE(this.expression)) },
      { ALT: () => this.SUBRULE(this.tiers) },
      { ALT: () => this.SUBRULE(this.interpolation) },
      { ALT: () => this.SUBRULE(this.byTable) },
    ]);
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
    return this.ACTION(() =>
      this.node('define', start, {
        name,
        options: options ?? [],
        worded,
        value,
        ifZero: ifZero ?? null,
        rounding: rounding ?? null,
      }),
    );
  });

  /** `: 甲 | 乙` behind the name of a definition. */
  private readonly definedOptions: Rule<NameNode[]> = this.RULE('definedOptions', () => {
    const options: NameNode[] = [];
    this.CONSUME(marks.colon);
    this.AT_LEAST_ONE_SEP({ SEP: marks.bar, DEF: () => options.push(this.SUBRULE(this.name)) });
    return options;
  });

  private readonly definedValue: Rule<ExpressionNode> = this.RULE('definedValue', () =>
    this.choose<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.tiers) },
      { ALT: () => this.SUBRULE(this.interpolation) },
      { ALT: () => this.SUBRULE(this.expression) },
    ]),
  );

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
