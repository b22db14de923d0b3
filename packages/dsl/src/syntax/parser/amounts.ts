import type {
  AmountNode,
  ArithmeticNode,
  ByRowNode,
  ByTableNode,
  CallNode,
  DropNode,
  ExpressionNode,
  FullNode,
  InapplicableNode,
  NameNode,
  NoResultNode,
  ParenthesisNode,
  PathNode,
  PlacesNode,
  QuantityNode,
  StreakNode,
} from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import { coverSpans, type Span } from '../../source/span.ts';
import { amountRange, conditionOfWhich } from '../parse-mistakes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { callClauses, callFields, type CallClause } from './call-clauses.ts';
import { WordParser, withUnitOf } from './words.ts';

/** What a message says is due where an operand is. */
export const aFigure: Message = { zh: '数值或名称', en: 'a figure or a name' };
const anAmount: Message = { zh: '分值', en: 'an amount' };

/** Tokens with which a row of a table by value begins. */
const rowStarts = new Set([marks.name, words.otherwise]);

/** What may stand between the commas of a function. */
type CallPart =
  | ExpressionNode
  | PlacesNode
  | DropNode
  | CallClause
  | { readonly kind: 'condition'; readonly span: Span; readonly condition: ExpressionNode };

/** Arithmetic, amounts, and tables that choose by the value of a field. */
export abstract class AmountParser extends WordParser {
  /** A whole expression with its conditions: what stands in parentheses. */
  abstract readonly expression: Rule<ExpressionNode>;

  /** What stands behind the arguments of a function: `按 类别`. */
  abstract readonly callClause: Rule<CallClause>;

  /** Reports clauses that stand a second time, and gives those that count. */
  protected abstract once<Part extends { readonly kind: string; readonly span: Span }>(nodes: readonly Part[]): Part[];

  /** Sums and products; multiplication binds tighter. */
  readonly arithmetic: Rule<ExpressionNode> = this.RULE('arithmetic', () => {
    const operands = [this.SUBRULE(this.signed)];
    const operators: ArithmeticNode['operator'][] = [];
    this.MANY(() => {
      operators.push(
        this.choose<ArithmeticNode['operator']>([
          { ALT: () => (this.CONSUME(marks.plus), '+') },
          { ALT: () => (this.CONSUME(marks.minus), '-') },
          { ALT: () => (this.CONSUME(marks.times), '*') },
          { ALT: () => (this.CONSUME(marks.divide), '/') },
        ]),
      );
      this.countOperation();
      operands.push(this.SUBRULE2(this.signed));
    });
    return this.ACTION(() => this.foldArithmetic(operands, operators));
  });

  readonly signed: Rule<ExpressionNode> = this.RULE('signed', () => {
    const signs: number[] = [];
    this.MANY(() => {
      signs.push(this.here());
      this.CONSUME(marks.minus);
      this.countOperation();
    });
    const operand = this.SUBRULE(this.primary);
    return this.ACTION(() =>
      signs.reduceRight<ExpressionNode>(
        (inner, start) =>
          inner.kind === 'quantity' && !inner.negative
            ? { ...inner, span: { start, end: inner.span.end }, negative: true }
            : this.node('negate', start, { operand: inner }),
        operand,
      ),
    );
  });

  readonly primary: Rule<ExpressionNode> = this.RULE('primary', () => {
    const start = this.here();
    if (this.isReservedOperand()) return this.reservedPath();
    return this.prefer<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.quantity) },
      { ALT: () => this.SUBRULE(this.date) },
      { ALT: () => (this.CONSUME(words.yes), this.node('yes-no', start, { value: true })) },
      { ALT: () => (this.CONSUME(words.no), this.node('yes-no', start, { value: false })) },
      { ALT: () => this.SUBRULE(this.full) },
      { ALT: () => this.SUBRULE(this.noResult) },
      { ALT: () => this.SUBRULE(this.inapplicable) },
      { ALT: () => this.SUBRULE(this.byTable) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
      { ALT: () => this.SUBRULE(this.pathOrCall) },
      { ALT: () => this.hole(aFigure) },
    ]);
  });

  readonly pathOrCall: Rule<PathNode | CallNode> = this.RULE('pathOrCall', () => {
    const start = this.here();
    const path = this.SUBRULE(this.path);
    const call = this.OPTION({
      GATE: () => this.token(2).tokenType !== words.inclusive && this.token(2).tokenType !== words.exclusive,
      DEF: () => {
        this.CONSUME(marks.leftParenthesis);
        this.countOperation();
        const parts: CallPart[] = [];
        this.MANY_SEP({ SEP: marks.comma, DEF: () => parts.push(this.SUBRULE(this.callPart)) });
        this.CONSUME(marks.rightParenthesis);
        return this.ACTION(() => this.call(start, path, parts));
      },
    });
    return call ?? path;
  });

  /** An argument, a condition on the argument before it, or which of the values count. */
  readonly callPart: Rule<CallPart> = this.RULE('callPart', () => {
    const start = this.here();
    return this.prefer<CallPart>([
      { GATE: () => this.callClauseAhead(), ALT: () => this.SUBRULE(this.callClause) },
      { GATE: () => this.placesAhead(2), ALT: () => this.SUBRULE(this.drop) },
      { GATE: () => this.placesAhead(1), ALT: () => this.SUBRULE(this.places) },
      {
        ALT: () => {
          this.CONSUME(words.when);
          const condition = this.SUBRULE(this.expression);
          return this.ACTION<CallPart>(() => ({ kind: 'condition', span: { start, end: this.behind() }, condition }));
        },
      },
      {
        ALT: () => {
          const value = this.SUBRULE2(this.expression);
          const condition = this.OPTION(() => (this.CONSUME2(words.when), this.SUBRULE3(this.expression)));
          return condition === undefined ? value : this.node('filtered', start, { value, condition });
        },
      },
      { ALT: () => this.hole(aFigure) },
    ]);
  });

  /** `最高5项`, `最低1个`, `最高5项以外`; in English `outside highest 5 items`. */
  readonly places: Rule<PlacesNode> = this.RULE('places', () => {
    const start = this.here();
    const before = this.OPTION(() => this.CONSUME(words.outside)) !== undefined;
    const end = this.choose<PlacesNode['end']>([
      { ALT: () => (this.CONSUME(words.highest), 'highest') },
      { ALT: () => (this.CONSUME(words.lowest), 'lowest') },
    ]);
    const count = this.SUBRULE(this.quantity);
    const behind = this.OPTION2(() => this.CONSUME2(words.outside)) !== undefined;
    return this.node('places', start, { end, count, rest: before || behind });
  });

  /** `去掉 最高1个、最低1个 当 个数（评分） 多于5个` */
  readonly drop: Rule<DropNode> = this.RULE('drop', () => {
    const start = this.here();
    this.CONSUME(words.drop);
    const places = [this.SUBRULE(this.places)];
    this.MANY({
      GATE: () => this.nextIs(marks.comma) && this.placesAhead(2),
      DEF: () => {
        this.CONSUME(marks.comma);
        places.push(this.SUBRULE2(this.places));
      },
    });
    const condition = this.OPTION(() => (this.CONSUME(words.when), this.SUBRULE(this.expression))) ?? null;
    return this.node('drop', start, { places, condition });
  });

  /** Whether `最高5项` stands `ahead` tokens on. */
  private placesAhead(ahead: number): boolean {
    const at = this.token(ahead).tokenType === words.outside ? ahead + 1 : ahead;
    const { tokenType } = this.token(at);
    return (tokenType === words.highest || tokenType === words.lowest) && this.token(at + 1).tokenType === marks.number;
  }

  readonly parenthesis: Rule<ParenthesisNode> = this.RULE('parenthesis', () => {
    const start = this.here();
    this.CONSUME(marks.leftParenthesis);
    this.countOperation();
    const inner = this.SUBRULE(this.expression);
    this.CONSUME(marks.rightParenthesis);
    return this.node('parenthesis', start, { inner });
  });

  readonly full: Rule<FullNode> = this.RULE('full', () => {
    const start = this.here();
    this.CONSUME(words['full-marks']);
    return this.node('full', start, {});
  });

  readonly inapplicable: Rule<InapplicableNode> = this.RULE('inapplicable', () => {
    const start = this.here();
    this.CONSUME(words['not-applicable']);
    return this.node('inapplicable', start, {});
  });

  readonly noResult: Rule<NoResultNode> = this.RULE('noResult', () => {
    const start = this.here();
    this.CONSUME(words['no-result']);
    return this.node('no-result', start, {});
  });

  readonly amount: Rule<AmountNode> = this.RULE('amount', () =>
    this.prefer<AmountNode>([
      { ALT: () => this.SUBRULE(this.fixedAmount) },
      { ALT: () => this.SUBRULE(this.date) },
      { ALT: () => this.SUBRULE(this.full) },
      { ALT: () => this.SUBRULE(this.noResult) },
      { ALT: () => this.SUBRULE(this.inapplicable) },
      { ALT: () => this.SUBRULE(this.byTable) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
      { ALT: () => this.SUBRULE(this.path) },
      { ALT: () => this.hole(anAmount) },
    ]),
  );

  /** A number where an amount is due. A range there is reported: `扣1-3分` leaves open how much. */
  readonly fixedAmount: Rule<QuantityNode> = this.RULE('fixedAmount', () => {
    const start = this.here();
    const amount = this.SUBRULE(this.literal);
    const high = this.OPTION({
      GATE: () => this.token(2).tokenType === marks.number,
      DEF: () => {
        this.choose<void>([{ ALT: () => void this.CONSUME(words.to) }, { ALT: () => void this.CONSUME(marks.minus) }]);
        return this.SUBRULE(this.quantity);
      },
    });
    return this.ACTION(() => {
      if (high === undefined) return amount;
      const span = { start, end: this.behind() };
      this.report(amountRange.at(span, { written: this.source.text.slice(start, span.end) }));
      return withUnitOf(amount, high);
    });
  });

  /** `按 自评等次 { 优秀 100%  良好 85%  其余 0% }` */
  readonly byTable: Rule<ByTableNode> = this.RULE('byTable', () => {
    const start = this.here();
    this.CONSUME(words.by);
    const key = this.SUBRULE(this.pathOrHole);
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.byRow),
      starts: rowStarts,
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.byRow) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('by-table', start, { key, rows });
  });

  readonly byRow: Rule<ByRowNode> = this.RULE('byRow', () => {
    const start = this.here();
    const options = this.prefer<NameNode[]>([
      { ALT: () => (this.CONSUME(words.otherwise), []) },
      { ALT: () => this.SUBRULE(this.names) },
    ]);
    this.OPTION(() => this.CONSUME(words.earn));
    const value = this.SUBRULE(this.amount);
    return this.node('by-row', start, { options, value });
  });

  /** `连续2年 不合格 缺年 跳过` */
  readonly streak: Rule<StreakNode> = this.RULE('streak', () => {
    const start = this.here();
    this.CONSUME(words.consecutive);
    const years = this.SUBRULE(this.quantity);
    const grades = this.SUBRULE(this.names);
    const missing = this.OPTION({
      GATE: () => this.nextIs(words['missing-year']) || this.token(2).tokenType === words['missing-year'],
      DEF: () => {
        this.OPTION2(() => this.CONSUME(marks.comma));
        this.CONSUME(words['missing-year']);
        return this.choose<'breaks' | 'skips'>([
          { ALT: () => (this.CONSUME(words.breaks), 'breaks') },
          { ALT: () => (this.CONSUME(words.skips), 'skips') },
        ]);
      },
    });
    return this.node('streak', start, { years, grades, missing: missing ?? null });
  });

  /** Rows of small tables may be parted by semicolons, commas or nothing. */
  protected readonly tableSeparators = new Set([marks.semicolon, marks.comma]);

  /** Reports the next token as no beginning of a table's row. */
  protected unknownRow(): null {
    this.reportExpected({ zh: '表中的一行', en: 'a row of the table' });
    return null;
  }

  private foldArithmetic(
    operands: readonly ExpressionNode[],
    operators: readonly ArithmeticNode['operator'][],
  ): ExpressionNode {
    const [first, ...others] = operands;
    if (first === undefined) return this.hole(aFigure);
    let sum: ExpressionNode | null = null;
    let pending: '+' | '-' = '+';
    let product = first;
    const join = (
      left: ExpressionNode | null,
      operator: ArithmeticNode['operator'],
      right: ExpressionNode,
    ): ExpressionNode =>
      left === null ? right : this.nodeTo('arithmetic', coverSpans(left.span, right.span), { operator, left, right });
    for (const [index, operand] of others.entries()) {
      const operator = operators[index] ?? '+';
      if (operator === '*' || operator === '/') {
        product = join(product, operator, operand);
      } else {
        sum = join(sum, pending, product);
        pending = operator;
        product = operand;
      }
    }
    return join(sum, pending, product);
  }

  /** Whether a clause of a function begins here. `按 类别 { … }` is a value and no clause. */
  private callClauseAhead(): boolean {
    if (!this.nextIs(words.by)) return callClauses.has(this.token(1).tokenType);
    let behind = 2;
    while (this.token(behind).tokenType === marks.dot || this.isName(this.token(behind))) behind++;
    return this.token(behind).tokenType !== marks.leftBrace;
  }

  private call(start: number, path: PathNode, parts: readonly CallPart[]): CallNode | PathNode {
    const [name] = path.names;
    if (path.names.length === 1 && name?.kind === 'name') {
      const selection = parts.filter((part) => part.kind === 'places' || part.kind === 'drop');
      const clauses = this.once(parts.filter((part) => 'fields' in part));
      const values = parts.some(isValue) ? this.callArguments(parts) : [];
      const conditions = values.length > 0 ? [] : parts.filter((part) => part.kind === 'condition');
      for (const { span } of conditions.slice(1))
        this.report(conditionOfWhich.at(span, { written: this.source.text.slice(span.start, span.end) }));
      const where = conditions[0]?.condition ?? null;
      return this.node('call', start, { function: name, arguments: values, selection, where, ...callFields(clauses) });
    }
    this.reportExpected({ zh: '函数名', en: 'the name of a function' });
    return path;
  }

  /** `合计（论文·分，当 …）`: behind a comma the condition is that of the one argument; of several it could be any. */
  private callArguments(parts: readonly CallPart[]): ExpressionNode[] {
    const values: ExpressionNode[] = [];
    for (const part of parts) {
      if (part.kind !== 'condition' && !isValue(part)) continue;
      if (part.kind !== 'condition') {
        values.push(part);
        continue;
      }
      const value = values.at(-1);
      if (value === undefined || values.length > 1 || value.kind === 'filtered')
        this.report(
          conditionOfWhich.at(part.span, { written: this.source.text.slice(part.span.start, part.span.end) }),
        );
      else {
        const span = { start: value.span.start, end: part.span.end };
        values[0] = this.nodeTo('filtered', span, { value, condition: part.condition });
      }
    }
    return values;
  }
}

function isValue(part: CallPart): part is ExpressionNode {
  return part.kind !== 'places' && part.kind !== 'drop' && part.kind !== 'condition' && !('fields' in part);
}
