/** Makers of operations. They leave out what plainly does nothing (a sum of one, a factor of 1), for readability only. */
import { add, equal as same, multiply, negate, one, rational, zero, type Rational } from '@assess/runtime';
import type { BagPart, NumberExpression, RoundOperation, TruthExpression } from '../ir.ts';

export function constant(value: Rational): NumberExpression {
  return { op: 'constant', value };
}

export function whole(value: number): NumberExpression {
  return constant(rational(BigInt(value)));
}

export const nothing: NumberExpression = constant(zero);
export const unit: NumberExpression = constant(one);
export const always: TruthExpression = { op: 'truth', value: true };
export const never: TruthExpression = { op: 'truth', value: false };

/** Sums within sums become one; constants are added up. */
export function sum(operands: readonly NumberExpression[]): NumberExpression {
  return chain('sum', operands, zero, add);
}

/** Products within products become one; constants are multiplied. */
export function product(operands: readonly NumberExpression[]): NumberExpression {
  return chain('product', operands, one, multiply);
}

function chain(
  op: 'sum' | 'product',
  operands: readonly NumberExpression[],
  neutral: Rational,
  combine: (left: Rational, right: Rational) => Rational,
): NumberExpression {
  const flat = operands.flatMap((operand) => (operand.op === op ? operand.operands : [operand]));
  const constants = flat.flatMap((operand) => (operand.op === 'constant' ? [operand.value] : []));
  const others = flat.filter((operand) => operand.op !== 'constant');
  const folded = constants.reduce(combine, neutral);
  const all = same(folded, neutral)
    ? others
    : op === 'sum'
      ? [...others, constant(folded)]
      : [constant(folded), ...others];
  const [first = constant(neutral)] = all;
  return all.length < 2 ? first : { op, operands: all };
}

export function negative(operand: NumberExpression): NumberExpression {
  return operand.op === 'constant' ? constant(negate(operand.value)) : product([whole(-1), operand]);
}

export function difference(left: NumberExpression, right: NumberExpression): NumberExpression {
  return sum([left, negative(right)]);
}

/** A constant divisor becomes a factor. The caller has seen to it that the divisor is not zero. */
export function quotient(dividend: NumberExpression, divisor: NumberExpression): NumberExpression {
  if (divisor.op === 'constant' && divisor.value.numerator !== 0n) {
    const { numerator, denominator } = divisor.value;
    if (dividend.op === 'constant' || numerator === denominator)
      return product([constant(rational(denominator, numerator)), dividend]);
  }
  return { op: 'quotient', dividend, divisor };
}

export function least(operands: readonly NumberExpression[]): NumberExpression {
  const [first] = operands;
  return first !== undefined && operands.length === 1 ? first : { op: 'least', operands };
}

export function greatest(operands: readonly NumberExpression[]): NumberExpression {
  const [first] = operands;
  return first !== undefined && operands.length === 1 ? first : { op: 'greatest', operands };
}

export function rounded(
  operand: NumberExpression,
  { decimals, mode }: Pick<RoundOperation, 'decimals' | 'mode'>,
): NumberExpression {
  return { op: 'round', operand, decimals, mode };
}

/** The number of entries of a list, or of those for which a condition holds. */
export function countOf(list: number, where: TruthExpression | null = null): NumberExpression {
  return { op: 'sum-ranked', bag: [{ kind: 'entries', list, where, value: unit }], from: null, to: null };
}

/** The greatest value of a bag; 0 of none. */
export function greatestOf(bag: readonly BagPart[]): NumberExpression {
  return { op: 'sum-ranked', bag, from: null, to: unit };
}

/** `consequent` where the condition holds, else `alternative`. */
export function when(
  condition: TruthExpression,
  consequent: NumberExpression,
  alternative: NumberExpression,
): NumberExpression {
  if (condition.op === 'truth') return condition.value ? consequent : alternative;
  return { op: 'if', condition, consequent, alternative };
}

export function and(operands: readonly TruthExpression[]): TruthExpression {
  const open = operands.filter((operand) => operand.op !== 'truth' || !operand.value);
  const [first = always] = open;
  return open.length < 2 ? first : { op: 'and', operands: open };
}

export function or(operands: readonly TruthExpression[]): TruthExpression {
  const open = operands.filter((operand) => operand.op !== 'truth' || operand.value);
  const [first = never] = open;
  return open.length < 2 ? first : { op: 'or', operands: open };
}

export function not(operand: TruthExpression): TruthExpression {
  if (operand.op === 'truth') return operand.value ? never : always;
  return operand.op === 'not' ? operand.operand : { op: 'not', operand };
}

export function less(left: NumberExpression, right: NumberExpression): TruthExpression {
  return { op: 'less', left, right };
}

export function atMost(left: NumberExpression, right: NumberExpression): TruthExpression {
  return { op: 'less-or-equal', left, right };
}

export function equal(left: NumberExpression, right: NumberExpression): TruthExpression {
  return { op: 'equal', left, right };
}

export function atLeast(left: NumberExpression, right: NumberExpression): TruthExpression {
  return atMost(right, left);
}

export function positive(operand: NumberExpression): TruthExpression {
  return less(nothing, operand);
}
