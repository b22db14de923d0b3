import type {
  AbsenceTestNode,
  AmongNode,
  DateNode,
  ExpressionNode,
  ItemLevel,
  LogicNode,
  QuantityNode,
  Relation,
} from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import { coverSpans } from '../../source/span.ts';
import { replace, writeInstead } from '../lexical-mistakes.ts';
import { missingRelation, rangeAsSubtraction, signForSign } from '../parse-mistakes.ts';
import { marks, type Token, words } from '../token.ts';
import { aFigure, AmountParser } from './amounts.ts';
import { absenceAnswers, absenceStates } from './absence.ts';
import type { Rule } from './base.ts';
import { withUnitOf } from './words.ts';

const twoNumbers: Message = { zh: '两端都是数字的区间', en: 'a range between two numbers' };

/** A relation and how it was said. */
interface Said {
  readonly relation: Relation;
  readonly form: 'symbol' | 'prefix' | 'suffix';
}

/** `以上` and its kin behind a bound, or `至` and the upper bound. */
type Tail = Said | { readonly high: QuantityNode | DateNode };

type Bound = QuantityNode | DateNode;

/** Conditions and comparisons. */
export abstract class ExpressionParser extends AmountParser {
  override readonly expression: Rule<ExpressionNode> = this.RULE('expression', () => {
    const operands = [this.SUBRULE(this.condition)];
    const operators: ('and' | 'or')[] = [];
    this.MANY(() => {
      operators.push(
        this.choose<'and' | 'or'>([
          { ALT: () => (this.CONSUME(words.and), 'and') },
          { ALT: () => (this.CONSUME(words.or), 'or') },
        ]),
      );
      operands.push(this.SUBRULE2(this.condition));
    });
    return this.ACTION(() => this.foldLogic(operands, operators));
  });

  /** One condition, or a figure: an expression without 且 and 或 at the top. */
  readonly condition: Rule<ExpressionNode> = this.RULE('condition', () => {
    const negations: number[] = [];
    this.MANY(() => {
      negations.push(this.here());
      this.CONSUME(words.not);
      this.countOperation();
    });
    const inner = this.isReservedOperand()
      ? this.SUBRULE2(this.comparison)
      : this.choose<ExpressionNode>([
          { ALT: () => this.SUBRULE(this.conditional) },
          { ALT: () => this.SUBRULE(this.every) },
          { ALT: () => this.SUBRULE(this.streak) },
          { ALT: () => this.SUBRULE(this.bareComparison) },
          { ALT: () => this.SUBRULE(this.comparison) },
          { ALT: () => this.hole(aFigure) },
        ]);
    return this.ACTION(() =>
      negations.reduceRight<ExpressionNode>((operand, start) => this.node('not', start, { operand }), inner),
    );
  });

  /** `若 … 则 … 否则 …` */
  readonly conditional: Rule<ExpressionNode> = this.RULE('conditional', () => {
    const start = this.here();
    this.CONSUME(words.if);
    this.openConditional();
    const condition = this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(marks.comma));
    this.CONSUME(words.then);
    const consequent = this.SUBRULE2(this.expression);
    const alternative = this.OPTION2({
      GATE: () => this.nextIs(words.else) || this.token(2).tokenType === words.else,
      DEF: () => {
        this.OPTION3(() => this.CONSUME2(marks.comma));
        this.CONSUME(words.else);
        return this.SUBRULE3(this.expression);
      },
    });
    this.closeConditional();
    return this.node('if', start, { condition, consequent, alternative: alternative ?? null });
  });

  /** `各维度 不低于60%` */
  readonly every: Rule<ExpressionNode> = this.RULE('every', () => {
    const start = this.here();
    this.CONSUME(words.every);
    const level = this.SUBRULE(this.level);
    const test = this.choose<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.bareComparison) },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]);
    return this.node('every', start, { level, test });
  });

  readonly level: Rule<ItemLevel> = this.RULE('level', () =>
    this.choose<ItemLevel>([
      { ALT: () => (this.CONSUME(words.method), 'method') },
      { ALT: () => (this.CONSUME(words.dimension), 'dimension') },
      { ALT: () => (this.CONSUME(words.content), 'content') },
      { ALT: () => (this.CONSUME(words.indicator), 'indicator') },
      { ALT: () => (this.CONSUME(words.standard), 'standard') },
    ]),
  );

  /** `不低于60%`, `不低于60分 不满80分` where the context gives the subject. */
  readonly bareComparison: Rule<ExpressionNode> = this.RULE('bareComparison', () => {
    const start = this.here();
    const said = this.SUBRULE(this.relation);
    const right = this.SUBRULE(this.arithmetic);
    const second = this.OPTION({
      GATE: () => isLiteral(right) && said.form !== 'symbol',
      DEF: () => this.SUBRULE(this.secondBound),
    });
    return this.ACTION(() => this.compare(start, null, said, right, second));
  });

  /** A figure, alone or with what it is compared with. */
  readonly comparison: Rule<ExpressionNode> = this.RULE('comparison', () => {
    const start = this.here();
    const left = this.SUBRULE(this.arithmetic);
    return this.choose<ExpressionNode>([
      {
        ALT: () => {
          const said = this.SUBRULE(this.relation);
          const right = this.SUBRULE2(this.arithmetic);
          const second = this.OPTION({
            GATE: () => isLiteral(right) && said.form !== 'symbol',
            DEF: () => this.SUBRULE(this.secondBound),
          });
          return this.ACTION(() => this.compare(start, left, said, right, second));
        },
      },
      {
        ALT: () => {
          const tail = this.SUBRULE(this.tail);
          const second = this.OPTION2({
            GATE: () => isLiteral(left) && 'form' in tail,
            DEF: () => this.SUBRULE2(this.secondBound),
          });
          return this.ACTION(() => this.compare(start, null, tail, left, second));
        },
      },
      {
        GATE: () => !this.isBareBound(),
        ALT: () => {
          const bound = this.SUBRULE(this.bound);
          const tail = this.SUBRULE2(this.tail);
          const second = this.OPTION3({ GATE: () => 'form' in tail, DEF: () => this.SUBRULE3(this.secondBound) });
          return this.ACTION(() => this.compare(start, left, tail, bound, second));
        },
      },
      {
        GATE: () => this.isBareBound(),
        ALT: () => {
          const right = this.SUBRULE2(this.bound);
          return this.ACTION(() => this.unrelated(start, left, right));
        },
      },
      { ALT: () => (this.CONSUME(words.occurs), this.ACTION(() => this.occurs(start, left, false))) },
      { ALT: () => (this.CONSUME(words['not-occurs']), this.ACTION(() => this.occurs(start, left, true))) },
      ...absenceStates.map((state) => ({
        // `不适用 本级折算` is a clause of the head behind the expression.
        GATE: () => !absenceAnswers.has(this.token(2).tokenType),
        ALT: () => (this.CONSUME(words[state]), this.ACTION(() => this.absenceTest(start, left, state))),
      })),
      {
        ALT: () => {
          this.CONSUME(words.among);
          this.CONSUME(marks.leftParenthesis);
          const options = this.SUBRULE(this.names);
          this.CONSUME(marks.rightParenthesis);
          return this.node('among', start, { left, options }) satisfies AmongNode;
        },
      },
      { ALT: () => left },
    ]);
  });

  readonly relation: Rule<Said> = this.RULE('relation', () =>
    this.choose<Said>([
      { ALT: () => (this.CONSUME(words['at-least']), { relation: '>=', form: 'prefix' }) },
      { ALT: () => (this.CONSUME(words['at-most']), { relation: '<=', form: 'prefix' }) },
      { ALT: () => (this.CONSUME(words.above), { relation: '>', form: 'prefix' }) },
      { ALT: () => (this.CONSUME(words.below), { relation: '<', form: 'prefix' }) },
      { ALT: () => (this.CONSUME(marks.atLeast), { relation: '>=', form: 'symbol' }) },
      { ALT: () => (this.CONSUME(marks.atMost), { relation: '<=', form: 'symbol' }) },
      { ALT: () => (this.CONSUME(marks.above), { relation: '>', form: 'symbol' }) },
      { ALT: () => (this.CONSUME(marks.below), { relation: '<', form: 'symbol' }) },
      { ALT: () => (this.CONSUME(marks.equals), { relation: '=', form: 'symbol' }) },
      {
        ALT: () => {
          const colon = this.take(marks.colon);
          this.ACTION(() => this.reportSign(colon, '='));
          return { relation: '=', form: 'symbol' };
        },
      },
      { ALT: () => (this.CONSUME(marks.unequal), { relation: '!=', form: 'symbol' }) },
    ]),
  );

  /** `=`; a colon in its place is reported and taken for it. */
  readonly equals: Rule<void> = this.RULE('equals', () => {
    if (this.RECORDING_PHASE || !this.nextIs(marks.colon)) this.CONSUME(marks.equals);
    else this.skipSign('=');
  });

  /** `:`; an equals sign in its place is reported and taken for it. */
  readonly colon: Rule<void> = this.RULE('colon', () => {
    if (this.RECORDING_PHASE || !this.nextIs(marks.equals)) this.CONSUME(marks.colon);
    else this.skipSign(':');
  });

  private skipSign(correct: string): void {
    this.reportSign(this.token(1), correct);
    this.SKIP_TOKEN();
  }

  /** Reports a sign that stands for another one. */
  private reportSign(token: Token, correct: string): void {
    const span = { start: token.startOffset, end: token.end };
    const spaced = correct === '=' ? ' = ' : `${correct} `;
    const end = this.source.text.charAt(span.end) === ' ' ? span.end + 1 : span.end;
    const start = this.source.text.charAt(span.start - 1) === ' ' ? span.start - 1 : span.start;
    const fixes = [replace(start, end, spaced, `改为 \`${correct}\``, `Write \`${correct}\``, true)];
    this.report(signForSign.at(span, { written: token.image, correct }, { fixes }));
  }

  /** `以上`, `（不含）以下`, `以上（含）`, `至 80分` */
  readonly tail: Rule<Tail> = this.RULE('tail', () =>
    this.choose<Tail>([
      { ALT: () => (this.CONSUME(words.to), { high: this.SUBRULE(this.bound) }) },
      { ALT: () => this.SUBRULE(this.suffix) },
    ]),
  );

  readonly suffix: Rule<Said> = this.RULE('suffix', () => {
    const before = this.OPTION(() => this.SUBRULE(this.inclusion));
    const included = this.choose<Relation>([
      { ALT: () => (this.CONSUME(words['or-more']), '>=') },
      { ALT: () => (this.CONSUME(words['or-less']), '<=') },
      { ALT: () => (this.CONSUME(words.outside), '>') },
    ]);
    const after = this.OPTION2(() => this.SUBRULE2(this.inclusion));
    return this.ACTION<Said>(() => {
      const inclusive = after ?? before;
      const wide = included.startsWith('<') ? '<=' : '>=';
      const strict = included.startsWith('<') ? '<' : '>';
      return { relation: inclusive === undefined ? included : inclusive ? wide : strict, form: 'suffix' };
    });
  });

  /** `（含）`: true; `（不含）`: false */
  readonly inclusion: Rule<boolean> = this.RULE('inclusion', () => {
    this.CONSUME(marks.leftParenthesis);
    const inclusive = this.choose<boolean>([
      { ALT: () => (this.CONSUME(words.inclusive), true) },
      { ALT: () => (this.CONSUME(words.exclusive), false) },
    ]);
    this.CONSUME(marks.rightParenthesis);
    return inclusive;
  });

  /** Whether a figure comes next that is compared with nothing: `总分 100分`. */
  private isBareBound(): boolean {
    if (this.RECORDING_PHASE) return true;
    const unit = this.token(2).tokenType === marks.unit;
    return !tailStarts.has(this.token(unit ? 3 : 2).tokenType);
  }

  /** `总分 100分`: reported and taken for an equation. */
  private unrelated(start: number, left: ExpressionNode, right: Bound): ExpressionNode {
    const values = { left: this.textOf(left), right: this.textOf(right) };
    this.report(missingRelation.at({ start, end: this.behind() }, values));
    return this.node('compare', start, { relation: '=', left, right, form: 'symbol' });
  }

  /** The other bound of `80分以上 不满90分`. */
  readonly secondBound: Rule<{ readonly said: Said; readonly bound: Bound }> = this.RULE('secondBound', () =>
    this.choose([
      { ALT: () => ({ said: this.SUBRULE(this.relation), bound: this.SUBRULE(this.bound) }) },
      {
        ALT: () => {
          const bound = this.SUBRULE2(this.bound);
          return { said: this.SUBRULE(this.suffix), bound };
        },
      },
    ]),
  );

  /** `90-100分` where a band is due: reported and taken for `90至100分`. */
  protected bandMeant(condition: ExpressionNode): ExpressionNode {
    if (condition.kind !== 'arithmetic' || condition.operator !== '-') return condition;
    const { left: low, right: high, span } = condition;
    if (low.kind !== 'quantity' || high.kind !== 'quantity' || Number(low.digits) >= Number(high.digits))
      return condition;
    const written = this.textOf(condition);
    const [below, above] = [this.textOf(low), this.textOf(high)];
    const chinese = this.vocabulary === 'zh';
    const range = `${below}${chinese ? '至' : ' to '}${above}`;
    const whole = /^\d{1,9}$/u.test(low.digits) && low.over === null && high.unit === 'point' && Number(low.digits) > 0;
    const open = `${low.digits}${chinese ? '分以上' : ' points or more'}`;
    const gap = whole ? { gap: { figure: `${Number(low.digits) - 1}.5`, open } } : {};
    const fixes = [...(whole ? [open] : []), range].map((text) => writeInstead(span.start, span.end, text));
    this.report(rangeAsSubtraction.at(span, { written, range, ...gap }, { fixes }));
    return this.nodeTo('between', span, {
      left: null,
      low: withUnitOf(low, high),
      lowRelation: '>=',
      high,
      highRelation: '<=',
      form: 'range',
    });
  }

  private foldLogic(operands: readonly ExpressionNode[], operators: readonly ('and' | 'or')[]): ExpressionNode {
    const groups: ExpressionNode[][] = [[]];
    for (const [index, operand] of operands.entries()) {
      if (operators[index - 1] === 'or') groups.push([]);
      groups.at(-1)?.push(operand);
    }
    return this.chain(
      'or',
      groups.map((group) => this.chain('and', group)),
    );
  }

  private chain(operator: LogicNode['operator'], operands: readonly ExpressionNode[]): ExpressionNode {
    const [first, last] = [operands[0], operands.at(-1)];
    if (first === undefined || last === undefined || first === last) return first ?? this.hole(aFigure);
    return this.nodeTo('logic', coverSpans(first.span, last.span), { operator, operands });
  }

  /** `left` compared with a bound, or between two. */
  protected compare(
    start: number,
    left: ExpressionNode | null,
    said: Tail,
    bound: ExpressionNode,
    second: { readonly said: Said; readonly bound: Bound } | undefined,
  ): ExpressionNode {
    if ('high' in said) {
      if (!isLiteral(bound)) return this.hole(twoNumbers);
      const [low, high] = [withUnitOf(bound, said.high), said.high];
      return this.node('between', start, { left, low, lowRelation: '>=', high, highRelation: '<=', form: 'range' });
    }
    if (second === undefined || !isLiteral(bound)) {
      return this.node('compare', start, { relation: said.relation, left, right: bound, form: said.form });
    }
    const firstIsLow = said.relation === '>=' || said.relation === '>';
    const [lower, upper] = firstIsLow ? [said.relation, second.said.relation] : [second.said.relation, said.relation];
    const [low, high] = firstIsLow ? [bound, second.bound] : [second.bound, bound];
    if ((lower !== '>=' && lower !== '>') || (upper !== '<=' && upper !== '<')) {
      return this.hole({ zh: '一个下限和一个上限', en: 'one lower and one upper bound' });
    }
    return this.node('between', start, { left, low, lowRelation: lower, high, highRelation: upper, form: 'bounds' });
  }

  private absenceTest(start: number, left: ExpressionNode, state: AbsenceTestNode['state']): ExpressionNode {
    if (left.kind !== 'path') return this.hole({ zh: '数据或项目的名称', en: 'the name of a figure or an item' });
    return this.node('absence-test', start, { path: left, state });
  }

  private occurs(start: number, left: ExpressionNode, negative: boolean): ExpressionNode {
    if (left.kind !== 'path') return this.hole({ zh: '情形的名称', en: 'the name of a case' });
    return this.node('occurs', start, { path: left, negative });
  }
}

/** What may follow a bound: 至, 以上 and its kin, （含）. */
const tailStarts: ReadonlySet<unknown> = new Set([
  words.to,
  words['or-more'],
  words['or-less'],
  words.outside,
  marks.leftParenthesis,
]);

function isLiteral(node: ExpressionNode): node is Bound {
  return node.kind === 'quantity' || node.kind === 'date';
}
