/** The table that is filled in: a column for every input of a policy, and two rows that show how. */
import { type Analysis, lower, runTests } from '@assess/dsl';
import type { RecordValue, SubjectRecord } from '@assess/runtime';
import { stringify } from 'csv-stringify/sync';

/**
 * The template as CSV, with a byte order mark so that spreadsheets read it as UTF-8. The rows are the records of the policy's first
 * two tests, under the names given.
 */
export function dataTemplate(analysis: Analysis, names: readonly [string, string]): string {
  const { manifest } = lower(analysis);
  const records = runTests(analysis).slice(0, 2);
  const keys = manifest.inputs.map(({ key }) => key);
  const rows = records.map(({ record }, index) => [
    names[index] ?? '',
    ...keys.map((key) => cellOf(record === null ? null : (recorded(record, key) ?? null))),
  ]);
  return `\ufeff${stringify([[manifest.subject, ...keys], ...rows])}`;
}

function recorded(record: SubjectRecord, key: string): RecordValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : null;
}

function cellOf(value: RecordValue): string {
  if (value === null || typeof value === 'object') return '';
  return String(value);
}
