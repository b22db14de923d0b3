/** Records to measure on: those of the policy's data, and as many variations of them as are wanted. */
import { readFileSync } from 'node:fs';
import {
  formatDate,
  parseIsoDate,
  validateRecord,
  type InputSpec,
  type RecordValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { Manifest } from '@assess/runtime';

type Entries = readonly (readonly [string, RecordValue | undefined])[];

const shipped = JSON.parse(
  readFileSync(new URL('../policies/hubei-trade-unions/2023-数据.json', import.meta.url), 'utf8'),
) as SubjectRecord[];

/**
 * The shipped records, then seeded variations of them up to `count`, all admissible. A varied figure is that of another
 * record (they lie on and beside the policy's thresholds), one step above or below it, or an end of its range.
 */
export function hubeiRecords(manifest: Manifest, count: number): SubjectRecord[] {
  const random = generator(20_230_101);
  const records = [...shipped];
  while (records.length < count) {
    const own = shipped[records.length % shipped.length] ?? {};
    const entries = manifest.inputs.map((spec): [string, RecordValue | undefined] => [
      spec.key,
      random() < 0.4 ? varied(spec, shipped[Math.floor(random() * shipped.length)]?.[spec.key], random) : own[spec.key],
    ]);
    const record = parsed([[manifest.subject, own[manifest.subject]], ...entries]);
    if (validateRecord(manifest, record).length === 0) records.push(record);
  }
  return records;
}

function varied(
  { type, absent }: InputSpec,
  value: RecordValue | undefined,
  random: () => number,
): RecordValue | undefined {
  const move = random();
  const step = move < 0.15 ? -1 : move < 0.3 ? 1 : 0;
  if (type.kind === 'number' && typeof value === 'number') {
    // Ends of a range are rare in what people record, and rarest where it goes up to 10 000.
    if (move > 0.99 && absent === 'refuse') return Number(move > 0.995 ? type.low : type.high);
    const moved = Math.round(value * 10 ** type.decimals + step) / 10 ** type.decimals;
    return Math.min(Number(type.high), Math.max(Number(type.low), moved));
  }
  const day = type.kind === 'date' && typeof value === 'string' ? parseIsoDate(value) : null;
  if (type.kind === 'date' && day !== null) {
    const text = formatDate(day + step);
    return (type.low === null || text >= type.low) && (type.high === null || text <= type.high) ? text : value;
  }
  return value;
}

/** The same records in the three forms in which programs have them. */
export function forms(
  manifest: Manifest,
  records: readonly SubjectRecord[],
): Record<'object' | 'json' | 'full', SubjectRecord[]> {
  const keys = [manifest.subject, ...manifest.inputs.map(({ key }) => key)];
  const Row = rowClass(keys);
  return {
    object: records.map((record) => new Row(record)),
    json: records.map((record) => parsed(Object.entries(record))),
    full: records.map((record) => parsed(keys.map((key) => [key, record[key] ?? null]))),
  };
}

/** A class with a field for each key, as a program with a model of its own has it: all records are of one shape. */
function rowClass(keys: readonly string[]): new (record: SubjectRecord) => SubjectRecord {
  const fields = keys.map((key) => `this[${JSON.stringify(key)}] = record[${JSON.stringify(key)}];`);
  // oxlint-disable-next-line no-new-func -- two hundred lines that say nothing else
  return new Function(`return class { constructor(record) { ${fields.join(' ')} } }`)() as ReturnType<typeof rowClass>;
}

/** Through JSON, so that the objects are those that a program gets. */
function parsed(entries: Entries): SubjectRecord {
  return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as SubjectRecord;
}

/** Numbers from 0 to 1, the same every time (Park and Miller's minimal standard). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
