/** The operations on lists: bags in order, groups, and what an entry says. */
import { add, compare, formatDate, formatExact, rational, toInteger, zero, type Rational } from '@assess/runtime';
import type {
  BagPart,
  GroupKey,
  NumberExpression,
  SumPerGroupOperation,
  SumRankedOperation,
  TruthExpression,
} from '../ir/ir.ts';
import type { Known } from './known.ts';
import type { RecordedEntry } from './read-record.ts';

/** How the operands are evaluated. */
export interface Evaluation {
  number(expression: NumberExpression, known: Known): Rational;
  truth(expression: TruthExpression, known: Known): boolean;
}

/** See `SumRankedOperation`. */
export function sumRanked({ bag, from, to }: SumRankedOperation, known: Known, evaluation: Evaluation): Rational {
  const values = bag.flatMap((part) => valuesOf(part, known, evaluation)).toSorted((a, b) => compare(b, a));
  const low = from === null ? null : evaluation.number(from, known);
  const high = to === null ? null : evaluation.number(to, known);
  return values
    .filter((_, index) => {
      const place = rational(BigInt(index));
      return (low === null || compare(low, place) <= 0) && (high === null || compare(place, high) < 0);
    })
    .reduce(add, zero);
}

function valuesOf(part: BagPart, known: Known, evaluation: Evaluation): readonly Rational[] {
  const { where, value } = part;
  if (part.kind === 'entries') {
    return placesIn(part.list, where, known, evaluation).map(({ at }) => evaluation.number(value, at));
  }
  return where === null || evaluation.truth(where, known) ? [evaluation.number(value, known)] : [];
}

/** See `SumPerGroupOperation`. Keys are compared as exact texts, field by field: no two different keys look alike. */
export function sumPerGroup(
  { lists, key, value }: SumPerGroupOperation,
  known: Known,
  evaluation: Evaluation,
): Rational {
  const groups = new Map<string, Map<number, RecordedEntry[]>>();
  for (const { list, where } of lists) {
    for (const { entry } of placesIn(list, where, known, evaluation)) {
      const name = JSON.stringify(key.map((each) => keyText(each, entry)));
      const group = groups.get(name) ?? new Map(lists.map((each): [number, RecordedEntry[]] => [each.list, []]));
      groups.set(name, group);
      group.get(list)?.push(entry);
    }
  }
  return [...groups.values()]
    .map((group) => evaluation.number(value, { ...known, restricted: new Map([...known.restricted, ...group]) }))
    .reduce(add, zero);
}

/** The entries of a list for which the condition holds, each with what can be read there. */
function placesIn(list: number, where: TruthExpression | null, known: Known, evaluation: Evaluation) {
  const entries = known.restricted.get(list) ?? known.inputs[list]?.entries;
  if (entries === undefined || entries === null) throw new Error(`input ${list} is no list`);
  return entries
    .map((entry) => ({ entry, at: { ...known, current: new Map(known.current).set(list, entry) } }))
    .filter(({ at }) => where === null || evaluation.truth(where, at));
}

function keyText({ field, part }: GroupKey, entry: RecordedEntry): string | null {
  const value = entry.get(field);
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  return part === 'value' || part === 'day' ? formatExact(value) : String(partOf(part, toInteger(value)));
}

/** The number of the week, month … that a day is in; equal for the days of the same one only. */
function partOf(part: Exclude<GroupKey['part'], 'value' | 'day'>, day: number): number {
  const [year = 0, month = 0] = formatDate(day).split('-').map(Number);
  switch (part) {
    case 'week':
      // 1970-01-01 was a Thursday.
      return Math.floor((day + 3) / 7);
    case 'month':
      return 12 * year + month;
    case 'quarter':
      return 4 * year + Math.ceil(month / 3);
    case 'half-year':
      return 2 * year + Math.ceil(month / 6);
    case 'year':
      return year;
  }
}

/** The current entry of a list. */
export function entryAt(list: number, known: Known): RecordedEntry {
  const entry = known.current.get(list);
  if (entry === undefined) throw new Error(`input ${list} has no current entry`);
  return entry;
}
