import type { Message } from '@assess/dsl';
import type { RecordIssue } from '@assess/runtime';

/** Where a record stands, as whoever mends it counts. */
export interface RecordPlace {
  /** As given on the command line. */
  readonly file: string;
  /** `row` of a spreadsheet, `line` of an NDJSON file, or `record` of a JSON list; null for the file as a whole. */
  readonly unit: 'row' | 'line' | 'record';
  /** From 1. */
  readonly number: number | null;
}

/** One fault of the records: one thing to mend, at its place. */
export interface RecordProblem extends RecordPlace {
  /** Letter of the column of a spreadsheet. */
  readonly column: string | null;
  /** Names the kind of fault for machines: one of the runtime's, or `table/…`, `ledger/…` and `results/…` for faults of files. */
  readonly kind: RecordIssue['kind'] | `table/${string}` | `ledger/${string}` | `results/${string}`;
  /** The key of the input. */
  readonly key: string | null;
  readonly message: Message;
}

/**
 * Where a problem is, or several of one column: `第 3 行 C 列`, `row 3, column C`; only the column, or nothing, for a problem of
 * the file as a whole.
 */
export function describePlace({
  unit,
  number,
  column,
}: {
  readonly unit: RecordPlace['unit'];
  readonly number: number | Message | null;
  readonly column: string | null;
}): Message {
  const inColumn = column === null ? { zh: '', en: '' } : { zh: `${column} 列`, en: `column ${column}` };
  if (number === null) return inColumn;
  const numbers = typeof number === 'number' ? { zh: String(number), en: String(number) } : number;
  const plural = typeof number === 'number' ? '' : 's';
  const numbered = {
    row: { zh: `第 ${numbers.zh} 行`, en: `row${plural} ${numbers.en}` },
    line: { zh: `第 ${numbers.zh} 行`, en: `line${plural} ${numbers.en}` },
    record: { zh: `第 ${numbers.zh} 条`, en: `record${plural} ${numbers.en}` },
  }[unit];
  return column === null ? numbered : { zh: `${numbered.zh} ${inColumn.zh}`, en: `${numbered.en}, ${inColumn.en}` };
}
