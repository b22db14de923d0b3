import type { NumberTypeNode, QuantityNode } from '../../ast/nodes.ts';
import { marks, type Token } from '../token.ts';
import type { Rule } from './base.ts';
import { ExpressionParser } from './expressions.ts';
import { withUnitOf } from './words.ts';

type Numbers = Pick<NumberTypeNode, 'range' | 'values'>;

/** The numbers that a figure can be. */
export abstract class NumberTypeParser extends ExpressionParser {
  /** `0至60次`, or the numbers themselves from the least up: `0、2、5分`. */
  readonly rangeOrValues: Rule<Numbers> = this.RULE('rangeOrValues', () => {
    const start = this.here();
    return this.prefer<Numbers>([
      { GATE: () => this.areValues(), ALT: () => this.SUBRULE(this.values, { ARGS: [start] }) },
      { ALT: () => ({ range: this.SUBRULE(this.range), values: [] }) },
    ]);
  });

  private readonly values: Rule<Numbers, [start: number]> = this.RULE('values', (start: number) => {
    const first = this.SUBRULE(this.literal);
    const others: QuantityNode[] = [];
    this.AT_LEAST_ONE({
      GATE: () => this.nextIs(marks.comma) && this.isNumber(this.token(2)),
      DEF: () => {
        this.CONSUME(marks.comma);
        others.push(this.SUBRULE2(this.literal));
      },
    });
    return this.ACTION(() => {
      const last = others.at(-1) ?? first;
      const values = [first, ...others].map((each) => withUnitOf(each, last));
      const low = values[0] ?? first;
      return { range: this.node('range', start, { low, high: last }), values };
    });
  });

  /** Whether a comma and another number stand behind the next number. */
  private areValues(): boolean {
    let at = this.nextIs(marks.minus) ? 3 : 2;
    if (this.token(at).tokenType === marks.unit) at += 1;
    return this.token(at).tokenType === marks.comma && this.isNumber(this.token(at + 1));
  }

  private isNumber({ tokenType }: Token): boolean {
    return tokenType === marks.number || tokenType === marks.minus;
  }
}
