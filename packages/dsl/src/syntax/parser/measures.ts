import type {
  AgainstNode,
  AgainstRowNode,
  AmountNode,
  AnchorNode,
  InterpolationNode,
  MissingNode,
  QuantityNode,
} from '../../ast/nodes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { ChecklistParser } from './checklists.ts';

const againstStarts = new Set([words['each-above'], words['each-below']]);
const anchorStarts = new Set([marks.name, marks.number, marks.minus, marks.leftParenthesis, words.by]);
const zeroClause = new Set([words['if-zero']]);

/** Rules that measure a figure against others: 对标 around a target, 插值 between anchors. */
export abstract class MeasureParser extends ChecklistParser {
  /** `对标 到位资金 目标 引资目标 得10分 { 每多100万元 加1分 封顶2分 不足不计；每少 目标的1% 扣0.1分 按比例计 扣完为止 }` */
  readonly against: Rule<AgainstNode> = this.RULE('against', () => {
    const start = this.here();
    this.CONSUME(words.against);
    const figure = this.SUBRULE(this.arithmetic);
    this.OPTION(() => this.CONSUME(marks.comma));
    this.CONSUME(words.target);
    const target = this.SUBRULE2(this.arithmetic);
    this.OPTION2(() => this.CONSUME2(marks.comma));
    this.CONSUME(words.earn);
    const amount = this.SUBRULE(this.amount);
    const ifZero = this.SUBRULE(this.ifZeroAhead, { ARGS: [start] });
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.againstRow),
      starts: againstStarts,
      separators: this.tableSeparators,
      resumes: (token) => againstStarts.has(token.tokenType),
      otherwise: () => (this.reportUnknown(this.token(1), ['each-above', 'each-below']), null),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('against', start, { figure, target, amount, ifZero, rows });
  });

  /** `每多100万元 加1分 …`, `each below 1% of target deduct 0.1 points …` */
  readonly againstRow: Rule<AgainstRowNode> = this.RULE('againstRow', () => {
    const start = this.here();
    const side = this.choose<AgainstRowNode['side']>([
      { ALT: () => (this.CONSUME(words['each-above']), 'above') },
      { ALT: () => (this.CONSUME(words['each-below']), 'below') },
    ]);
    const before = this.OPTION(() => this.CONSUME(words['of-target'])) !== undefined;
    const step = this.choose<QuantityNode | MissingNode>(
      [
        { ALT: () => this.SUBRULE(this.quantity) },
        {
          ALT: () =>
            this.hole({
              zh: '一步有多大，如 `每少1个百分点`',
              en: 'the size of a step, as in `each below 1 percentage point`',
            }),
        },
      ],
      1,
    );
    const behind = this.OPTION2(() => this.CONSUME2(words['of-target'])) !== undefined;
    this.OPTION3(() => this.CONSUME(marks.comma));
    const effect = this.SUBRULE(this.effect);
    return this.node('against-row', start, { side, step, ofTarget: before || behind, effect });
  });

  /** `插值 净资产收益率 { 15% 得10分；10% 得8分；0% 得0分 }` */
  readonly interpolation: Rule<InterpolationNode> = this.RULE('interpolation', () => {
    const start = this.here();
    this.CONSUME(words.interpolation);
    const figure = this.SUBRULE(this.arithmetic);
    const ifZero = this.SUBRULE(this.ifZeroAhead, { ARGS: [start] });
    this.CONSUME(marks.leftBrace);
    const anchors = this.repeat({
      parse: () => this.SUBRULE(this.anchor),
      starts: anchorStarts,
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.anchor) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('interpolation', start, { figure, ifZero, anchors });
  });

  /** `15% 得10分` */
  readonly anchor: Rule<AnchorNode> = this.RULE('anchor', () => {
    const start = this.here();
    const at = this.SUBRULE(this.arithmetic);
    this.OPTION(() => this.CONSUME(marks.comma));
    this.CONSUME(words.earn);
    const amount = this.SUBRULE(this.amount);
    return this.node('anchor', start, { at, amount });
  });

  /** `，分母为零 得满分`, where it is said. */
  private readonly ifZeroAhead: Rule<AmountNode | null, [start: number]> = this.RULE('ifZeroAhead', (start: number) => {
    const amount = this.OPTION({
      GATE: () => this.clauseAhead(zeroClause, start),
      DEF: () => this.SUBRULE(this.ifZero),
    });
    return amount ?? null;
  });
}
