/** Records to measure on: those that come with the policy, and as many more as are wanted by mixing them. */
import { readFileSync } from 'node:fs';
import type { Manifest, RecordValue, SubjectRecord } from '@assess/runtime';

const shipped = JSON.parse(
  readFileSync(new URL('../policies/hubei-trade-unions/2023-数据.json', import.meta.url), 'utf8'),
) as SubjectRecord[];

/** A JSON object of more keys is a hash table to V8, and every access costs ten times as much, whoever evaluates it. */
const mostFastKeys = 127;

/**
 * Records in which what did not occur is left out, as the shipped ones are: nearly every one has other keys. Each figure is
 * that of one of the shipped records, so that the mixture stays plausible.
 */
export function sparseRecords(manifest: Manifest, count: number): SubjectRecord[] {
  const pick = generator(20_230_101);
  return Array.from({ length: count }, (_, index) => {
    const own = shipped[index % shipped.length] ?? {};
    const entries = manifest.inputs.map(({ key }): [string, RecordValue | undefined] => {
      const donor = pick() < 0.4 ? shipped[Math.floor(pick() * shipped.length)] : own;
      return [key, donor?.[key] ?? own[key]];
    });
    const present = entries.filter(([, value]) => value !== undefined);
    return parsed([[manifest.subject, own[manifest.subject]], ...present]);
  });
}

/** The same records with the same keys in the same order, as rows of a table have them: null where nothing occurred. */
export function tabularRecords(manifest: Manifest, records: readonly SubjectRecord[]): SubjectRecord[] {
  const uses = (key: string): number => records.filter((record) => record[key] !== undefined).length;
  const frequent = manifest.inputs
    .map(({ key }) => key)
    .toSorted((left, right) => uses(right) - uses(left))
    .slice(0, mostFastKeys - 1);
  const keys = [manifest.subject, ...manifest.inputs.map(({ key }) => key).filter((key) => frequent.includes(key))];
  return records.map((record) => parsed(keys.map((key) => [key, record[key] ?? null])));
}

/** Through JSON, so that the objects are those that an engine gets. */
function parsed(entries: readonly (readonly [string, RecordValue | undefined])[]): SubjectRecord {
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
