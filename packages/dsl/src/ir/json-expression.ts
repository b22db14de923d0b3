import { parseRational, type RoundingMode } from '@assess/runtime';
import type { Expression, NumberExpression, TruthExpression } from './ir.ts';
import { array, boolean, object, ProgramFormatError, string, wholeNumber } from './json-shape.ts';
import { isNumber } from './operands.ts';

type Fields = Readonly<Record<string, unknown>>;

const roundingModes: readonly RoundingMode[] = ['half-up', 'half-even', 'down', 'up'];

/** One member per operation, so that a new operation does not compile until it can be read back. */
const decoders: { readonly [Op in Expression['op']]: (fields: Fields) => Extract<Expression, { op: Op }> } = {
  constant: ({ value }) => ({ op: 'constant', value: rational(string(value, 'constant')) }),
  input: ({ input }) => ({ op: 'input', input: wholeNumber(input, 'input') }),
  step: ({ step }) => ({ op: 'step', step: wholeNumber(step, 'step') }),
  sum: ({ operands }) => ({ op: 'sum', operands: numbers(operands) }),
  product: ({ operands }) => ({ op: 'product', operands: numbers(operands) }),
  quotient: ({ dividend, divisor }) => ({ op: 'quotient', dividend: number(dividend), divisor: number(divisor) }),
  least: ({ operands }) => ({ op: 'least', operands: numbers(operands) }),
  greatest: ({ operands }) => ({ op: 'greatest', operands: numbers(operands) }),
  round: ({ operand, decimals, mode }) => ({
    op: 'round',
    operand: number(operand),
    decimals: wholeNumber(decimals, 'decimals'),
    mode: roundingMode(string(mode, 'rounding mode')),
  }),
  if: ({ condition, consequent, alternative }) => ({
    op: 'if',
    condition: truth(condition),
    consequent: number(consequent),
    alternative: number(alternative),
  }),
  'count-events': ({ input }) => ({ op: 'count-events', input: wholeNumber(input, 'input') }),
  'highest-per-key': ({ lists, key }) => ({
    op: 'highest-per-key',
    lists: array(lists, 'lists').map((each) => {
      const list = object(each, 'list');
      return { input: wholeNumber(list['input'], 'input'), points: number(list['points']) };
    }),
    key: array(key, 'key').map((field) => string(field, 'key')),
  }),
  cohort: ({ figure }) => ({ op: 'cohort', figure: wholeNumber(figure, 'figure') }),
  truth: ({ value }) => ({ op: 'truth', value: boolean(value, 'truth') }),
  'truth-step': ({ step }) => ({ op: 'truth-step', step: wholeNumber(step, 'step') }),
  present: ({ input }) => ({ op: 'present', input: wholeNumber(input, 'input') }),
  less: ({ left, right }) => ({ op: 'less', left: number(left), right: number(right) }),
  'less-or-equal': ({ left, right }) => ({ op: 'less-or-equal', left: number(left), right: number(right) }),
  equal: ({ left, right }) => ({ op: 'equal', left: number(left), right: number(right) }),
  and: ({ operands }) => ({ op: 'and', operands: truths(operands) }),
  or: ({ operands }) => ({ op: 'or', operands: truths(operands) }),
  not: ({ operand }) => ({ op: 'not', operand: truth(operand) }),
};

const decoderOf = new Map<string, (fields: Fields) => Expression>(Object.entries(decoders));

/** Throws a `ProgramFormatError` for anything that is no expression of the kernel. */
export function decodeExpression(value: unknown): Expression {
  const fields = object(value, 'expression');
  const op = string(fields['op'], 'operation');
  const decode = decoderOf.get(op);
  if (decode === undefined) throw new ProgramFormatError(`there is no operation ${op}`);
  return decode(fields);
}

function number(value: unknown): NumberExpression {
  const expression = decodeExpression(value);
  if (!isNumber(expression)) throw new ProgramFormatError(`${expression.op} is no number`);
  return expression;
}

function truth(value: unknown): TruthExpression {
  const expression = decodeExpression(value);
  if (isNumber(expression)) throw new ProgramFormatError(`${expression.op} is no truth value`);
  return expression;
}

function numbers(value: unknown): NumberExpression[] {
  return array(value, 'operands').map(number);
}

function truths(value: unknown): TruthExpression[] {
  return array(value, 'operands').map(truth);
}

function rational(text: string): { numerator: bigint; denominator: bigint } {
  const value = parseRational(text);
  if (value === null) throw new ProgramFormatError(`${text} is not an exact number`);
  return value;
}

function roundingMode(text: string): RoundingMode {
  const mode = roundingModes.find((each) => each === text);
  if (mode === undefined) throw new ProgramFormatError(`there is no rounding mode ${text}`);
  return mode;
}
