import type { Message } from '@assess/dsl';
import { CsvError, Parser } from 'csv-parse';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../failure.ts';

/** One row of a table. */
export interface CsvRow {
  /** As a spreadsheet numbers it: from 1, the heading included, blank rows counted. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What may stand between cells: the comma, and what spreadsheets write in its place. */
const delimiters = [',', '\t', ';'] as const;

/**
 * The rows of a CSV text that have anything in them, the heading first.
 *
 * @throws Failure where quotation marks do not pair, with the row.
 */
export async function* readCsvRows(pieces: Iterable<string>, label: Message): AsyncGenerator<CsvRow> {
  const iterator = pieces[Symbol.iterator]();
  const first = iterator.next();
  if (first.done === true) return;
  const parser = new Parser({
    delimiter: findDelimiter(first.value),
    relax_column_count: true,
    skip_empty_lines: false,
  });
  const source = Readable.from(
    (function* () {
      yield first.value;
      yield* { [Symbol.iterator]: () => iterator };
    })(),
  );
  // The parser ends with the error of the source or its own; reading from it below reports either.
  pipeline(source, parser).catch(() => {});
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++;
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser may be ahead of us: it knows how many rows it has finished.
    const faulty = Number(error['records']) + 1;
    throw new Failure(
      {
        zh: `${label.zh} 第 ${faulty} 行的引号没有配对。`,
        en: `${label.en}: the quotation marks in row ${faulty} do not pair.`,
      },
      {
        zh: '含逗号、引号或换行的单元格，整格要用英文引号 " 括起来，格内的 " 要写两遍。',
        en: 'A cell with a comma, a quotation mark or a line break stands between quotation marks, and a mark inside it is doubled.',
      },
    );
  }
}

/** The delimiter that parts the heading most often. */
function findDelimiter(text: string): string {
  const end = text.search(/[\r\n]/);
  const heading = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => heading.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The name of a column in a spreadsheet, from its index: A, B, …, Z, AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(0x41 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
