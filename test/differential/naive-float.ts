/**
 * What one would write without thinking of digits: the same steps on binary floating point, rounded by `Math.round`. It is
 * here to be wrong: a differential test that does not catch it would catch nothing.
 */
import { parseDecimal, parseIsoDate, type EventRecord, type RecordValue, type SubjectRecord } from '@assess/runtime';
import type { NumberExpression, Program, TruthExpression } from '../../packages/dsl/src/ir/ir.ts';
import { valueTypeOf } from '../../packages/dsl/src/ir/operands.ts';

/** The values of all steps, as floating point computes them. */
export function naiveTrace({ manifest, steps }: Program, record: SubjectRecord): readonly (number | boolean)[] {
  const values: (number | boolean)[] = [];
  const recorded = new Map(Object.entries(record));
  const read = (input: number): RecordValue => recorded.get(manifest.inputs[input]?.key ?? '') ?? null;

  const figure = (input: number): number => {
    const value = read(input);
    const type = manifest.inputs[input]?.type;
    if (typeof value !== 'string') return Number(value);
    if (type?.kind === 'choice') return type.options.indexOf(value);
    if (type?.kind === 'date') return parseIsoDate(value) ?? NaN;
    const decimal = parseDecimal(value);
    return decimal === null ? NaN : Number(decimal.numerator) / Number(decimal.denominator);
  };
  const events = (input: number): readonly EventRecord[] => {
    const value = read(input);
    return typeof value === 'object' && value !== null ? value : [];
  };

  const number = (expression: NumberExpression): number => {
    switch (expression.op) {
      case 'constant':
        return Number(expression.value.numerator) / Number(expression.value.denominator);
      case 'input':
        return figure(expression.input);
      case 'step':
        return Number(values[expression.step]);
      case 'sum':
        return expression.operands.reduce((total, each) => total + number(each), 0);
      case 'product':
        return expression.operands.reduce((total, each) => total * number(each), 1);
      case 'quotient':
        return number(expression.dividend) / number(expression.divisor);
      case 'least':
        return Math.min(...expression.operands.map(number));
      case 'greatest':
        return Math.max(...expression.operands.map(number));
      case 'round': {
        const scale = 10 ** expression.decimals;
        const scaled = number(expression.operand) * scale;
        const away = scaled < 0 ? Math.floor : Math.ceil;
        const rounded = { 'half-up': Math.round, 'half-even': Math.round, down: Math.trunc, up: away }[expression.mode];
        return rounded(scaled) / scale;
      }
      case 'if':
        return number(truth(expression.condition) ? expression.consequent : expression.alternative);
      case 'count-events':
        return events(expression.input).length;
      case 'cohort':
        throw new Error('plain numbers compare nobody');
      case 'highest-per-key': {
        const groups = new Map<string, number>();
        for (const { input, points } of expression.lists) {
          for (const event of events(input)) {
            const key = JSON.stringify(expression.key.map((field) => event[field]));
            groups.set(key, Math.max(groups.get(key) ?? -Infinity, number(points)));
          }
        }
        return [...groups.values()].reduce((total, each) => total + each, 0);
      }
    }
  };

  const truth = (expression: TruthExpression): boolean => {
    switch (expression.op) {
      case 'truth':
        return expression.value;
      case 'truth-step':
        return values[expression.step] === true;
      case 'present':
        return read(expression.input) !== null;
      case 'less':
        return number(expression.left) < number(expression.right);
      case 'less-or-equal':
        return number(expression.left) <= number(expression.right);
      case 'equal':
        return number(expression.left) === number(expression.right);
      case 'and':
        return expression.operands.every(truth);
      case 'or':
        return expression.operands.some(truth);
      case 'not':
        return !truth(expression.operand);
    }
  };

  for (const { value } of steps) {
    values.push(valueTypeOf(value) === 'number' ? number(value as NumberExpression) : truth(value as TruthExpression));
  }
  return values;
}
