/** Whether a record can be assessed: every figure is there, of its type and within its range. */
import { shown } from '../bilingual.ts';
import { parseIsoDate } from '../date.ts';
import type { InputSpec, Manifest } from '../manifest.ts';
import { closest } from './closest.ts';
import { describeRange, describeType } from './describe-type.ts';
import { inputIssue, recordIssue } from './issue.ts';
import type { RecordIssue } from './issue.ts';
import { isObject } from './recorded-value.ts';
import { validateEvents } from './validate-events.ts';
import { validateNumber } from './validate-number.ts';

/** Comparing every unknown key of a hostile record with every input would take minutes. */
const mostSuggestions = 100;

/**
 * Every reason why `record` is not admissible, in the order of the policy's inputs, unknown keys last; empty when it is a
 * `SubjectRecord` that an evaluator takes. The manifest's requirements are not checked here: they need the evaluation.
 */
export function validateRecord(manifest: Manifest, record: unknown): RecordIssue[] {
  if (!isObject(record)) {
    return [
      recordIssue('record/not-a-record', {
        zh: '一条记录应为一个对象，键为填报项的名称，值为填报的数据。',
        en: 'A record should be an object with the names of the inputs as keys and what is recorded as values.',
      }),
    ];
  }
  const values = new Map<string, unknown>(Object.entries(record));
  return [
    ...validateSubject(manifest, values.get(manifest.subject)),
    ...manifest.inputs.flatMap((input) => validateValue(input, values.get(input.key))),
    ...findUnknownKeys(manifest, values.keys()),
  ];
}

/** The issues of the value of one input. */
function validateValue(input: InputSpec, value: unknown): RecordIssue[] {
  // Most values are in order: what they should be is put into words only where one is not.
  const describe = () => describeType(input.type);
  if (value === null || value === undefined) {
    if (input.absent !== 'refuse') return [];
    const wanted = describe();
    const source = input.source.map((document) => shown(document));
    const zh = source.length === 0 ? '' : `（来源：${source.join('、')}）`;
    const en = source.length === 0 ? '' : ` (source: ${source.join(', ')})`;
    return [
      inputIssue('record/missing', input, value, {
        zh: ` 没有填报；应为${wanted.zh}${zh}。`,
        en: `is missing; it should be ${wanted.en}${en}.`,
      }),
    ];
  }
  const { type } = input;
  const wrongType = () => {
    const wanted = describe();
    return inputIssue('record/wrong-type', input, value, {
      zh: `不合要求；应为${wanted.zh}。`,
      en: `which does not fit; it should be ${wanted.en}.`,
    });
  };
  switch (type.kind) {
    case 'number':
      return validateNumber(input, type, value);
    case 'events':
      return Array.isArray(value) ? validateEvents(input, type, value) : [wrongType()];
    case 'yes-no':
      return typeof value === 'boolean' ? [] : [wrongType()];
    case 'text':
      return typeof value === 'string' ? [] : [wrongType()];
    case 'date':
      return typeof value === 'string' ? validateDate(input, value) : [wrongType()];
    case 'choice': {
      if (typeof value !== 'string') return [wrongType()];
      if (type.options.includes(value)) return [];
      const wanted = describe();
      const suggestion = closest(value, type.options);
      const hint = suggestion === null ? { zh: '', en: '' } : meant(suggestion);
      const message = {
        zh: `不在选项之中${hint.zh}；应为${wanted.zh}。`,
        en: `which is not an option${hint.en}; it should be ${wanted.en}.`,
      };
      return [inputIssue('record/unknown-option', input, value, message, suggestion)];
    }
  }
}

function validateDate(input: InputSpec, value: string): RecordIssue[] {
  const date = parseIsoDate(value);
  if (date === null) {
    const message = {
      zh: '不是日期；请写成 2023-11-30 的样子，并核对该日是否存在。',
      en: 'which is not a date; write it like 2023-11-30 and check that there is such a day.',
    };
    return [inputIssue('record/bad-date', input, value, message)];
  }
  const { type } = input;
  const range = describeRange(type);
  if (type.kind !== 'date' || range === null) return [];
  const low = type.low === null ? null : parseIsoDate(type.low);
  const high = type.high === null ? null : parseIsoDate(type.high);
  if ((low === null || date >= low) && (high === null || date <= high)) return [];
  const message = {
    zh: `超出范围 ${range.zh}；请核对日期。`,
    en: `outside ${range.en}; check the date.`,
  };
  return [inputIssue('record/out-of-range', input, value, message)];
}

function validateSubject(manifest: Manifest, name: unknown): RecordIssue[] {
  if (typeof name === 'string' && name.trim() !== '') return [];
  const subject = shown(manifest.subject);
  const message = {
    zh: `没有写明考核对象；请在 \`${subject}\` 中填写名称（文字）。`,
    en: `The record names no subject; write its name under \`${subject}\` as a text.`,
  };
  return [recordIssue('record/subject-missing', message, { key: manifest.subject })];
}

function findUnknownKeys(manifest: Manifest, keys: Iterable<string>): RecordIssue[] {
  const known = knownKeys(manifest);
  const unknown = [...keys].filter((key) => !known.has(key));
  return unknown.map((key, index) => {
    const suggestion = index < mostSuggestions ? closest(key, known) : null;
    const hint = suggestion === null ? { zh: '', en: '' } : meant(suggestion);
    const message = {
      zh: `办法中没有填报项 \`${shown(key)}\`${hint.zh}；请改正名称或删去该项。`,
      en: `The policy has no input \`${shown(key)}\`${hint.en}; correct the name or remove it.`,
    };
    return recordIssue('record/unknown-key', message, { key, suggestion });
  });
}

/** The keys of a manifest, made once for all its records. */
function knownKeys(manifest: Manifest): ReadonlySet<string> {
  const known = keysOf.get(manifest) ?? new Set([manifest.subject, ...manifest.inputs.map((input) => input.key)]);
  keysOf.set(manifest, known);
  return known;
}

const keysOf = new WeakMap<Manifest, ReadonlySet<string>>();

function meant(suggestion: string) {
  return { zh: `（是否为 \`${shown(suggestion)}\`？）`, en: ` (did you mean \`${shown(suggestion)}\`?)` };
}
