import { parseRational, type RoundingMode } from '@assess/runtime';
import type { BagPart, Expression, GroupKey, NumberExpression, NumberIfOperation, TruthExpression } from './ir.ts';
import { array, boolean, object, ProgramFormatError, string, wholeNumber } from './json-shape.ts';
import { isNumber } from './operands.ts';

type Fields = Readonly<Record<string, unknown>>;

const groupParts: readonly GroupKey['part'][] = ['value', 'day', 'week', 'month', 'quarter', 'half-year', 'year'];
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
  if: choice,
  'sum-ranked': ({ bag, from, to }) => ({
    op: 'sum-ranked',
    bag: array(bag, 'bag').map(bagPart),
    from: optional(from, number),
    to: optional(to, number),
  }),
  'sum-per-group': ({ lists, key, value }) => ({
    op: 'sum-per-group',
    lists: array(lists, 'lists').map((each) => {
      const { list, where } = object(each, 'list');
      return { list: wholeNumber(list, 'list'), where: optional(where, truth) };
    }),
    key: array(key, 'key').map(groupKey),
    value: number(value),
  }),
  cohort: ({ figure }) => ({ op: 'cohort', figure: wholeNumber(figure, 'figure') }),
  field: (fields) => ({ op: 'field', ...entryField(fields) }),
  truth: ({ value }) => ({ op: 'truth', value: boolean(value, 'truth') }),
  'truth-step': ({ step }) => ({ op: 'truth-step', step: wholeNumber(step, 'step') }),
  'field-present': (fields) => ({ op: 'field-present', ...entryField(fields) }),
  'field-is-subject': (fields) => ({ op: 'field-is-subject', ...entryField(fields) }),
  'not-applicable': ({ input }) => ({ op: 'not-applicable', input: wholeNumber(input, 'input') }),
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

/** The rows of an `if` stand side by side; see `encodeProgram`. */
function choice({ rows, alternative }: Fields): NumberIfOperation {
  const choices = array(rows, 'rows').map((each) => {
    const row = object(each, 'row');
    return { condition: truth(row['condition']), consequent: number(row['consequent']) };
  });
  const chain = choices.reduceRight<NumberExpression>(
    (rest, row) => ({ op: 'if', ...row, alternative: rest }),
    number(alternative),
  );
  if (chain.op !== 'if') throw new ProgramFormatError('an if without rows');
  return chain;
}

function bagPart(value: unknown): BagPart {
  const part = object(value, 'part of a bag');
  const inside = { where: optional(part['where'], truth), value: number(part['value']) };
  const kind = string(part['kind'], 'kind');
  if (kind === 'single') return { kind, ...inside };
  if (kind === 'entries') return { kind, list: wholeNumber(part['list'], 'list'), ...inside };
  throw new ProgramFormatError(`there is no part of a bag ${kind}`);
}

function groupKey(value: unknown): GroupKey {
  const key = object(value, 'key');
  const wanted = string(key['part'], 'part');
  const part = groupParts.find((each) => each === wanted);
  if (part === undefined) throw new ProgramFormatError(`there is no part ${wanted}`);
  return { field: string(key['field'], 'field'), part };
}

function entryField({ list, field }: Fields): { readonly list: number; readonly field: string } {
  return { list: wholeNumber(list, 'list'), field: string(field, 'field') };
}

function optional<Value>(value: unknown, decode: (value: unknown) => Value): Value | null {
  return value === null ? null : decode(value);
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
