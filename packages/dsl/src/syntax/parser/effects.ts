import type {
  AmountNode,
  CappedPeriod,
  ByTableNode,
  CapNode,
  EffectClauseNode,
  EffectNode,
  FieldNode,
  GradeEffectNode,
  MissingNode,
  NameNode,
  OwnerNode,
  PerNode,
  PeriodCapNode,
  PointsEffectNode,
  QuantityNode,
  RecordedWithNode,
  RefusalEffectNode,
  StepsClauseNode,
  UncappedNode,
} from '../../ast/nodes.ts';
import { keywords } from '../../vocabulary/keywords.ts';
import type { Span } from '../../source/span.ts';
import { capPeriod } from '../parse-mistakes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { DiscretionParser } from './discretion.ts';

/** Words with which an effect on the grade begins. */
export const gradeEffects = [
  words.veto,
  words['fixed-at'],
  words.ceiling,
  words['one-down'],
  words.down,
  words['out-of-awards'],
  words['no-grade'],
];

/** What a drafter may have meant behind a condition. */
const conditionWords = keywords
  .filter(({ role }) => role === 'verb' || role === 'logic' || role === 'comparison')
  .map(({ id }) => id);

const effectClauses = new Set([
  words.cap,
  words['down-to-zero'],
  words.uncapped,
  words['complete-only'],
  words['begun-counts'],
  words.proportionally,
  words['recorded-with'],
  words['booked-by'],
  words['not-booked'],
  words.source,
  words.step,
  words.owner,
  words.basis,
  ...gradeEffects,
]);

const cappedPeriods: readonly CappedPeriod[] = ['day', 'week', 'month', 'quarter', 'half-year'];

/** One of the amounts behind 封顶. */
interface CapPart {
  readonly kind: 'cap-part';
  readonly span: Span;
  readonly amount: AmountNode;
  readonly per: PerNode | null;
}

/** A year is the whole period. */
function isPerYear({ unit, count }: PerNode): boolean {
  return unit === 'year' && count === null;
}

/** What happens: points earned, deducted or added, no points, an effect on the grade; and the clauses behind it. */
export abstract class EffectParser extends DiscretionParser {
  readonly effect: Rule<EffectNode> = this.RULE('effect', () =>
    this.prefer<EffectNode>([
      { ALT: () => this.SUBRULE(this.discretion) },
      { GATE: () => this.judgementAhead(), ALT: () => this.SUBRULE(this.judgedEffect) },
      { ALT: () => this.SUBRULE(this.pointsEffect) },
      { ALT: () => this.SUBRULE(this.noPoints) },
      { ALT: () => this.SUBRULE(this.refusalEffect) },
      { ALT: () => this.SUBRULE(this.gradeEffectWithClauses) },
      { ALT: () => this.SUBRULE(this.effectHole) },
    ]),
  );

  /** What stands where an effect should begin. */
  readonly effectHole: Rule<MissingNode> = this.RULE('effectHole', () => {
    if (this.isMisspelt()) return this.misspelt();
    const [deduct, none] = [this.spelling('deduct'), this.spelling('no-points')];
    return this.hole({
      zh: `后果，如 \`${deduct}\`、\`${none}\``,
      en: `an effect, such as \`${deduct}\` or \`${none}\``,
    });
  });

  /** Whether a plain word stands where an effect should begin: most often a misspelt comparison, `大于`. */
  private isMisspelt(): boolean {
    return !this.RECORDING_PHASE && this.nextIs(marks.name) && !this.token(1).lineStart;
  }

  private misspelt(): MissingNode {
    this.reportUnknown(this.token(1), conditionWords);
    return { kind: 'missing', span: { start: this.behind(), end: this.behind() } };
  }

  /** `每次扣1分 封顶3分`; 每次 may also stand behind the amount. */
  readonly pointsEffect: Rule<PointsEffectNode> = this.RULE('pointsEffect', () => {
    const start = this.here();
    const before = this.OPTION(() => this.SUBRULE(this.per));
    const verb = this.SUBRULE(this.verb);
    const amount = this.SUBRULE(this.amount);
    const after = this.OPTION2(() => this.SUBRULE2(this.per));
    const clauses = this.SUBRULE(this.effectClauses, { ARGS: [start] });
    return this.node('points-effect', start, { verb, amount, per: before ?? after ?? null, judged: null, clauses });
  });

  /** `每次酌情扣1至3分 步长0.5分`: each event holds the points and the reason. */
  readonly judgedEffect: Rule<PointsEffectNode> = this.RULE('judgedEffect', () => {
    const start = this.here();
    const per = this.SUBRULE(this.per);
    const node = this.SUBRULE(this.discretion);
    return this.ACTION(() => this.judgedEach(start, per, node));
  });

  /** Whether 每次 comes next with 酌情 behind it. */
  private judgementAhead(): boolean {
    if (!this.nextIs(words.per)) return false;
    const at = this.token(2).tokenType === marks.number ? 4 : 3;
    return this.token(at).tokenType === words.discretion;
  }

  readonly verb: Rule<PointsEffectNode['verb']> = this.RULE('verb', () =>
    this.choose<PointsEffectNode['verb']>([
      { ALT: () => (this.CONSUME(words.earn), 'earn') },
      { ALT: () => (this.CONSUME(words.deduct), 'deduct') },
      { ALT: () => (this.CONSUME(words.add), 'add') },
    ]),
  );

  /** `每次`, `每3次`, `per time` */
  readonly per: Rule<PerNode> = this.RULE('per', () => {
    const start = this.here();
    this.CONSUME(words.per);
    const number = this.OPTION(() => this.take(marks.number));
    const unit = this.take(marks.unit);
    return this.ACTION(() => {
      const count =
        number === undefined
          ? null
          : this.node('quantity', number.startOffset, {
              digits: number.text,
              over: number.over,
              negative: false,
              unit: unit.text,
            });
      return this.node('per', start, { count, unit: unit.text });
    });
  });

  /** `退回 "…"` */
  readonly refusalEffect: Rule<RefusalEffectNode> = this.RULE('refusalEffect', () => {
    const start = this.here();
    this.CONSUME(words.refuse);
    const message = this.OPTION(() => this.SUBRULE(this.text)) ?? null;
    const clauses = this.SUBRULE(this.effectClauses, { ARGS: [start] });
    return this.node('refusal-effect', start, { message, clauses });
  });

  readonly noPoints = this.RULE('noPoints', () => {
    const start = this.here();
    this.CONSUME(words['no-points']);
    const clauses = this.SUBRULE(this.effectClauses, { ARGS: [start] });
    return this.node('no-points', start, { clauses });
  });

  readonly gradeEffectWithClauses: Rule<GradeEffectNode> = this.RULE('gradeEffectWithClauses', () => {
    const start = this.here();
    const effect = this.SUBRULE(this.gradeEffect);
    const clauses = this.SUBRULE(this.effectClauses, { ARGS: [start] });
    return this.ACTION(() => ({ ...effect, span: { start, end: this.behind() }, clauses }));
  });

  /** `一票否决 最高评为 合格`, without clauses of its own. */
  readonly gradeEffect: Rule<GradeEffectNode> = this.RULE('gradeEffect', () => {
    const start = this.here();
    const veto = this.OPTION(() => this.CONSUME(words.veto)) !== undefined;
    const made = (
      effect: GradeEffectNode['effect'],
      grade: GradeEffectNode['grade'],
      levels: QuantityNode | null = null,
    ): GradeEffectNode => this.node('grade-effect', start, { effect, grade, levels, veto, clauses: [] });
    return this.choose<GradeEffectNode>([
      { ALT: () => (this.CONSUME(words['fixed-at']), made('fixed', this.SUBRULE(this.gradeNamed))) },
      { ALT: () => (this.CONSUME(words.ceiling), made('ceiling', this.SUBRULE2(this.gradeNamed))) },
      { ALT: () => (this.CONSUME(words['one-down']), made('down', null)) },
      { ALT: () => (this.CONSUME(words.down), made('down', null, this.SUBRULE(this.quantity))) },
      { ALT: () => (this.CONSUME(words['out-of-awards']), made('out-of-awards', null)) },
      { ALT: () => (this.CONSUME(words['no-grade']), made('no-grade', null)) },
    ]);
  });

  /** What 定为 and 最高评为 name: `合格`, `安全等级`, `按 安全等级 { 甲 优秀；其余 合格 }`. */
  readonly gradeNamed: Rule<NameNode | ByTableNode> = this.RULE('gradeNamed', () =>
    this.prefer<NameNode | ByTableNode>([
      { ALT: () => this.SUBRULE(this.byTable) },
      { ALT: () => this.SUBRULE(this.name) },
    ]),
  );

  /** The clauses behind an effect that starts at `start`, in any order, each at most once. */
  readonly effectClauses: Rule<EffectClauseNode[], [start: number]> = this.RULE('effectClauses', (start: number) => {
    const clauses: EffectClauseNode[] = [];
    this.MANY({
      GATE: () => this.clauseAhead(effectClauses, start) && !this.beginsGradeLine(),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        clauses.push(this.SUBRULE(this.effectClause));
      },
    });
    return this.ACTION(() => this.once(clauses));
  });

  /** Whether lines of grades are being read. An effect on the grade begins a line there: no other effect has it for a clause. */
  protected amongGrades = false;

  private beginsGradeLine(): boolean {
    const next = this.token(this.nextIs(marks.comma) ? 2 : 1);
    return this.amongGrades && gradeEffects.some((word) => word === next.tokenType);
  }

  readonly effectClause: Rule<EffectClauseNode> = this.RULE('effectClause', () =>
    this.choose<EffectClauseNode>([
      { ALT: () => this.SUBRULE(this.cap) },
      { ALT: () => this.SUBRULE(this.uncapped) },
      { ALT: () => this.SUBRULE(this.gradeEffect) },
      { ALT: () => this.SUBRULE(this.steps) },
      { ALT: () => this.SUBRULE(this.recordedWith) },
      { ALT: () => this.SUBRULE(this.bookedBy) },
      { ALT: () => this.SUBRULE(this.sourceClause) },
      { ALT: () => this.SUBRULE(this.step) },
      { ALT: () => this.SUBRULE(this.owner) },
      { ALT: () => this.SUBRULE(this.basis) },
    ]),
  );

  /** `封顶3分`, `封顶6分 计净额`, `扣完为止` */
  readonly cap: Rule<CapNode> = this.RULE('cap', () => {
    const start = this.here();
    return this.choose<CapNode>([
      {
        ALT: () => (
          this.CONSUME(words['down-to-zero']),
          this.node('cap', start, { amount: null, yearly: false, periods: [], on: null })
        ),
      },
      {
        ALT: () => {
          this.CONSUME(words.cap);
          const parts = [this.SUBRULE(this.capPart)];
          this.MANY({
            GATE: () => this.capGoesOn(),
            DEF: () => {
              this.CONSUME(marks.comma);
              parts.push(this.SUBRULE2(this.capPart));
            },
          });
          const on = this.OPTION(() =>
            this.choose<'gross' | 'net'>(
              [
                { ALT: () => (this.CONSUME(words['on-gross']), 'gross') },
                { ALT: () => (this.CONSUME(words['on-net']), 'net') },
              ],
              1,
            ),
          );
          return this.ACTION(() => this.capNode(start, parts, on ?? null));
        },
      },
    ]);
  });

  /** `每天3分`, `3 points per day`, or the amount in all. */
  readonly capPart: Rule<CapPart> = this.RULE('capPart', () => {
    const start = this.here();
    const before = this.OPTION(() => this.SUBRULE(this.per));
    const amount = this.SUBRULE(this.amount);
    const after = this.OPTION2({
      GATE: () => before === undefined,
      DEF: () => this.SUBRULE2(this.per),
    });
    return this.ACTION(() => ({
      kind: 'cap-part' as const,
      span: { start, end: this.behind() },
      amount,
      per: before ?? after ?? null,
    }));
  });

  /** `，每月10分`, `, 10 points per month`: a further part of the cap, not a clause. */
  private capGoesOn(): boolean {
    if (!this.nextIs(marks.comma)) return false;
    if (this.token(2).tokenType === words.per) return true;
    return (
      this.token(2).tokenType === marks.number &&
      this.token(3).tokenType === marks.unit &&
      this.token(4).tokenType === words.per
    );
  }

  private capNode(start: number, parts: readonly CapPart[], on: CapNode['on']): CapNode {
    const whole = parts.find(({ per }) => per === null || isPerYear(per));
    const periods: PeriodCapNode[] = [];
    for (const { per, amount, span } of parts) {
      if (per === null || isPerYear(per)) {
        if (amount !== whole?.amount)
          this.once([
            { kind: 'cap', span },
            { kind: 'cap', span },
          ]);
        continue;
      }
      const period = cappedPeriods.find((each) => each === per.unit);
      if (period === undefined || per.count !== null)
        this.report(capPeriod.at(per.span, { written: this.textOf(per) }));
      else periods.push(this.nodeTo('period-cap', span, { period, amount }));
    }
    const yearly = whole !== undefined && (whole.per !== null || periods.length > 0);
    return this.node('cap', start, { amount: whole?.amount ?? null, yearly, periods, on });
  }

  /** `不封顶` */
  readonly uncapped: Rule<UncappedNode> = this.RULE('uncapped', () => {
    const start = this.here();
    this.CONSUME(words.uncapped);
    return this.node('uncapped', start, {});
  });

  readonly steps: Rule<StepsClauseNode> = this.RULE('steps', () => {
    const start = this.here();
    return this.choose<StepsClauseNode>([
      { ALT: () => (this.CONSUME(words['complete-only']), this.node('steps-clause', start, { steps: 'complete' })) },
      { ALT: () => (this.CONSUME(words['begun-counts']), this.node('steps-clause', start, { steps: 'begun' })) },
      { ALT: () => (this.CONSUME(words.proportionally), this.node('steps-clause', start, { steps: 'proportional' })) },
    ]);
  });

  readonly recordedWith: Rule<RecordedWithNode> = this.RULE('recordedWith', () => {
    const start = this.here();
    this.CONSUME(words['recorded-with']);
    const fields = [this.SUBRULE(this.recordedField)];
    this.MANY({
      GATE: () => this.nextIs(marks.comma) && this.continuesFields(),
      DEF: () => {
        this.CONSUME(marks.comma);
        fields.push(this.SUBRULE2(this.recordedField));
      },
    });
    return this.node('recorded-with', start, { fields });
  });

  /** Whether a comma goes on with the recorded fields: a clause word with a colon behind it is a field of that name. */
  private continuesFields(): boolean {
    const name = this.token(2);
    return this.continuesNames(name) || (this.isName(name) && this.token(3).tokenType === marks.colon);
  }

  /** `事项`, `署名人数: 整数 1至20人` */
  readonly recordedField: Rule<NameNode | FieldNode> = this.RULE('recordedField', () => {
    const start = this.here();
    const name = this.SUBRULE(this.name);
    const type = this.OPTION(() => (this.CONSUME(marks.colon), this.SUBRULE(this.type, { ARGS: [false] })));
    if (type === undefined) return name;
    return this.node('field', start, {
      name,
      type,
      source: null,
      rounding: null,
      step: null,
      notReported: null,
      notApplicable: null,
      booked: null,
    });
  });

  readonly owner: Rule<OwnerNode> = this.RULE('owner', () => {
    const start = this.here();
    this.CONSUME(words.owner);
    const owner = this.SUBRULE(this.text);
    return this.node('owner', start, { owner });
  });
}
