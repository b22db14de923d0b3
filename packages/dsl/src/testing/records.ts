/** The record of a sample or a test: where it starts, and what it sets. */
import {
  divide,
  formatDate,
  formatExact,
  toInteger,
  type InputSpec,
  type Manifest,
  type RecordValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { Node, NameNode, SampleNode, SetNode, TestNode } from '../ast/nodes.ts';
import { evaluate } from '../interpret/evaluate.ts';
import { knownOf } from '../interpret/known.ts';
import type { NumberExpression } from '../ir/ir.ts';
import type { Message } from '../source/locale.ts';
import type { Symbol } from '../symbols/symbol.ts';
import { startingRecords } from '../types/builtins.ts';
import { unitFactor } from '../types/units.ts';
import { entriesOf } from './entries.ts';
import { sampleSubject } from './record-search.ts';

/** What building records needs to know of the policy. */
export interface RecordSources {
  readonly manifest: Manifest;
  /** The year of dates without one. */
  readonly year: number;
  /** What a name that a sample starts from means; null for one of the built-in records. */
  sampleNamed(name: NameNode): Symbol | null;
  extreme(extreme: 'full' | 'zero'): SubjectRecord;
  /** By the node of the value. */
  readonly sets: ReadonlyMap<Node, SetLine>;
}

/** What a line sets. */
export interface SetLine {
  /** As the drafter wrote it. */
  readonly text: string;
  readonly key: string;
  /** In base units; null for what is no constant figure. */
  readonly value: NumberExpression | null;
}

/** Why a sample or a test has no record. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly text: Message;

  constructor(text: Message) {
    super(text.en);
    this.text = text;
  }
}

/**
 * The record of a sample or a test, and of a row of a table in it: `cells` are what the row sets. Throws a `RecordError` where a
 * line sets what cannot be set.
 */
export function recordOf(
  node: SampleNode | TestNode,
  cells: readonly SetNode['value'][],
  sources: RecordSources,
  inside: readonly (SampleNode | TestNode)[] = [],
): SubjectRecord {
  if (inside.includes(node)) throw new RecordError({ zh: '样本绕回了自己', en: 'The sample leads back to itself' });
  const record = new Map<string, RecordValue>(
    Object.entries(startOf(node.from, sources, [...inside, node])).map(([key, value]) => [key, value ?? null]),
  );
  const values = [...node.facts.flatMap((fact) => (fact.kind === 'set' ? [fact.value] : [])), ...cells];
  for (const each of values) {
    const set = sources.sets.get(each);
    if (set === undefined) throw new Error('a value that is not lowered');
    const value = valueOf(each, set, sources);
    if (value === null) record.delete(set.key);
    else record.set(set.key, value);
  }
  return Object.fromEntries(record);
}

/** The records that are assessed together with that of a test, each under the name of its sample. */
export function peersOf({ peers }: TestNode, sources: RecordSources): readonly SubjectRecord[] {
  const times = new Map<string, number>();
  return peers.map((name) => {
    const time = (times.get(name.text) ?? 0) + 1;
    times.set(name.text, time);
    const subject = time === 1 ? name.text : `${name.text}#${time}`;
    return { ...startOf(name, sources, []), [sources.manifest.subject]: subject };
  });
}

function startOf(
  from: NameNode | null,
  sources: RecordSources,
  inside: readonly (SampleNode | TestNode)[],
): SubjectRecord {
  if (from === null) return { [sources.manifest.subject]: sampleSubject };
  const extreme = Object.hasOwn(startingRecords, from.text) ? startingRecords[from.text] : undefined;
  const sample = sources.sampleNamed(from);
  if (sample?.node.kind === 'sample') return recordOf(sample.node, [], sources, inside);
  if (extreme === undefined) throw new Error(`there is no sample ${from.text}`);
  return sources.extreme(extreme);
}

function valueOf(node: SetNode['value'], { text, key, value }: SetLine, sources: RecordSources): RecordValue {
  const input = sources.manifest.inputs.find((each) => each.key === key);
  if (input === undefined)
    throw new RecordError({
      zh: `\`${text}\` 不是填报的数据，不能设定`,
      en: `\`${text}\` is no input and cannot be set`,
    });
  if (node.kind === 'absent') return node.state === 'not-reported' ? null : '不适用';
  if (node.kind === 'text') return node.text;
  if (node.kind === 'events') {
    if (input.type.kind === 'list') return entriesOf(node, input.type, sources.year);
    throw new RecordError({ zh: `\`${text}\` 不是逐条填报的`, en: `\`${text}\` is not recorded entry by entry` });
  }
  if (value === null)
    throw new RecordError({ zh: `\`${text}\` 设定的值应是常数`, en: `What \`${text}\` is set to must be a constant` });
  return recorded(input, value);
}

/** A figure in base units as the record holds it. */
function recorded({ role, type }: InputSpec, expression: NumberExpression): RecordValue {
  const value = evaluate(expression, knownOf('', [], []));
  if (typeof value === 'boolean') return value;
  switch (type.kind) {
    case 'number':
      // How often a case occurred is a count, whatever it is counted in: 每季度 is no length of time.
      return formatExact(type.unit === null || role === 'case' ? value : divide(value, unitFactor(type.unit)));
    case 'date':
      return formatDate(toInteger(value));
    case 'yes-no':
      return value.numerator !== 0n;
    case 'choice':
      return type.options[toInteger(value)] ?? null;
    case 'text':
    case 'list':
      return formatExact(value);
  }
}
