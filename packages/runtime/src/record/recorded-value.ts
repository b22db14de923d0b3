import { fromNumber, parseDecimal } from '../decimal/text.ts';
import type { Rational, RecordValue, SubjectRecord } from '../evaluator.ts';

/**
 * What a record holds under a key, null when it holds nothing. Only what the record itself holds: `constructor` is a name
 * like any other.
 */
export function recordedValue(record: SubjectRecord, key: string): RecordValue {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}

/** The exact value of a recorded number, a JavaScript number or a decimal text; null if it is neither. */
export function recordedNumber(value: unknown): Rational | null {
  if (typeof value === 'number') return fromNumber(value);
  return typeof value === 'string' ? parseDecimal(value) : null;
}

/** Whether a value is an object with keys, as a record or an event is. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
