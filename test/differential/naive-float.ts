/**
 * What one would write without thinking of digits: the same steps on binary floating point, rounded by `Math.round`. It is
 * here to be wrong: a differential test that does not catch it would catch nothing.
 */
import {
  formatDate,
  parseDecimal,
  parseIsoDate,
  type InputType,
  type ListEntry,
  type RecordValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { BagPart, GroupKey, NumberExpression, Program, TruthExpression } from '../../packages/dsl/src/ir/ir.ts';
import { valueTypeOf } from '../../packages/dsl/src/ir/operands.ts';

/** How a record says that a figure does not apply. */
const absentWords: ReadonlySet<unknown> = new Set(['不适用', 'not applicable']);

/** The values of all steps, as floating point computes them. */
export function naiveTrace({ manifest, steps }: Program, record: SubjectRecord): readonly (number | boolean)[] {
  const values: (number | boolean)[] = [];
  const recorded = new Map(Object.entries(record));
  const read = (input: number): RecordValue => recorded.get(manifest.inputs[input]?.key ?? '') ?? null;

  const restricted = new Map<number, readonly ListEntry[]>();
  const current = new Map<number, ListEntry>();
  const field = (list: number, name: string): RecordValue => current.get(list)?.[name] ?? null;
  const fieldType = (list: number, name: string): InputType | undefined => {
    const type = manifest.inputs[list]?.type;
    return type?.kind === 'list' ? type.fields.find((each) => each.name === name)?.type : undefined;
  };
  /** What `give` gives for every entry of a list for which the condition holds. */
  const overEntries = <T>(list: number, where: TruthExpression | null, give: (entry: ListEntry) => T): T[] => {
    const value = restricted.get(list) ?? read(list);
    const [entries, before] = [typeof value === 'object' && value !== null ? value : [], current.get(list)];
    const given = entries.flatMap((entry) => {
      current.set(list, entry);
      return where === null || truth(where) ? [give(entry)] : [];
    });
    if (before !== undefined) current.set(list, before);
    return given;
  };
  const valuesOf = ({ where, value, ...part }: BagPart): number[] => {
    if (part.kind === 'entries') return overEntries(part.list, where, () => number(value));
    return where === null || truth(where) ? [number(value)] : [];
  };
  const keyOf = (list: number, { field: name, part }: GroupKey): string | number | null => {
    const value = field(list, name);
    if (value === null) return null;
    const type = fieldType(list, name);
    if (typeof value === 'string' && type?.kind === 'text') return value;
    const day = figure(value, type);
    if (part === 'value' || part === 'day') return day;
    if (part === 'week') return Math.floor((day + 3) / 7);
    const [year = 0, month = 0] = formatDate(day).split('-').map(Number);
    return 100 * year + Math.ceil(month / { month: 1, quarter: 3, 'half-year': 6, year: 12 }[part]);
  };

  const number = (expression: NumberExpression): number => {
    switch (expression.op) {
      case 'constant':
        return Number(expression.value.numerator) / Number(expression.value.denominator);
      case 'input':
        return figure(read(expression.input), manifest.inputs[expression.input]?.type);
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
      case 'cohort':
        throw new Error('plain numbers compare nobody');
      case 'sum-ranked': {
        const values = expression.bag.flatMap(valuesOf).toSorted((left, right) => right - left);
        const from = expression.from === null ? 0 : Math.max(0, number(expression.from));
        const to = expression.to === null ? values.length : number(expression.to);
        return values.filter((_, place) => place >= from && place < to).reduce((total, each) => total + each, 0);
      }
      case 'sum-per-group': {
        const groups = new Map<string, Map<number, ListEntry[]>>();
        for (const { list, where } of expression.lists) {
          overEntries(list, where, (entry) => {
            const key = JSON.stringify(expression.key.map((each) => keyOf(list, each)));
            const group = groups.get(key) ?? new Map<number, ListEntry[]>();
            groups.set(key, group.set(list, [...(group.get(list) ?? []), entry]));
          });
        }
        const before = new Map(restricted);
        const values = [...groups.values()].map((group) => {
          for (const { list } of expression.lists) restricted.set(list, group.get(list) ?? []);
          return number(expression.value);
        });
        restricted.clear();
        for (const [list, entries] of before) restricted.set(list, entries);
        return values.reduce((total, each) => total + each, 0);
      }
      case 'field':
        return figure(field(expression.list, expression.field), fieldType(expression.list, expression.field));
    }
  };

  const truth = (expression: TruthExpression): boolean => {
    switch (expression.op) {
      case 'truth':
        return expression.value;
      case 'truth-step':
        return values[expression.step] === true;
      case 'not-applicable':
        return absentWords.has(read(expression.input));
      case 'present':
        return read(expression.input) !== null && !absentWords.has(read(expression.input));
      case 'field-present':
        return field(expression.list, expression.field) !== null;
      case 'field-is-subject':
        return field(expression.list, expression.field) === recorded.get(manifest.subject);
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

/** A recorded value as a number. */
function figure(value: RecordValue, type: InputType | undefined): number {
  if (typeof value !== 'string') return Number(value);
  if (type?.kind === 'choice') return type.options.indexOf(value);
  if (type?.kind === 'date') return parseIsoDate(value) ?? NaN;
  const decimal = parseDecimal(value);
  return decimal === null ? NaN : Number(decimal.numerator) / Number(decimal.denominator);
}
