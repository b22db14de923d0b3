import type {
  AmountNode,
  CapNode,
  DeadlineNode,
  DeadlineRowNode,
  ExpressionNode,
  ProportionNode,
  RuleNode,
  ScoreNode,
  TierRowNode,
  TiersNode,
} from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import { writeInstead } from '../lexical-mistakes.ts';
import { deadlineBound } from '../parse-mistakes.ts';
import { marks, type Token, words } from '../token.ts';
import type { Rule } from './base.ts';
import { BallotParser } from './ballots.ts';

const proportionClauses = new Set([words.cap, words['down-to-zero'], words['if-zero']]);
const tierStarts = new Set([
  marks.name,
  marks.number,
  marks.minus,
  marks.date,
  marks.leftParenthesis,
  marks.atLeast,
  marks.atMost,
  marks.above,
  marks.below,
  marks.equals,
  marks.unequal,
  words.otherwise,
  words['at-least'],
  words['at-most'],
  words.above,
  words.below,
  words.not,
  words.if,
  words.every,
  words.total,
  words.grades,
  words['negative-list'],
]);
const deadlineStarts = new Set([words.late, words.early, words['not-reported']]);

/** `，分母为零 得5分` among other clauses. */
interface IfZeroClause {
  readonly kind: 'if-zero';
  readonly span: Span;
  readonly amount: AmountNode;
}

/** The rules that give an item its score. */
export abstract class RuleParser extends BallotParser {
  readonly rule: Rule<RuleNode> = this.RULE('rule', () =>
    this.choose<RuleNode>([
      { ALT: () => this.SUBRULE(this.score) },
      { ALT: () => this.SUBRULE(this.proportion) },
      { ALT: () => this.SUBRULE(this.tiers) },
      { ALT: () => this.SUBRULE(this.byTable) },
      { ALT: () => this.SUBRULE(this.checklist) },
      { ALT: () => this.SUBRULE(this.discretion) },
      { ALT: () => this.SUBRULE(this.against) },
      { ALT: () => this.SUBRULE(this.interpolation) },
      { ALT: () => this.SUBRULE(this.deadline) },
      { ALT: () => this.SUBRULE(this.ballot) },
    ]),
  );

  readonly score: Rule<ScoreNode> = this.RULE('score', () => {
    const start = this.here();
    this.CONSUME(words.score);
    this.CONSUME(marks.equals);
    const value = this.SUBRULE(this.expression);
    const ifZero = this.OPTION({
      GATE: () => this.clauseAhead(proportionClauses, start),
      DEF: () => this.SUBRULE(this.ifZero),
    });
    return this.node('score', start, { value, ifZero: ifZero ?? null });
  });

  readonly proportion: Rule<ProportionNode> = this.RULE('proportion', () => {
    const start = this.here();
    this.CONSUME(words.proportion);
    const rate = this.SUBRULE(this.arithmetic);
    const clauses: (CapNode | IfZeroClause)[] = [];
    this.MANY({
      GATE: () => this.clauseAhead(proportionClauses, start),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        clauses.push(
          this.choose<CapNode | IfZeroClause>([
            { ALT: () => this.SUBRULE(this.cap) },
            { ALT: () => this.SUBRULE(this.ifZeroClause) },
          ]),
        );
      },
    });
    return this.ACTION(() => {
      const written = this.once(clauses);
      const cap = written.find((clause) => clause.kind === 'cap') ?? null;
      const ifZero = written.find((clause) => clause.kind === 'if-zero')?.amount ?? null;
      return this.node('proportion', start, { rate, cap, ifZero });
    });
  });

  private readonly ifZeroClause: Rule<IfZeroClause> = this.RULE('ifZeroClause', () => {
    const start = this.here();
    const amount = this.SUBRULE(this.ifZero);
    return this.ACTION(() => ({ kind: 'if-zero' as const, span: { start, end: this.behind() }, amount }));
  });

  readonly tiers: Rule<TiersNode> = this.RULE('tiers', () => {
    const start = this.here();
    this.CONSUME(words.tiers);
    const subject = this.OPTION({
      GATE: () => !this.nextIs(marks.leftBrace),
      DEF: () => this.SUBRULE(this.arithmetic),
    });
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.tierRow),
      starts: tierStarts,
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.tierRow) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('tiers', start, { subject: subject ?? null, rows });
  });

  readonly tierRow: Rule<TierRowNode> = this.RULE('tierRow', () => {
    const start = this.here();
    const condition = this.prefer<ExpressionNode | null>([
      { ALT: () => (this.CONSUME(words.otherwise), null) },
      {
        ALT: () => {
          const band = this.SUBRULE(this.expression);
          return this.ACTION(() => this.bandMeant(band));
        },
      },
    ]);
    this.OPTION(() => this.CONSUME(marks.comma));
    this.OPTION2(() => this.CONSUME(words.earn));
    const amount = this.SUBRULE(this.amount);
    return this.node('tier-row', start, { condition, amount });
  });

  /** `限期 报送日期 不晚于 11月30日 { … }`. 至 in the place of 不晚于 is reported and taken for it. */
  readonly deadline: Rule<DeadlineNode> = this.RULE('deadline', () => {
    const start = this.here();
    this.CONSUME(words.deadline);
    const date = this.SUBRULE(this.pathOrHole);
    this.choose<void>([
      {
        ALT: () => {
          const token = this.take(words.to);
          this.ACTION(() => this.reportDeadlineBound(token));
        },
      },
      {
        ALT: () => {
          const before = this.token(1);
          const { relation } = this.SUBRULE(this.relation);
          this.ACTION(() => {
            if (relation !== '<=') this.reportDeadlineBound(before);
          });
        },
      },
      { ALT: () => void this.hole({ zh: ' `不晚于`', en: '`no later than`' }) },
    ]);
    const due = this.choose<ExpressionNode>(
      [
        { GATE: () => !this.nextIs(marks.leftBrace), ALT: () => this.SUBRULE(this.arithmetic) },
        { ALT: () => this.hole({ zh: '截止日期', en: 'the due date' }) },
      ],
      1,
    );
    const shifted = this.OPTION(() => this.CONSUME(words.shifted)) !== undefined;
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.deadlineRow),
      starts: deadlineStarts,
      separators: this.tableSeparators,
      resumes: (token) => deadlineStarts.has(token.tokenType),
      otherwise: () => (this.reportUnknown(this.token(1), ['late', 'early', 'not-reported']), null),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('deadline', start, { date, due, shifted, rows });
  });

  readonly deadlineRow: Rule<DeadlineRowNode> = this.RULE('deadlineRow', () => {
    const start = this.here();
    const event = this.choose<DeadlineRowNode['event']>([
      { ALT: () => (this.CONSUME(words.late), 'late') },
      { ALT: () => (this.CONSUME(words.early), 'early') },
      { ALT: () => (this.CONSUME(words['not-reported']), 'not-reported') },
    ]);
    const from = this.OPTION(() => {
      const quantity = this.SUBRULE(this.quantity);
      this.CONSUME(words['or-more']);
      return quantity;
    });
    this.OPTION2(() => this.CONSUME(marks.comma));
    const effect = this.SUBRULE(this.effect);
    return this.node('deadline-row', start, { event, from: from ?? null, effect });
  });

  private reportDeadlineBound(token: Token): void {
    const correct = this.vocabulary === 'zh' ? '不晚于' : 'no later than';
    const span = { start: token.startOffset, end: token.end };
    const fixes = [writeInstead(span.start, span.end, correct)];
    this.report(deadlineBound.at(span, { written: token.image, correct }, { fixes }));
  }
}
