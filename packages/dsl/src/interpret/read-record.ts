import {
  fromNumber,
  isNotApplicable,
  parseDecimal,
  parseIsoDate,
  rational,
  validateRecord,
  zero,
  type InputSpec,
  type ListEntry,
  type ListInputType,
  type Manifest,
  type Rational,
  type RecordIssue,
  type RecordValue,
  type SubjectRecord,
} from '@assess/runtime';

/** What a record says of one input: its figure (see `InputOperation`), or its entries. */
export interface RecordedInput {
  /** Whether the record has a value. */
  readonly present: boolean;
  /** Whether the record says that it is not applicable; then it is not present. */
  readonly notApplicable: boolean;
  /** Null for what has no figure: texts, lists, and absent values that are not those of a case. */
  readonly figure: Rational | null;
  /** Null for anything but lists. */
  readonly entries: readonly RecordedEntry[] | null;
}

/** The fields of an entry that are there, by name: a text as it is recorded, anything else as its figure. */
export type RecordedEntry = ReadonlyMap<string, Rational | string>;

/** A record that must not be evaluated, with every reason. */
export class InadmissibleRecordError extends Error {
  override readonly name = 'InadmissibleRecordError';
  readonly issues: readonly RecordIssue[];

  constructor(issues: readonly RecordIssue[]) {
    super(issues.map((issue) => issue.message.en).join('\n'));
    this.issues = issues;
  }
}

/** What the record says of every input of the manifest, in its order. Throws an `InadmissibleRecordError`. */
export function readRecord(manifest: Manifest, record: SubjectRecord): readonly RecordedInput[] {
  const issues = validateRecord(manifest, record);
  if (issues.length > 0) throw new InadmissibleRecordError(issues);
  // A Map, so that `constructor` is a key like any other.
  const values = new Map(Object.entries(record));
  return manifest.inputs.map((input) => readInput(input, values.get(input.key) ?? null));
}

/** What one recorded value says of its input; the value must be one that `validateRecord` lets pass. */
export function readInput({ key, type, absent, only, together }: InputSpec, value: RecordValue): RecordedInput {
  if (type.kind === 'list') {
    const entries = value === null ? [] : value;
    if (typeof entries !== 'object') throw new Error(`${key} passed validation and is no list`);
    return {
      present: value !== null,
      notApplicable: false,
      figure: null,
      entries: entries.map((entry) => readEntry(key, type, entry)),
    };
  }
  if (value === null || isNotApplicable({ type }, value)) {
    // What is not there for the class of the subject reads as nothing, too.
    const figure = absent === 'none' || only.length > 0 || together !== null ? zero : null;
    return { present: false, notApplicable: value !== null, figure, entries: null };
  }
  if (type.kind === 'text') return { present: true, notApplicable: false, figure: null, entries: null };
  const figure = readFigure(type, value);
  if (figure === null) throw new Error(`${key} passed validation and has no figure`);
  return { present: true, notApplicable: false, figure, entries: null };
}

function readEntry(key: string, { fields }: ListInputType, entry: ListEntry): RecordedEntry {
  const values = new Map(Object.entries(entry));
  return new Map(
    fields.flatMap(({ name, type }): [string, Rational | string][] => {
      const value = values.get(name) ?? null;
      if (value === null) return [];
      if (type.kind === 'text') return [[name, String(value)]];
      const figure = readFigure(type, value);
      if (figure === null) throw new Error(`${name} of ${key} passed validation and has no figure`);
      return [[name, figure]];
    }),
  );
}

/** A choice is the index of its option, a date the days since 1970-01-01, yes 1 and no 0. */
function readFigure(type: InputSpec['type'], value: RecordValue): Rational | null {
  if (typeof value === 'boolean') return rational(value ? 1n : 0n);
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  if (type.kind === 'number') return parseDecimal(value);
  const number = type.kind === 'choice' ? indexOf(value, type.options) : parseIsoDate(value);
  return number === null ? null : rational(BigInt(number));
}

/** Null and not -1 for what is no option: -1 is a number, that of the last day of 1969. */
function indexOf(value: string, options: readonly string[]): number | null {
  const index = options.indexOf(value);
  return index === -1 ? null : index;
}
