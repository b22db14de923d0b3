import type { Message } from '@assess/dsl';
import {
  type EventRecord,
  formatDate,
  type InputSpec,
  type InputType,
  type Manifest,
  parseDate,
  shown,
} from '@assess/runtime';
import { labelOf } from '../io/read-bytes.ts';
import { textPieces } from '../io/read-text.ts';
import { plainObject } from '../plain-object.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { type Column, readHeading, suggestKey } from './heading.ts';
import type { RecordProblem } from './record-problem.ts';

const subjectHeadings = ['对象', 'subject'];
const caseHeadings = ['情形', 'case'];

/** A cell of a ledger, as a spreadsheet names it. */
interface LedgerCell {
  readonly row: number;
  readonly letter: string;
}

/** The events of a ledger, by subject and by the key of the case, in the order of the rows. */
export class Ledger {
  readonly #events = new Map<string, Map<string, EventRecord[]>>();
  /** Where each subject is first named. */
  readonly #subjects = new Map<string, LedgerCell>();

  /** Notes that a row is about a subject. */
  name(cell: LedgerCell, subject: string): void {
    if (!this.#subjects.has(subject)) this.#subjects.set(subject, cell);
  }

  add(subject: string, key: string, event: EventRecord): void {
    const cases = this.#events.get(subject) ?? new Map<string, EventRecord[]>();
    this.#events.set(subject, cases);
    const events = cases.get(key) ?? [];
    cases.set(key, events);
    events.push(event);
  }

  eventsOf(subject: string): ReadonlyMap<string, readonly EventRecord[]> {
    return this.#events.get(subject) ?? new Map();
  }

  /** All subjects with the cell in which each is first named. */
  get subjects(): ReadonlyMap<string, LedgerCell> {
    return this.#subjects;
  }
}

/**
 * Reads a ledger of events: a table with a row for each occurrence of a case, its columns the subject (`对象`, `subject`
 * or the policy's own word), the case (`情形`, `case`) by its key, and the fields that are recorded with it.
 *
 * @throws Failure if it is no CSV text.
 */
export async function readLedger(
  manifest: Manifest,
  bytes: Buffer,
  file: string,
  report: (problem: RecordProblem) => void,
): Promise<Ledger> {
  const ledger = new Ledger();
  const cases = new Map(manifest.inputs.filter((input) => input.role === 'case').map((input) => [input.key, input]));
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
  if (subjectColumn === undefined || caseColumn === undefined) {
    report({ ...at, column: null, kind: 'ledger/missing-column', key: null, message: missingColumns(manifest) });
    return ledger;
  }
  const fields = heading.columns.filter((column) => column !== subjectColumn && column !== caseColumn);
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
    ledger.name({ row: row.row, letter: subjectColumn.letter }, subject);
    const written = cellOf(row, caseColumn).replaceAll('·', '.');
    const input = cases.get(written);
    if (input === undefined || !recordsEvents(input)) {
      problem(caseColumn, 'ledger/unknown-case', input === undefined ? unknownCase(written, cases) : notAnEvent(input));
      continue;
    }
    const event = readEvent(input, row, fields, problem);
    if (event !== null) ledger.add(subject, input.key, event);
  }
  return ledger;
}

/** The input of a case that is recorded event by event. */
type EventsInput = InputSpec & { readonly type: Extract<InputType, { kind: 'events' }> };

function recordsEvents(input: InputSpec): input is EventsInput {
  return input.type.kind === 'events';
}

function fieldNames(cases: Iterable<InputSpec>): string[] {
  const names = [...cases].flatMap(({ type }) =>
    type.kind === 'events' ? type.fields.map((field) => field.name) : [],
  );
  return [...new Set(names)];
}

function findColumn(columns: readonly Column[], keys: readonly string[]): Column | undefined {
  return columns.find((column) => keys.includes(column.key));
}

function cellOf({ cells }: CsvRow, { index }: Column): string {
  return (cells[index] ?? '').normalize('NFC').trim();
}

type Report = (column: Column | null, kind: `ledger/${string}`, message: Message) => void;

/** The event of a row, its dates in the form that records use, or null where it is faulty, which is reported. */
function readEvent(
  { key, type }: EventsInput,
  row: CsvRow,
  columns: readonly Column[],
  report: Report,
): EventRecord | null {
  const event = plainObject<string>();
  let faulty = false;
  const fault: Report = (...reported) => {
    faulty = true;
    report(...reported);
  };
  for (const column of columns) {
    const text = cellOf(row, column);
    if (text === '') continue;
    const field = type.fields.find(({ name }) => name === column.key);
    const date = field?.kind === 'date' ? parseDate(text.normalize('NFKC')) : null;
    if (field === undefined) fault(column, 'ledger/unknown-field', superfluous(key, column.key));
    else if (field.kind === 'date' && date === null) fault(column, 'ledger/bad-date', notADate(text));
    else event[field.name] = date === null ? text : formatDate(date);
  }
  for (const { name } of type.fields) {
    const column = columns.find((each) => each.key === name);
    if (column === undefined || cellOf(row, column) === '')
      fault(column ?? null, 'ledger/field-missing', missingField(key, name));
  }
  return faulty ? null : event;
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

function notADate(text: string): Message {
  return {
    zh: `\`${shown(text)}\` 不是日期；请写成 2023-11-30 的样子，并核对该日是否存在。`,
    en: `\`${shown(text)}\` is not a date; write it like 2023-11-30 and check that there is such a day.`,
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

function notAnEvent(input: InputSpec): Message {
  const key = shown(input.key);
  return {
    zh: `情形 \`${key}\` 不逐次登记，请填在记录表的 \`${key}\` 列中。`,
    en: `The case \`${key}\` is not recorded event by event; put it into the column \`${key}\` of the records.`,
  };
}
