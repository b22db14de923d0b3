import type { Message } from '@assess/dsl';
import { type Manifest, type RefusedRecord, shown } from '@assess/runtime';
import type { InputFiles } from '../io/read-bytes.ts';
import { readCsvRecords } from './csv-records.ts';
import type { FoundRecord } from './found-record.ts';
import { readJsonRecords, readNdjsonRecords } from './json-records.ts';
import { Ledger, readLedger } from './ledger.ts';
import { didYouMean } from './near-names.ts';
import { OtherResults } from './other-results.ts';
import { recordFormat } from './record-format.ts';
import type { RecordPlace, RecordProblem } from './record-problem.ts';
import { RecordStore } from './record-store.ts';

/** Comparing every name of a ledger of other subjects with every name of a large cohort would take minutes. */
const mostSuggestions = 100;

/** The records of all files together, and the faults of the files themselves. */
export interface RecordSet {
  readonly records: RecordStore;
  /** Parallel to `records`. */
  readonly found: readonly FoundPlace[];
  readonly problems: readonly RecordProblem[];
}

/** Where a record was found. */
type FoundPlace = Pick<FoundRecord, 'place' | 'layout'>;

/**
 * Reads the records of all files, and gives each the entries that the ledgers and the results of other policies have for its subject. What is wrong with the form of
 * a file and between records is found here; the records themselves are not validated.
 *
 * @param tick is called for each record that is read, with their number.
 * @param results are those of other policies, as far as they are given.
 * @throws Failure if a file cannot be read.
 */
export async function readRecords(
  manifest: Manifest,
  files: InputFiles,
  paths: readonly string[],
  ledgerPaths: readonly string[],
  tick: (count: number) => void,
  results: OtherResults = OtherResults.none,
): Promise<RecordSet> {
  const problems: RecordProblem[] = [];
  const report = (problem: RecordProblem): void => void problems.push(problem);
  const ledger = new Ledger();
  for (const path of ledgerPaths) await readLedger(manifest, await files.read(path), path, ledger, report);
  const records = new RecordStore(manifest);
  const found: FoundPlace[] = [];
  const firstPlaces = new Map<string, RecordPlace>();
  for (const path of paths) {
    for await (const each of recordsOf(manifest, await files.read(path), path, results.keys, report)) {
      const name = nameOf(manifest, each);
      if (name !== null) {
        addEntries(ledger, name, each, report);
        results.join(each, name, manifest, report);
        const first = firstPlaces.get(name);
        if (first === undefined) firstPlaces.set(name, each.place);
        else report(duplicateSubject(manifest, each, name, first));
      }
      records.add(each.record);
      found.push({ place: each.place, layout: each.layout });
      tick(records.count);
    }
  }
  if (found.length === 0) {
    // Where a file says itself why it has none, nothing is missing.
    if (!problems.some(({ file }) => paths.includes(file))) paths.forEach((path) => report(noRecords(path)));
  } else {
    findStrangers(ledger, firstPlaces, report);
    results.findStrangers(firstPlaces, report);
  }
  return { records, found, problems };
}

/**
 * The faults of records that were refused, at the places where they are to be mended; without what was already reported for
 * a whole column or of the file.
 */
export function refusalProblems({ found }: RecordSet, refused: readonly RefusedRecord[]): RecordProblem[] {
  return refused.flatMap(({ record, issues }) => {
    const at = found[record];
    if (at === undefined) return [];
    return issues
      .filter(
        ({ kind, key }) =>
          kind !== 'record/subject-duplicate' && !(kind === 'record/missing' && at.layout.reported.has(key ?? '')),
      )
      .map(({ kind, key, message }) => ({ ...at.place, column: columnOf(at, key), kind, key, message }));
  });
}

function columnOf({ layout }: FoundPlace, key: string | null): string | null {
  return key === null ? null : (layout.letters.get(key) ?? null);
}

function recordsOf(
  manifest: Manifest,
  bytes: Buffer,
  path: string,
  elsewhere: ReadonlySet<string>,
  report: (problem: RecordProblem) => void,
): Iterable<FoundRecord> | AsyncIterable<FoundRecord> {
  switch (recordFormat(path, bytes)) {
    case 'csv':
      return readCsvRecords(manifest, bytes, path, elsewhere, report);
    case 'json':
      return readJsonRecords(manifest, bytes, path);
    case 'ndjson':
      return readNdjsonRecords(manifest, bytes, path);
  }
}

function nameOf(manifest: Manifest, { record }: FoundRecord): string | null {
  const name = record?.[manifest.subject];
  return typeof name === 'string' && name !== '' ? name : null;
}

function addEntries(ledger: Ledger, name: string, found: FoundRecord, report: (problem: RecordProblem) => void): void {
  const { record } = found;
  if (record === null) return;
  for (const [key, entries] of ledger.entriesOf(name)) {
    if ((record[key] ?? null) === null) {
      record[key] = entries;
      continue;
    }
    if (entries.length === 0) continue;
    const message: Message = {
      zh: `\`${shown(name)}\` 的情形 \`${shown(key)}\` 在记录和台账中都有；请只留一处。`,
      en: `The case \`${shown(key)}\` of \`${shown(name)}\` is both in the records and in the ledger; keep one of them.`,
    };
    report({ ...found.place, column: columnOf(found, key), kind: 'ledger/also-in-records', key, message });
  }
}

function duplicateSubject(manifest: Manifest, found: FoundRecord, name: string, first: RecordPlace): RecordProblem {
  const where = first.file === found.place.file ? '' : `${first.file} `;
  const message: Message = {
    zh: `\`${shown(name)}\` 重复，${where}第 ${first.number ?? 1} ${first.unit === 'record' ? '条' : '行'}已有；请只保留一条，或改用不同的名称。`,
    en: `\`${shown(name)}\` is there twice, first in ${where}${first.unit} ${first.number ?? 1}; keep one of them or give them different names.`,
  };
  return {
    ...found.place,
    column: columnOf(found, manifest.subject),
    kind: 'record/subject-duplicate',
    key: manifest.subject,
    message,
  };
}

function noRecords(file: string): RecordProblem {
  return {
    file,
    unit: 'record',
    number: null,
    column: null,
    kind: 'table/no-records',
    key: null,
    message: { zh: '没有记录，至少要有一个对象。', en: 'There are no records; at least one subject is needed.' },
  };
}

/** Reports the subjects of the ledgers of whom there is no record. */
function findStrangers(
  ledger: Ledger,
  subjects: ReadonlyMap<string, unknown>,
  report: (problem: RecordProblem) => void,
): void {
  const strangers = [...ledger.subjects].filter(([name]) => !subjects.has(name));
  const names = [...subjects.keys()];
  for (const [index, [name, { file, row, letter }]] of strangers.entries()) {
    const meant = didYouMean(name, index < mostSuggestions ? names : []);
    const message: Message = {
      zh: `记录中没有对象 \`${shown(name)}\`${meant.zh}`,
      en: `The records have no subject \`${shown(name)}\`${meant.en}`,
    };
    report({ file, unit: 'row', number: row, column: letter, kind: 'ledger/unknown-subject', key: null, message });
  }
}
