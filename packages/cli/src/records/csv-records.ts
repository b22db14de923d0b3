import type { Message } from '@assess/dsl';
import { type Manifest, normaliseCell, type RecordValue, shown } from '@assess/runtime';
import { labelOf } from '../io/read-bytes.ts';
import { textPieces } from '../io/read-text.ts';
import { readCsvRows } from './csv-rows.ts';
import { plainObject } from '../plain-object.ts';
import { readHeading } from './heading.ts';
import type { FoundRecord } from './found-record.ts';
import type { RecordProblem } from './record-problem.ts';

/**
 * The records of a CSV table: a heading with the keys of the inputs, then a row for each subject. What is wrong with the
 * heading is reported once, for all its columns. What is known from `elsewhere` needs none.
 *
 * @throws Failure if it is no CSV text.
 */
export async function* readCsvRecords(
  manifest: Manifest,
  bytes: Buffer,
  file: string,
  elsewhere: ReadonlySet<string>,
  report: (problem: RecordProblem) => void,
): AsyncGenerator<FoundRecord> {
  const rows = readCsvRows(textPieces(bytes, file), labelOf(file));
  const first = await rows.next();
  if (first.done === true) {
    report(
      tableProblem(file, 'table/empty', { zh: '表格是空的，没有表头。', en: 'The table is empty: it has no heading.' }),
    );
    return;
  }
  const inputs = new Map(manifest.inputs.map((input) => [input.key, input]));
  const heading = readHeading(first.value.cells, [manifest.subject, ...inputs.keys()]);
  const width = first.value.cells.length;
  for (const fault of heading.faults) {
    report({
      file,
      unit: 'row',
      number: first.value.row,
      column: fault.letter,
      kind: fault.kind,
      key: fault.key,
      message: fault.message,
    });
  }
  const letters = new Map(heading.columns.map(({ key, letter }) => [key, letter]));
  const missing = missingColumns(manifest, letters, elsewhere);
  const layout = { letters, reported: missing };
  for (const key of missing) report(missingColumn(file, first.value.row, key, policyOf(manifest, key)));
  if (missing.has(manifest.subject)) return;
  for await (const { row, cells } of rows) {
    const place = { file, unit: 'row', number: row } as const;
    if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
      report({
        ...place,
        column: null,
        kind: 'table/row-length',
        key: null,
        message: wrongLength(cells.length, width),
      });
      continue;
    }
    const record = plainObject<RecordValue>();
    for (const { index, key } of heading.columns) {
      const input = inputs.get(key);
      const cell = cells[index] ?? '';
      record[key] = input === undefined ? cell.normalize('NFC').trim() : normaliseCell(input, cell);
    }
    yield { place, record, layout };
  }
}

/** The keys without which no record is admissible and that have no column; lists may come from a ledger. */
function missingColumns(
  manifest: Manifest,
  columns: ReadonlyMap<string, string>,
  elsewhere: ReadonlySet<string>,
): ReadonlySet<string> {
  const needed = manifest.inputs
    .filter(({ key, absent, type }) => absent === 'refuse' && type.kind !== 'list' && !elsewhere.has(key))
    .map(({ key }) => key);
  return new Set([manifest.subject, ...needed].filter((key) => !columns.has(key)));
}

/** The policy whose result an input is, as this one calls it; null for an input of its own. */
function policyOf({ results }: Manifest, key: string): string | null {
  return results.find(({ figures }) => figures.some((figure) => figure.key === key))?.name ?? null;
}

function missingColumn(file: string, row: number, key: string, policy: string | null): RecordProblem {
  const option = policy === null ? null : `--results ${shown(policy)}=`;
  return {
    file,
    unit: 'row',
    number: row,
    column: null,
    kind: 'table/missing-column',
    key,
    message: {
      zh: `表头缺少 \`${shown(key)}\` 列${option === null ? '。' : `；也可以用 \`${option}结果.json\` 给出。`}`,
      en: `The heading has no column \`${shown(key)}\`${option === null ? '.' : `; or give \`${option}results.json\`.`}`,
    },
  };
}

function tableProblem(file: string, kind: `table/${string}`, message: Message): RecordProblem {
  return { file, unit: 'row', number: null, column: null, kind, key: null, message };
}

function wrongLength(cells: number, width: number): Message {
  return {
    zh: `有 ${cells} 格，表头有 ${width} 列；请检查逗号和引号。`,
    en: `There are ${cells} cells under a heading of ${width} columns; check the commas and quotation marks.`,
  };
}
