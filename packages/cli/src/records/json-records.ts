import { LineMap } from '@assess/dsl';
import { type InputSpec, type InputType, type Manifest, normaliseCell, normaliseKey } from '@assess/runtime';
import { Failure } from '../failure.ts';
import { labelOf } from '../io/read-bytes.ts';
import { textPieces, utf8Text } from '../io/read-text.ts';
import { plainObject } from '../plain-object.ts';
import { decimalText } from './decimal-text.ts';
import type { FoundRecord, Layout } from './found-record.ts';
import {
  type JsonObject,
  JsonTextError,
  type JsonValue,
  NumberText,
  parseJson,
  parseJsonElements,
} from './json-text.ts';

/** Neither columns nor a heading that could lack one. */
const layout: Layout = { letters: new Map(), reported: new Set() };

/**
 * The records of a JSON text: a list of objects, or a single object.
 *
 * @throws Failure where it is not JSON, with line and column.
 */
export function* readJsonRecords(manifest: Manifest, bytes: Buffer, file: string): Generator<FoundRecord> {
  const text = utf8Text(bytes, file);
  const inputs = inputsByKey(manifest);
  let number = 0;
  try {
    for (const value of parseJsonElements(text)) {
      number++;
      yield {
        place: { file, unit: 'record', number },
        record: toRecord(value, inputs),
        layout,
      };
    }
  } catch (error) {
    throw notJson(error, file, (offset) => new LineMap(text).at(offset));
  }
}

/**
 * The records of an NDJSON text: an object on each line; blank lines are passed over.
 *
 * @throws Failure where a line is not JSON, with line and column.
 */
export function* readNdjsonRecords(manifest: Manifest, bytes: Buffer, file: string): Generator<FoundRecord> {
  const inputs = inputsByKey(manifest);
  let number = 0;
  for (const line of linesOf(textPieces(bytes, file))) {
    number++;
    if (line.trim() === '') continue;
    let value: JsonValue;
    try {
      value = parseJson(line);
    } catch (error) {
      const lineNumber = number;
      throw notJson(error, file, (offset) => ({ line: lineNumber, column: offset + 1 }));
    }
    yield {
      place: { file, unit: 'line', number },
      record: toRecord(value, inputs),
      layout,
    };
  }
}

function inputsByKey(manifest: Manifest): ReadonlyMap<string, InputSpec | null> {
  return new Map([[manifest.subject, null], ...manifest.inputs.map((input) => [input.key, input] as const)]);
}

/** Reads texts as cells of a table are read, and keeps numbers exact. Keys that begin with `#` are notes. */
function toRecord(value: JsonValue, inputs: ReadonlyMap<string, InputSpec | null>): Record<string, unknown> | null {
  if (!isObject(value)) return null;
  const record = plainObject<unknown>();
  for (const [written, held] of Object.entries(value)) {
    const key = inputs.has(written) ? written : normaliseKey(written);
    if (key.startsWith('#')) continue;
    const input = inputs.get(key);
    record[key] = toValue(held, input?.type ?? null);
  }
  return record;
}

/** A value of an input or of a field; null for what is declared nowhere. */
function toValue(held: JsonValue, type: InputType | null): unknown {
  if (typeof held === 'string') return type === null ? held.normalize('NFC').trim() : normaliseCell({ type }, held);
  if (type?.kind === 'number' && held instanceof NumberText) return decimalText(held.text);
  if (type?.kind !== 'list' || !Array.isArray(held)) return plain(held);
  const typeOf = new Map(type.fields.map((field) => [field.name, field.type]));
  return (held as readonly JsonValue[]).map((entry) => {
    if (!isObject(entry)) return plain(entry);
    const fields = Object.entries(entry).map(([written, value]) => {
      const name = typeOf.has(written) ? written : normaliseKey(written);
      return [name, toValue(value, typeOf.get(name) ?? null)] as const;
    });
    return plainObject(fields);
  });
}

/** The value as JavaScript has it, for the validation to judge. */
function plain(value: JsonValue): unknown {
  if (value instanceof NumberText) return Number(value.text);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(plain);
  if (!isObject(value)) return value;
  return plainObject(Object.entries(value).map(([key, held]) => [key, plain(held)] as const));
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof NumberText);
}

function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest: string[] = [];
  for (const piece of pieces) {
    const lines = piece.split('\n');
    rest.push(lines[0] ?? '');
    for (const line of lines.slice(1)) {
      yield rest.join('');
      rest = [line];
    }
  }
  yield rest.join('');
}

function notJson(error: unknown, file: string, place: (offset: number) => { line: number; column: number }): unknown {
  if (!(error instanceof JsonTextError)) return error;
  const label = labelOf(file);
  const { line, column } = place(error.offset);
  return new Failure({
    zh: `${label.zh}:${line}:${column} 不是有效的 JSON：${error.text.zh}。`,
    en: `${label.en}:${line}:${column} is not valid JSON: ${error.text.en}.`,
  });
}
