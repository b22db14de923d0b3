/** 保证 单调: the total never rises and falls again in one figure, and one more case never acts against its direction. */
import {
  compare,
  formatShort,
  isNegative,
  isZero,
  numberAt,
  type AdjustmentSpec,
  type InputSpec,
  type ItemSpec,
  type Rational,
  type RecordValue,
  type StepIndex,
} from '@assess/runtime';
import type { Program } from '../ir/ir.ts';
import type { Message } from '../source/locale.ts';
import type { Counterexample } from './guarantees.ts';
import { mostRecords, shownValue, type Setting, type TriedRecords } from './tried-records.ts';

/** A step from one value of an input to the next that changes the total. */
interface Change {
  readonly setting: Setting;
  readonly from: RecordValue;
  readonly to: RecordValue;
  readonly before: Rational;
  readonly after: Rational;
}

/** Looks along every figure and every case, from every starting record. */
export function findNonMonotone(
  program: Program,
  tried: TriedRecords,
): { readonly counterexample: Counterexample | null; readonly count: number } {
  const { total } = program.manifest;
  const lines = adjustmentsIn(total);
  let count = 0;
  for (const start of tried.starts.keys()) {
    for (const [input, { spec, values }] of tried.inputs.entries()) {
      if (!isOrdered(spec) || count > mostRecords) continue;
      let [rise, fall]: [Change | null, Change | null] = [null, null];
      let last: Omit<Change, 'to' | 'after'> | null = null;
      for (const value of inOrder(spec, values)) {
        const setting = { start, changes: new Map([[input, value]]) };
        const trace = tried.trace(setting);
        if (trace === null) continue;
        count += 1;
        const after = numberAt(trace, total.score);
        if (last !== null) {
          const order = compare(after, last.before);
          const change: Change = { ...last, to: value, after };
          if (order > 0) rise ??= change;
          if (order < 0) fall ??= change;
          const wrong = against(spec, input, lines, (step) => numberAt(trace, step), order);
          if (wrong) return { count, counterexample: told(spec, [change], tried) };
        }
        if (rise !== null && fall !== null) return { count, counterexample: told(spec, [rise, fall], tried) };
        last = { setting, from: value, before: after };
      }
    }
  }
  return { count, counterexample: null };
}

/** Whether values of an input have an order in which more can be better or worse. */
function isOrdered({ role, type }: InputSpec): boolean {
  if (role === 'case') return type.kind === 'number' || type.kind === 'yes-no';
  return role === 'figure' && (type.kind === 'number' || type.kind === 'yes-no' || type.kind === 'date');
}

function inOrder({ role, type }: InputSpec, values: readonly RecordValue[]): readonly RecordValue[] {
  const known = values.filter((value) => value !== null);
  // That a case did not occur comes before its first time.
  const all = role === 'case' ? [type.kind === 'yes-no' ? false : '0', ...known] : known;
  if (type.kind !== 'date') return all.toSorted((one, other) => Number(one) - Number(other));
  return all.filter((value) => typeof value === 'string').toSorted((one, other) => (one < other ? -1 : 1));
}

/** Whether one more of a case earned where it deducts, or cost where it adds. */
function against(
  { role }: InputSpec,
  input: number,
  lines: readonly AdjustmentSpec[],
  valueOf: (step: StepIndex) => Rational,
  order: number,
): boolean {
  if (role !== 'case' || order === 0) return false;
  const line = lines.find((each) => each.kind === 'case' && each.inputs.includes(input));
  if (line === undefined) return false;
  const gross = valueOf(line.gross);
  if (isZero(gross)) return false;
  return isNegative(gross) ? order > 0 : order < 0;
}

function told({ key }: InputSpec, changes: readonly Change[], tried: TriedRecords): Counterexample | null {
  const [first] = changes;
  if (first === undefined) return null;
  const { setting } = first;
  const start = tried.describe({ start: setting.start, changes: new Map() });
  const parts = changes.map(({ from, to, before, after }): Message => ({
    zh: `${key} 由 ${shownValue(from, '是', '否', '未报')} 变为 ${shownValue(to, '是', '否', '未报')}，总分由 ${formatShort(before)} 变为 ${formatShort(after)}`,
    en: `${key} from ${shownValue(from, 'yes', 'no', 'absent')} to ${shownValue(to, 'yes', 'no', 'absent')} takes the total from ${formatShort(before)} to ${formatShort(after)}`,
  }));
  return {
    record: tried.recordOf(setting),
    message: {
      zh: `反例：在${start.zh}里，${parts.map(({ zh }) => zh).join('；')}`,
      en: `Counterexample: in ${start.en} ${parts.map(({ en }) => en).join('; ')}`,
    },
  };
}

function adjustmentsIn(item: ItemSpec): readonly AdjustmentSpec[] {
  return [...item.adjustments.flatMap(within), ...item.children.flatMap(adjustmentsIn)];
}

function within(line: AdjustmentSpec): readonly AdjustmentSpec[] {
  return line.kind === 'list' ? [line, ...line.children.flatMap(within)] : [line];
}
