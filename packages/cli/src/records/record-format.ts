import { extname } from 'node:path';
import { parseJson } from './json-text.ts';

/** In what form records come. */
export type RecordFormat = 'csv' | 'json' | 'ndjson';

const byExtension: Readonly<Record<string, RecordFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** The form of records, by the extension of the file; where that does not tell (standard input), by how the text begins. */
export function recordFormat(path: string, bytes: Buffer): RecordFormat {
  const extension = extname(path).toLowerCase();
  if (Object.hasOwn(byExtension, extension)) return byExtension[extension] ?? 'csv';
  const beginning = bytes
    .toString('utf8', 0, 1000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (beginning.startsWith('[')) return 'json';
  if (!beginning.startsWith('{')) return 'csv';
  // An object that ends on its line is one of many; one that goes on over several lines stands alone.
  const start = bytes.indexOf('{');
  const end = bytes.indexOf('\n', start);
  return end >= 0 && isJson(bytes.toString('utf8', start, end)) ? 'ndjson' : 'json';
}

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}
