import { type Assessment, assessFiles, resultsOf } from '../assessment.ts';
import type { Context } from '../context.ts';
import { formatOfFile } from '../io/format-of-file.ts';
import { refuseInput } from '../io/refuse-input.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import type { ResultsOption } from '../records/other-results.ts';
import { resultsCsv } from '../report/results-csv.ts';
import { resultsJson, resultsNdjson } from '../report/results-json.ts';
import { resultsTable } from '../report/results-table.ts';

/** How results are written. */
export type RunFormat = 'table' | 'csv' | 'json' | 'ndjson';

/** The options of `assess run`. */
export interface RunFlags {
  readonly events?: readonly string[];
  readonly results?: readonly ResultsOption[];
  readonly format?: RunFormat;
  readonly output?: string;
}

const byExtension: ReadonlyMap<string, RunFormat> = new Map([
  ['.csv', 'csv'],
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.txt', 'table'],
  ['', 'table'],
]);
const extensions = {
  zh: '.csv（电子表格软件可以打开）、.json、.ndjson，或 .txt（表格）',
  en: '.csv (for spreadsheets), .json, .ndjson or .txt (the table)',
};

/** Assesses all records by a policy and writes the results. */
export async function run(
  context: Context,
  flags: RunFlags,
  policy: string,
  ...records: readonly string[]
): Promise<void> {
  const { output, events = [], results = [] } = flags;
  const others = results.map(({ path }) => path);
  if (output !== undefined) await refuseInput(output, [policy, ...records, ...events, ...others]);
  const format = flags.format ?? formatOfFile(output ?? '', byExtension, extensions);
  // Faults go to whoever reads the results, unless that is a file.
  const json = output === undefined && (format === 'json' || format === 'ndjson');
  const assessment = await assessFiles(context, { policy, records, events, results, json });
  if (assessment === null) return;
  const pieces = write(assessment, format, output !== undefined, context);
  if (output === undefined) {
    for (const piece of pieces) await context.out.write(piece);
    return;
  }
  await writeFileAtomically(output, pieces);
  const count = assessment.cohort.ordered.length;
  const done = {
    zh: `已评定 ${count} 个对象，结果在 ${output}`,
    en: `${count} ${count === 1 ? 'subject' : 'subjects'} assessed, results in ${output}`,
  };
  await context.error.write(`${context.text(done)}\n`);
}

function* write(assessment: Assessment, format: RunFormat, toFile: boolean, context: Context): Generator<string> {
  const { manifest, cohort } = assessment;
  const silently = !toFile && format !== 'table' && context.out.isTerminal;
  const subjects = resultsOf(assessment, context, silently);
  switch (format) {
    case 'table':
      yield* resultsTable(manifest, cohort, subjects, context.locale, context.out);
      break;
    case 'csv':
      // Without the mark, spreadsheets on a Chinese system take a file for GBK.
      if (toFile) yield '\ufeff';
      yield* resultsCsv(manifest, subjects, context.locale);
      break;
    case 'json':
      yield* resultsJson(cohort, subjects);
      break;
    case 'ndjson':
      yield* resultsNdjson(subjects);
      break;
  }
}
