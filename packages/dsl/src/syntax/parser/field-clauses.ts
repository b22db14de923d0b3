import type {
  AbsencePolicy,
  AppliesNode,
  BasisNode,
  BookedByNode,
  NotApplicableNode,
  NotReportedNode,
  RoundingMode,
  RoundingNode,
  SourceClauseNode,
  StepNode,
} from '../../ast/nodes.ts';
import { marks, type Token, words } from '../token.ts';
import type { Rule } from './base.ts';
import { NumberTypeParser } from './number-types.ts';

/** Clauses that fields share with items, definitions and rules. */
export abstract class FieldClauseParser extends NumberTypeParser {
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
}
