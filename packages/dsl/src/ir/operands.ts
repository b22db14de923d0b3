import type { BagPart, Expression, NumberExpression, SumPerGroupOperation, SumRankedOperation } from './ir.ts';

/** What the value of an operation is: a number or a truth value. */
export type ValueType = 'number' | 'truth';

interface Shape {
  readonly value: ValueType;
  /** What its operands are; `placedOperandsOf` names the exceptions. */
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
  cohort: { value: 'number', operands: 'number' },
  'sum-ranked': { value: 'number', operands: 'number' },
  'sum-per-group': { value: 'number', operands: 'number' },
  field: { value: 'number', operands: 'number' },
  truth: { value: 'truth', operands: 'truth' },
  'truth-step': { value: 'truth', operands: 'truth' },
  'not-applicable': { value: 'truth', operands: 'truth' },
  present: { value: 'truth', operands: 'truth' },
  'field-present': { value: 'truth', operands: 'truth' },
  'field-is-subject': { value: 'truth', operands: 'truth' },
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

/** An operand with what it must be. */
export interface PlacedOperand {
  readonly operand: Expression;
  readonly type: ValueType;
  /** The list whose current entry it can read, besides those of the operations around; null for no other. */
  readonly entryOf: number | null;
}

/** The operands of an operation with their places, in the order in which they are written. */
export function placedOperandsOf(expression: Expression): readonly PlacedOperand[] {
  switch (expression.op) {
    case 'sum-ranked':
      return ofBag(expression);
    case 'sum-per-group':
      return ofGroups(expression);
    case 'if':
      return [
        plain(expression.condition, 'truth'),
        plain(expression.consequent, 'number'),
        plain(expression.alternative, 'number'),
      ];
    default: {
      const { operands } = shapes[expression.op];
      return operandsOf(expression).map((operand) => plain(operand, operands));
    }
  }
}

/** The operands of an operation, in the order in which they are written. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'constant':
    case 'input':
    case 'step':
    case 'cohort':
    case 'field':
    case 'truth':
    case 'truth-step':
    case 'present':
    case 'not-applicable':
    case 'field-present':
    case 'field-is-subject':
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
    case 'sum-ranked':
    case 'sum-per-group':
      return placedOperandsOf(expression).map(({ operand }) => operand);
  }
}

function ofBag({ bag, from, to }: SumRankedOperation): readonly PlacedOperand[] {
  return [...bag.flatMap(ofPart), ...maybe(from, 'number', null), ...maybe(to, 'number', null)];
}

function ofPart(part: BagPart): readonly PlacedOperand[] {
  const entryOf = part.kind === 'entries' ? part.list : null;
  return [...maybe(part.where, 'truth', entryOf), { operand: part.value, type: 'number', entryOf }];
}

function ofGroups({ lists, value }: SumPerGroupOperation): readonly PlacedOperand[] {
  return [...lists.flatMap(({ list, where }) => maybe(where, 'truth', list)), plain(value, 'number')];
}

function maybe(operand: Expression | null, type: ValueType, entryOf: number | null): readonly PlacedOperand[] {
  return operand === null ? [] : [{ operand, type, entryOf }];
}

function plain(operand: Expression, type: ValueType): PlacedOperand {
  return { operand, type, entryOf: null };
}
