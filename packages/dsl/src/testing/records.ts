/** The record of a sample or a test: where it starts, and what it sets. */
import {
  divide,
  formatDate,
  formatExact,
  toInteger,
  type EventRecord,
  type InputSpec,
  type Manifest,
  type RecordValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { EventsNode, NameNode, SampleNode, SetNode, TestNode } from '../ast/nodes.ts';
import { dateValue } from '../check/literals.ts';
import { evaluate } from '../interpret/evaluate.ts';
import type { NumberExpression } from '../ir/ir.ts';
import type { Symbol } from '../symbols/symbol.ts';
import { startingRecords } from '../types/builtins.ts';
import { unitFactor } from '../types/units.ts';
import { sampleSubject } from './extreme-record.ts';

/** What building records needs to know of the policy. */
export interface RecordSources {
  readonly manifest: Manifest;
  /** The year of dates without one. */
  readonly year: number;
  /** What a name that a sample starts from means; null for one of the built-in records. */
  sampleNamed(name: NameNode): Symbol | null;
  extreme(extreme: 'full' | 'zero'): SubjectRecord;
  /** The key of what a line sets, and its value in base units where it is a figure. */
  readonly sets: ReadonlyMap<SetNode, { readonly key: string; readonly value: NumberExpression | null }>;
}

/** The record of a sample or a test. */
export function recordOf(node: SampleNode | TestNode, sources: RecordSources): SubjectRecord {
  const record = new Map<string, RecordValue>(
    Object.entries(startOf(node.from, sources)).map(([key, value]) => [key, value ?? null]),
  );
  for (const fact of node.facts) {
    if (fact.kind !== 'set') continue;
    const set = sources.sets.get(fact);
    if (set === undefined) throw new Error('a value that is not lowered');
    const value = valueOf(fact, set, sources);
    if (value === null) record.delete(set.key);
    else record.set(set.key, value);
  }
  return Object.fromEntries(record);
}

function startOf(from: NameNode | null, sources: RecordSources): SubjectRecord {
  if (from === null) return { [sources.manifest.subject]: sampleSubject };
  const extreme = Object.hasOwn(startingRecords, from.text) ? startingRecords[from.text] : undefined;
  const sample = sources.sampleNamed(from);
  if (sample?.node.kind === 'sample') return recordOf(sample.node, sources);
  if (extreme === undefined) throw new Error(`there is no sample ${from.text}`);
  return sources.extreme(extreme);
}

function valueOf(
  { value: node }: SetNode,
  { key, value }: { readonly key: string; readonly value: NumberExpression | null },
  sources: RecordSources,
): RecordValue {
  if (node.kind === 'absent') return null;
  if (node.kind === 'text') return node.text;
  if (node.kind === 'events') return eventsOf(node, sources);
  const input = sources.manifest.inputs.find((each) => each.key === key);
  if (input === undefined || value === null) throw new Error(`nothing to set under ${key}`);
  return recorded(input, value);
}

/** A figure in base units as the record holds it. */
function recorded({ type }: InputSpec, expression: NumberExpression): RecordValue {
  const value = evaluate(expression, { inputs: [], steps: [] });
  if (typeof value === 'boolean') return value;
  switch (type.kind) {
    case 'number':
      return formatExact(type.unit === null ? value : divide(value, unitFactor(type.unit)));
    case 'date':
      return formatDate(toInteger(value));
    case 'yes-no':
      return value.numerator !== 0n;
    case 'choice':
      return type.options[toInteger(value)] ?? null;
    case 'text':
    case 'events':
      return formatExact(value);
  }
}

function eventsOf({ events }: EventsNode, { year }: RecordSources): readonly EventRecord[] {
  return events.map((event) => {
    const fields = event.fields.map(({ name, value }): [string, string] => {
      switch (value.kind) {
        case 'text':
          return [name.text, value.text];
        case 'date': {
          const day = dateValue(value, year);
          return [name.text, day === null ? '' : formatDate(day)];
        }
        case 'quantity':
          return [name.text, value.digits];
        case 'path':
          return [name.text, value.names.map((each) => (each.kind === 'name' ? each.text : '')).join('.')];
        case 'missing':
          return [name.text, ''];
      }
    });
    return Object.fromEntries(fields);
  });
}
