import type { Expression, NumberExpression } from './ir.ts';

/** What the value of an operation is: a number or a truth value. */
export type ValueType = 'number' | 'truth';

interface Shape {
  readonly value: ValueType;
  /** What its operands are; no operation mixes them except `if`, whose first operand is its condition. */
  readonly operands: ValueType;
}

const shapes: Readonly<Record<Expression['op'], Shape>> = {
  constant: { value: 'number', operands: 'number' },
  input: { value: 'number', operands: 'number' },
  step: { value: 'number', operands: 'number' },
  sum: { value: 'number', operands: 'number' },
  product: { value: 'number', operands: 'number' },
  quotient: { value: 'number', operands: 'number' },
  least: { value: 'number', operands: 'number' },
  greatest: { value: 'number', operands: 'number' },
  round: { value: 'number', operands: 'number' },
  if: { value: 'number', operands: 'number' },
  'count-events': { value: 'number', operands: 'number' },
  'highest-per-key': { value: 'number', operands: 'number' },
  cohort: { value: 'number', operands: 'number' },
  truth: { value: 'truth', operands: 'truth' },
  'truth-step': { value: 'truth', operands: 'truth' },
  present: { value: 'truth', operands: 'truth' },
  less: { value: 'truth', operands: 'number' },
  'less-or-equal': { value: 'truth', operands: 'number' },
  equal: { value: 'truth', operands: 'number' },
  and: { value: 'truth', operands: 'truth' },
  or: { value: 'truth', operands: 'truth' },
  not: { value: 'truth', operands: 'truth' },
};

/** Whether an operation gives a number or a truth value. */
export function valueTypeOf(expression: Expression): ValueType {
  return shapes[expression.op].value;
}

/** Tells numbers from truth values. */
export function isNumber(expression: Expression): expression is NumberExpression {
  return valueTypeOf(expression) === 'number';
}

/** What the operand at `index` of `operandsOf` must be. */
export function operandTypeOf(expression: Expression, index: number): ValueType {
  return expression.op === 'if' && index === 0 ? 'truth' : shapes[expression.op].operands;
}

/** The operands of an operation, in the order in which they are written. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'constant':
    case 'input':
    case 'step':
    case 'count-events':
    case 'cohort':
    case 'truth':
    case 'truth-step':
    case 'present':
      return [];
    case 'sum':
    case 'product':
    case 'least':
    case 'greatest':
    case 'and':
    case 'or':
      return expression.operands;
    case 'quotient':
      return [expression.dividend, expression.divisor];
    case 'less':
    case 'less-or-equal':
    case 'equal':
      return [expression.left, expression.right];
    case 'round':
    case 'not':
      return [expression.operand];
    case 'if':
      return [expression.condition, expression.consequent, expression.alternative];
    case 'highest-per-key':
      return expression.lists.map((list) => list.points);
  }
}
