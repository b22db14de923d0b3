/** From what people type into the cells of a table to the values of a record. */
import { formatDate, parseDate } from '../date.ts';
import { formatExact, parseDecimal } from '../decimal/text.ts';
import type { ListEntry, RecordValue, ScalarValue } from '../evaluator.ts';
import type { InputSpec, ListFieldSpec, ScalarInputType } from '../manifest.ts';
import { isObject } from './recorded-value.ts';
import { unitSpellings } from './unit-words.ts';

const yes = new Set(['是', 'yes', 'y', 'true', '1', '√', '✓', '✔']);
const no = new Set(['否', 'no', 'n', 'false', '0', '×', '✗', '✘']);
const notReported = new Set(['未报', 'not reported']);

/** A column's heading or a record's key in the form that the manifest uses: NFC, trimmed, path joined by `.`. */
export function normaliseKey(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replaceAll(/\s*[·.]\s*/gu, '.');
}

/**
 * The value that a cell means for an input. Full-width digits and signs, blanks around, the input's own unit behind the
 * figure, and the usual ways to write yes, no and dates are understood; an empty cell is absent (null). A text that cannot be
 * read so is returned as it is, trimmed: `validateRecord` says what is wrong with it.
 */
export function normaliseCell({ type }: Pick<InputSpec, 'type'>, cell: string): RecordValue {
  if (type.kind !== 'list') return normaliseScalar(type, cell);
  const text = cell.trim();
  if (text === '' || notReported.has(text.toLowerCase())) return null;
  return parseList(type.fields, text) ?? text;
}

function normaliseScalar(type: ScalarInputType, cell: string): ScalarValue {
  const text = cell.trim();
  if (text === '') return null;
  if (type.kind === 'text') return text;
  if (type.kind === 'choice') return normaliseChoice(type.options, text);
  const plain = text.length > 200 ? text : text.normalize('NFKC').trim();
  const word = plain.toLowerCase();
  if (notReported.has(word)) return null;
  switch (type.kind) {
    case 'number':
      return normaliseNumber(type.unit, plain) ?? text;
    case 'yes-no':
      return yes.has(word) ? true : no.has(word) ? false : text;
    case 'date':
      return normaliseDate(plain) ?? text;
  }
}

function normaliseNumber(unit: string | null, text: string): string | null {
  const spelling = unit === null ? undefined : unitSpellings(unit).find((each) => text.endsWith(each));
  const figure = spelling === undefined ? text : text.slice(0, -spelling.length).trimEnd();
  const number = parseDecimal(figure);
  return number === null ? null : formatExact(number);
}

function normaliseDate(text: string): string | null {
  const date = parseDate(text);
  return date === null ? null : formatDate(date);
}

/** The option that the text spells, else the text. Names are compared exactly first, so that no option hides another. */
function normaliseChoice(options: readonly string[], text: string): string {
  if (options.includes(text)) return text;
  const folded = options.filter((option) => fold(option) === fold(text));
  return folded.length === 1 ? (folded[0] ?? text) : text;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

/**
 * The entries of a list in one cell: JSON as in a record, or `日期：2023年5月1日，事项：文明单位；日期：…` (entries parted by semicolons
 * or line ends, fields by commas), each value read like a cell. With a single field its name may be left out. Null when it
 * is neither.
 */
function parseList(fields: readonly ListFieldSpec[], text: string): readonly ListEntry[] | null {
  const entries = text.startsWith('[') ? parseJsonEntries(text) : parsePlainEntries(fields, text);
  if (entries === null) return null;
  const typeOf = new Map(fields.map(({ name, type }) => [name, type]));
  return entries.map((entry) =>
    Object.fromEntries(entry.map(([name, value]) => [name, read(typeOf.get(name), value)])),
  );
}

function read(type: ScalarInputType | undefined, value: ScalarValue): ScalarValue {
  return type === undefined || typeof value !== 'string' ? value : normaliseScalar(type, value);
}

type Entry = readonly (readonly [name: string, value: ScalarValue])[];

function parsePlainEntries(fields: readonly ListFieldSpec[], text: string): Entry[] | null {
  const only = fields.length === 1 ? fields[0]?.name : undefined;
  const entries: Entry[] = [];
  for (const line of text.split(/[;；\n]/u).filter((each) => each.trim() !== '')) {
    const entry: [string, string][] = [];
    for (const field of line.split(/[,，]/u)) {
      const colon = field.search(/[:：]/u);
      const name = colon === -1 ? only : field.slice(0, colon).trim();
      if (name === undefined) return null;
      entry.push([name, field.slice(colon + 1).trim()]);
    }
    entries.push(entry);
  }
  return entries;
}

function parseJsonEntries(text: string): Entry[] | null {
  const value = parseJson(text);
  if (!Array.isArray(value)) return null;
  const entries: Entry[] = [];
  for (const element of value as readonly unknown[]) {
    if (!isObject(element)) return null;
    const entry: [string, ScalarValue][] = [];
    for (const [name, field] of Object.entries(element)) {
      if (!isScalar(field)) return null;
      entry.push([name, field]);
    }
    entries.push(entry);
  }
  return entries;
}

function isScalar(value: unknown): value is ScalarValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
