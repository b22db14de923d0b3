/** From what people type into the cells of a table to the values of a record. */
import { formatDate, parseDate } from '../date.ts';
import { formatExact, parseDecimal } from '../decimal/text.ts';
import type { EventRecord, RecordValue } from '../evaluator.ts';
import type { EventFieldSpec, InputSpec } from '../manifest.ts';
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
export function normaliseCell(input: Pick<InputSpec, 'type'>, cell: string): RecordValue {
  const { type } = input;
  const text = cell.trim();
  if (text === '') return null;
  if (type.kind === 'text') return text;
  if (type.kind === 'choice') return normaliseChoice(type.options, text);
  const plain = text.length > 200 && type.kind !== 'events' ? text : text.normalize('NFKC').trim();
  const word = plain.toLowerCase();
  if (notReported.has(word)) return null;
  switch (type.kind) {
    case 'number':
      return normaliseNumber(type.unit, plain) ?? text;
    case 'yes-no':
      return yes.has(word) ? true : no.has(word) ? false : text;
    case 'date':
      return normaliseDate(plain) ?? text;
    case 'events':
      return parseEvents(type.fields, text) ?? text;
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
 * Events in one cell: JSON as in a record, or `日期：2023年5月1日，事项：文明单位；日期：…` (events parted by semicolons or line ends,
 * fields by commas). With a single field its name may be left out. Null when it is neither.
 */
function parseEvents(fields: readonly EventFieldSpec[], text: string): readonly EventRecord[] | null {
  const events = text.startsWith('[') ? parseJsonEvents(text) : parsePlainEvents(fields, text);
  if (events === null) return null;
  const dates = new Set(fields.filter((field) => field.kind === 'date').map((field) => field.name));
  return events.map((event) =>
    Object.fromEntries(
      event.map(([name, value]) => {
        const date = dates.has(name) ? normaliseDate(value.normalize('NFKC').trim()) : null;
        return [name, date ?? value];
      }),
    ),
  );
}

type Entries = readonly (readonly [name: string, value: string])[];

function parsePlainEvents(fields: readonly EventFieldSpec[], text: string): Entries[] | null {
  const only = fields.length === 1 ? fields[0]?.name : undefined;
  const events: Entries[] = [];
  for (const line of text.split(/[;；\n]/u).filter((each) => each.trim() !== '')) {
    const event: [string, string][] = [];
    for (const field of line.split(/[,，]/u)) {
      const colon = field.search(/[:：]/u);
      const name = colon === -1 ? only : field.slice(0, colon).trim();
      if (name === undefined) return null;
      event.push([name, field.slice(colon + 1).trim()]);
    }
    events.push(event);
  }
  return events;
}

function parseJsonEvents(text: string): Entries[] | null {
  const value = parseJson(text);
  if (!Array.isArray(value)) return null;
  const events: Entries[] = [];
  for (const element of value as readonly unknown[]) {
    if (!isObject(element)) return null;
    const event: [string, string][] = [];
    for (const [name, field] of Object.entries(element)) {
      if (typeof field !== 'string') return null;
      event.push([name, field.trim()]);
    }
    events.push(event);
  }
  return events;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
