import type { Message } from '@assess/dsl';
import {
  type InputSpec,
  type ListEntry,
  type ListFieldSpec,
  type ListInputType,
  type Manifest,
  normaliseCell,
  type ScalarValue,
  shown,
  validateScalar,
} from '@assess/runtime';
import { labelOf } from '../io/read-bytes.ts';
import { textPieces } from '../io/read-text.ts';
import { plainObject } from '../plain-object.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { type Column, readHeading, suggestKey } from './heading.ts';
import type { RecordProblem } from './record-problem.ts';

const subjectHeadings = ['对象', 'subject'];
const caseHeadings = ['情形', 'case', '清单', 'list'];

/** A cell of a ledger, as a spreadsheet names it. */
interface LedgerCell {
  readonly file: string;
  readonly row: number;
  readonly letter: string;
}

/** The entries of ledgers, by subject and by the key of the list, in the order of the rows. */
export class Ledger {
  readonly #entries = new Map<string, Map<string, ListEntry[]>>();
  readonly #covered = new Set<string>();
  /** Where each subject is first named. */
  readonly #subjects = new Map<string, LedgerCell>();

  /** Notes that a row is about a subject. */
  name(cell: LedgerCell, subject: string): void {
    if (!this.#subjects.has(subject)) this.#subjects.set(subject, cell);
  }

  add(subject: string, key: string, entry: ListEntry): void {
    const lists = this.#entries.get(subject) ?? new Map<string, ListEntry[]>();
    this.#entries.set(subject, lists);
    const entries = lists.get(key) ?? [];
    lists.set(key, entries);
    entries.push(entry);
  }

  /** Notes that a ledger has a list: a subject without a row has then no entry in it, instead of not having recorded it. */
  covers({ key, absent }: InputSpec): void {
    if (absent !== 'none') this.#covered.add(key);
  }

  /** The entries of a subject by the key of the list; none for a list that is covered and does not name the subject. */
  entriesOf(subject: string): ReadonlyMap<string, readonly ListEntry[]> {
    const none = [...this.#covered].map((key): [string, readonly ListEntry[]] => [key, []]);
    return new Map([...none, ...(this.#entries.get(subject) ?? [])]);
  }

  /** All subjects with the cell in which each is first named. */
  get subjects(): ReadonlyMap<string, LedgerCell> {
    return this.#subjects;
  }
}

/**
 * Reads a ledger into those that were read before: a table with a row for each entry of a list, such as the occurrences of a
 * case. Its columns are the subject (`对象`, `subject` or the policy's own word), the list (`情形`, `清单`, `case`, `list`) by its
 * key, and the fields of the entries. Without a column for it the list is the only one that has all of these fields.
 *
 * @throws Failure if it is no CSV text.
 */
export async function readLedger(
  manifest: Manifest,
  bytes: Buffer,
  file: string,
  ledger: Ledger,
  report: (problem: RecordProblem) => void,
): Promise<void> {
  const named = manifest.inputs.filter((input) => input.role === 'case' || input.type.kind === 'list');
  const cases = new Map(named.map((input) => [input.key, input]));
  const rows = readCsvRows(textPieces(bytes, file), labelOf(file));
  const first = await rows.next();
  const cells = first.done === true ? [] : first.value.cells;
  const heading = readHeading(cells, [
    manifest.subject,
    ...subjectHeadings,
    ...caseHeadings,
    ...fieldNames(cases.values()),
  ]);
  const headingRow = first.done === true ? null : first.value.row;
  const at = { file, unit: 'row', number: headingRow } as const;
  for (const { letter, kind, key, message } of heading.faults) report({ ...at, column: letter, kind, key, message });
  const subjectColumn = findColumn(heading.columns, [manifest.subject, ...subjectHeadings]);
  const caseColumn = findColumn(heading.columns, caseHeadings);
  const fields = heading.columns.filter((column) => column !== subjectColumn && column !== caseColumn);
  const only = caseColumn === undefined ? onlyListWith(fields, [...cases.values()]) : undefined;
  if (subjectColumn === undefined || (caseColumn === undefined && only === undefined)) {
    report({ ...at, column: null, kind: 'ledger/missing-column', key: null, message: missingColumns(manifest) });
    return;
  }
  if (only !== undefined) ledger.covers(only);
  for await (const row of rows) {
    const problem: Report = (column, kind, message) =>
      report({
        file,
        unit: 'row',
        number: row.row,
        column: column?.letter ?? null,
        kind,
        key: column?.key ?? null,
        message,
      });
    const subject = cellOf(row, subjectColumn);
    if (subject === '') {
      problem(subjectColumn, 'ledger/subject-missing', { zh: '没有写明对象。', en: 'The subject is missing.' });
      continue;
    }
    ledger.name({ file, row: row.row, letter: subjectColumn.letter }, subject);
    const written = caseColumn === undefined ? '' : cellOf(row, caseColumn).replaceAll('·', '.');
    const input = only ?? cases.get(written);
    if (input === undefined || !isList(input)) {
      problem(
        caseColumn ?? null,
        'ledger/unknown-case',
        input === undefined ? unknownCase(written, cases) : notAList(input),
      );
      continue;
    }
    ledger.covers(input);
    const entry = readEntry(input, row, fields, problem);
    if (entry !== null) ledger.add(subject, input.key, entry);
  }
}

/** The only list whose entries have all these fields, and no others that they must have; undefined where there is not just one. */
function onlyListWith(columns: readonly Column[], inputs: readonly InputSpec[]): ListInput | undefined {
  const written = new Set(columns.map(({ key }) => key));
  const fitting = inputs.filter(isList).filter(({ type: { fields } }) => {
    const names = new Set(fields.map(({ name }) => name));
    return (
      [...written].every((key) => names.has(key)) &&
      fields.every(({ name, absent }) => absent !== 'refuse' || written.has(name))
    );
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** An input that is recorded entry by entry. */
type ListInput = InputSpec & { readonly type: ListInputType };

function isList(input: InputSpec): input is ListInput {
  return input.type.kind === 'list';
}

function fieldNames(cases: Iterable<InputSpec>): string[] {
  const names = [...cases].flatMap(({ type }) => (type.kind === 'list' ? type.fields.map(({ name }) => name) : []));
  return [...new Set(names)];
}

function findColumn(columns: readonly Column[], keys: readonly string[]): Column | undefined {
  return columns.find((column) => keys.includes(column.key));
}

function cellOf({ cells }: CsvRow, { index }: Column): string {
  return (cells[index] ?? '').normalize('NFC').trim();
}

type Report = (column: Column | null, kind: `ledger/${string}`, message: Message) => void;

/** The entry of a row, its values in the form that records use, or null where it is faulty, which is reported. */
function readEntry(
  { key, type, origin }: ListInput,
  row: CsvRow,
  columns: readonly Column[],
  report: Report,
): ListEntry | null {
  const entry = plainObject<ScalarValue>();
  let faulty = false;
  const fault: Report = (...reported) => {
    faulty = true;
    report(...reported);
  };
  for (const column of columns) {
    const text = cellOf(row, column);
    if (text === '') continue;
    const field = type.fields.find(({ name }) => name === column.key);
    if (field === undefined) {
      fault(column, 'ledger/unknown-field', superfluous(key, column.key));
      continue;
    }
    const value = readValue(field, text);
    const issues = validateScalar({ key: field.name, type: field.type, origin }, field.type, value);
    for (const { kind, message } of issues) {
      fault(column, kind === 'record/bad-date' ? 'ledger/bad-date' : 'ledger/bad-value', message);
    }
    entry[field.name] = value;
  }
  for (const { name, absent } of type.fields) {
    if (absent !== 'refuse') continue;
    const column = columns.find((each) => each.key === name);
    if (column === undefined || cellOf(row, column) === '')
      fault(column ?? null, 'ledger/field-missing', missingField(key, name));
  }
  return faulty ? null : entry;
}

/** The value of a cell; one that cannot be read comes back as its text. */
function readValue({ type }: ListFieldSpec, text: string): ScalarValue {
  const value = normaliseCell({ type }, text);
  return typeof value === 'object' ? null : value;
}

function superfluous(key: string, field: string): Message {
  return {
    zh: `情形 \`${shown(key)}\` 不登记 \`${shown(field)}\`，这一格应为空。`,
    en: `The case \`${shown(key)}\` records no \`${shown(field)}\`; the cell should be empty.`,
  };
}

function missingField(key: string, field: string): Message {
  return {
    zh: `情形 \`${shown(key)}\` 要登记 \`${shown(field)}\`，没有填。`,
    en: `The case \`${shown(key)}\` is recorded with \`${shown(field)}\`, which is missing.`,
  };
}

function missingColumns(manifest: Manifest): Message {
  const subject = shown(manifest.subject);
  return {
    zh: `情形台账要有 \`对象\`（或 \`${subject}\`）列和 \`情形\` 列。`,
    en: `A ledger of events needs the columns \`subject\` (or \`${subject}\`) and \`case\`.`,
  };
}

function unknownCase(written: string, cases: ReadonlyMap<string, InputSpec>): Message {
  if (written === '') return { zh: '没有写明情形。', en: 'The case is missing.' };
  const suggestion = suggestKey(written, [...cases.keys()]);
  return suggestion === null
    ? { zh: `办法中没有情形 \`${shown(written)}\`。`, en: `The policy has no case \`${shown(written)}\`.` }
    : {
        zh: `办法中没有情形 \`${shown(written)}\`，是否为 \`${shown(suggestion)}\`？`,
        en: `The policy has no case \`${shown(written)}\`; did you mean \`${shown(suggestion)}\`?`,
      };
}

function notAList(input: InputSpec): Message {
  const key = shown(input.key);
  return {
    zh: `情形 \`${key}\` 不逐次登记，请填在记录表的 \`${key}\` 列中。`,
    en: `The case \`${key}\` is not recorded event by event; put it into the column \`${key}\` of the records.`,
  };
}
