import { add, compare, divide, multiply, one, round, zero, type Rational, type StepValue } from '@assess/runtime';
import type { Expression, NumberExpression, TruthExpression } from '../ir/ir.ts';
import { isNumber } from '../ir/operands.ts';
import type { Known } from './known.ts';
import { entryAt, sumPerGroup, sumRanked } from './lists.ts';
import type { RecordedInput } from './read-record.ts';

/** The value of an expression. Throws an Error only for a program that `verify` would refuse or that divides by zero. */
export function evaluate(expression: Expression, known: Known): StepValue {
  return isNumber(expression) ? evaluateNumber(expression, known) : evaluateTruth(expression, known);
}

function evaluateNumber(whole: NumberExpression, known: Known): Rational {
  let expression = whole;
  // A loop and not a call: the alternatives of a long table are as deep as the table is long.
  while (expression.op === 'if') {
    expression = evaluateTruth(expression.condition, known) ? expression.consequent : expression.alternative;
  }
  const valueOf = (operand: NumberExpression): Rational => evaluateNumber(operand, known);
  switch (expression.op) {
    case 'constant':
      return expression.value;
    case 'input':
      return figure(known.inputs[expression.input]);
    case 'step': {
      const value = known.steps[expression.step];
      if (value === undefined || typeof value === 'boolean') throw new Error(`step ${expression.step} has no number`);
      return value;
    }
    case 'sum':
      return expression.operands.map(valueOf).reduce(add, zero);
    case 'product':
      return expression.operands.map(valueOf).reduce(multiply, one);
    case 'quotient':
      return divide(valueOf(expression.dividend), valueOf(expression.divisor));
    case 'least':
      return expression.operands.map(valueOf).reduce((a, b) => (compare(b, a) < 0 ? b : a));
    case 'greatest':
      return expression.operands.map(valueOf).reduce((a, b) => (compare(b, a) > 0 ? b : a));
    case 'round':
      return round(valueOf(expression.operand), expression.decimals, expression.mode);
    case 'cohort':
      return known.figure(expression.figure);
    case 'sum-ranked':
      return sumRanked(expression, known, evaluation);
    case 'sum-per-group':
      return sumPerGroup(expression, known, evaluation);
    case 'field': {
      const value = entryAt(expression.list, known).get(expression.field);
      if (value === undefined || typeof value === 'string') throw new Error('reads a field that is not there');
      return value;
    }
  }
}

function evaluateTruth(expression: TruthExpression, known: Known): boolean {
  const order = (left: NumberExpression, right: NumberExpression): number =>
    compare(evaluateNumber(left, known), evaluateNumber(right, known));
  switch (expression.op) {
    case 'truth':
      return expression.value;
    case 'truth-step': {
      const value = known.steps[expression.step];
      if (typeof value !== 'boolean') throw new Error(`step ${expression.step} has no truth value`);
      return value;
    }
    case 'not-applicable':
      return known.inputs[expression.input]?.notApplicable === true;
    case 'present':
      return known.inputs[expression.input]?.present === true;
    case 'field-present':
      return entryAt(expression.list, known).has(expression.field);
    case 'field-is-subject':
      return entryAt(expression.list, known).get(expression.field) === known.subject;
    case 'less':
      return order(expression.left, expression.right) < 0;
    case 'less-or-equal':
      return order(expression.left, expression.right) <= 0;
    case 'equal':
      return order(expression.left, expression.right) === 0;
    case 'and':
      return expression.operands.every((operand) => evaluateTruth(operand, known));
    case 'or':
      return expression.operands.some((operand) => evaluateTruth(operand, known));
    case 'not':
      return !evaluateTruth(expression.operand, known);
  }
}

const evaluation = { number: evaluateNumber, truth: evaluateTruth };

function figure(input: RecordedInput | undefined): Rational {
  if (input === undefined || input.figure === null) throw new Error('reads a figure that is not there');
  return input.figure;
}
