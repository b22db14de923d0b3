/** Values worth trying for an input: the ends of its range, the bounds that the policy compares it with, and their neighbours. */
import {
  add,
  compare,
  divide,
  formatDate,
  formatExact,
  multiply,
  parseIsoDate,
  parseRational,
  rational,
  round,
  subtract,
  toInteger,
  zero,
  type InputSpec,
  type ListEntry,
  type ListInputType,
  type Rational,
  type RecordValue,
  type ScalarInputType,
  type ScalarValue,
} from '@assess/runtime';
import { isNumber, operandsOf } from '../ir/operands.ts';
import type { Expression, NumberExpression, Program } from '../ir/ir.ts';

/** What no figure is: cases, what a meeting decided, the grades of earlier years. They stay absent. */
function isSettled({ role }: InputSpec): boolean {
  return role === 'case' || role === 'decision' || role === 'history' || role === 'evidence';
}

/**
 * For every input the values worth trying, without duplicates, from the low end to the high one; absent (null) first where the
 * input can be. A case is not tried: it stays absent.
 */
export function candidatesOf(program: Program, year: number): readonly (readonly RecordValue[])[] {
  const bounds = boundsOf(program);
  return program.manifest.inputs.map((input, index) => {
    const absent: RecordValue[] = input.absent === 'refuse' ? [] : [null];
    return isSettled(input) ? absent : [...absent, ...valuesOf(input, bounds.get(index) ?? [], year)];
  });
}

function valuesOf({ type }: InputSpec, bounds: readonly Rational[], year: number): readonly RecordValue[] {
  return type.kind === 'list' ? listsOf(type, year) : scalarsOf(type, bounds, year);
}

/** No entry, if that is allowed; and as few equal entries as there can be, their fields at the low or the high ends. */
function listsOf({ fields, least }: ListInputType, year: number): readonly RecordValue[] {
  const ends = fields.map(({ name, type }) => {
    const values = scalarsOf(type, [], year);
    return { name, low: values[0] ?? null, high: values.at(-1) ?? null };
  });
  const entry = (isHigh: (place: number) => boolean): ListEntry =>
    Object.fromEntries(ends.map(({ name, low, high }, place) => [name, isHigh(place) ? high : low]));
  const apart = [...ends.keys()].slice(0, mostFieldsApart);
  const entries = [
    entry(() => false),
    ...apart.map((one) => entry((place) => place === one)),
    ...apart.map((one) => entry((place) => place !== one)),
    entry(() => true),
  ];
  const some = entries.map((each) => Array.from({ length: Math.max(1, least) }, () => each));
  return least === 0 ? [[], ...some] : some;
}

function scalarsOf(type: ScalarInputType, bounds: readonly Rational[], year: number): readonly ScalarValue[] {
  switch (type.kind) {
    case 'number': {
      if (type.values !== undefined) return type.values;
      const [low, high] = [parseRational(type.low) ?? zero, parseRational(type.high) ?? zero];
      const step = parseRational(type.step ?? '') ?? rational(1n, 10n ** BigInt(type.decimals));
      // Steps are counted from the low end where the policy names them, else from zero.
      const first = type.step === undefined ? zero : low;
      const places = [low, high, ...bounds].map((value) => subtract(value, first));
      return onGrid(places, step, subtract(low, first), subtract(high, first)).map((value) =>
        formatExact(add(value, first)),
      );
    }
    case 'date': {
      const low = type.low === null ? null : parseIsoDate(type.low);
      const high = type.high === null ? null : parseIsoDate(type.high);
      const first = rational(BigInt(low ?? parseIsoDate(`${year}-01-01`) ?? 0));
      const last = rational(BigInt(high ?? parseIsoDate(`${year}-12-31`) ?? 0));
      const days = onGrid(
        [first, last, ...bounds],
        rational(1n),
        low === null ? null : first,
        high === null ? null : last,
      );
      return days.map((day) => formatDate(toInteger(day)));
    }
    case 'yes-no':
      return [false, true];
    case 'choice':
      return type.options;
    case 'text':
      return ['样本'];
  }
}

/** Fields that are tried at one end while all others are at the other. */
const mostFieldsApart = 8;

/** The values with their neighbours by one step that lie within the range, in order. */
function onGrid(
  values: readonly Rational[],
  step: Rational,
  low: Rational | null,
  high: Rational | null,
): readonly Rational[] {
  const down = (value: Rational): Rational => multiply(round(divide(value, step), 0, 'down'), step);
  const near = values.map(down).flatMap((value) => [subtract(value, step), value, add(value, step)]);
  const within = near.filter(
    (value) => (low === null || compare(value, low) >= 0) && (high === null || compare(value, high) <= 0),
  );
  const sorted = within.toSorted(compare);
  return sorted.filter((value, index) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, value) < 0;
  });
}

/** Constants with which the figure of an input, or a multiple of it, is compared (also by `least` and `greatest`), as figures. */
function boundsOf({ steps }: Program): Map<number, Rational[]> {
  const bounds = new Map<number, Rational[]>();
  const note = (sides: readonly NumberExpression[]): void => {
    const constants = sides.flatMap((side) => (side.op === 'constant' ? [side.value] : []));
    for (const side of sides) {
      const multiple = multipleOf(side, steps);
      if (multiple === null) continue;
      const found = bounds.get(multiple.input) ?? [];
      bounds.set(multiple.input, found);
      found.push(...constants.map((value) => divide(value, multiple.factor)));
    }
  };
  const pending: Expression[] = steps.map((step) => step.value);
  for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
    if ('left' in expression) note([expression.left, expression.right]);
    if (expression.op === 'least' || expression.op === 'greatest' || expression.op === 'sum') note(expression.operands);
    pending.push(...operandsOf(expression));
  }
  return bounds;
}

/** The input whose figure, times a constant, an expression is; null if it is more than that. */
function multipleOf(
  expression: NumberExpression,
  steps: Program['steps'],
): { readonly input: number; readonly factor: Rational } | null {
  switch (expression.op) {
    case 'input':
      return { input: expression.input, factor: rational(1n) };
    case 'step': {
      const value = steps[expression.step]?.value;
      return value === undefined || !isNumber(value) ? null : multipleOf(value, steps);
    }
    case 'quotient':
      return expression.divisor.op === 'constant'
        ? scaled(multipleOf(expression.dividend, steps), divide(rational(1n), expression.divisor.value))
        : null;
    case 'product': {
      const [first, second, third] = expression.operands;
      if (first?.op !== 'constant' || second === undefined || third !== undefined || first.value.numerator === 0n)
        return null;
      return scaled(multipleOf(second, steps), first.value);
    }
    default:
      return null;
  }
}

function scaled(multiple: { readonly input: number; readonly factor: Rational } | null, by: Rational) {
  return multiple === null ? null : { input: multiple.input, factor: multiply(multiple.factor, by) };
}
