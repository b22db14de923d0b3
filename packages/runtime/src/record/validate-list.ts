import { shown } from '../bilingual.ts';
import type { Bilingual } from '../bilingual.ts';
import type { ListFieldSpec, ListInputType } from '../manifest.ts';
import { closest } from './closest.ts';
import { describeType } from './describe-type.ts';
import { inputIssue } from './issue.ts';
import type { Asked, RecordIssue } from './issue.ts';
import { isObject } from './recorded-value.ts';
import { meant, validateScalar } from './validate-scalar.ts';

/** Unknown fields of an entry that are named: a hostile entry may have thousands. */
const mostUnknown = 20;

/** The issues of a recorded list: as many entries as there may be, and each with its fields and no others. */
export function validateList(input: Asked, type: ListInputType, entries: readonly unknown[]): RecordIssue[] {
  const count = entries.length;
  if (count > type.most) {
    const message = {
      zh: `有 ${count} 条，最多 ${type.most} 条；请核对是否重复登记。`,
      en: `${count} entries where at most ${type.most} are taken; check whether some are recorded twice.`,
    };
    return [inputIssue('record/too-many-entries', input, entries, message)];
  }
  const issues = entries.flatMap((entry, index) => validateEntry(input, type, entry, index + 1));
  if (count >= type.least) return issues;
  const message = {
    zh: `有 ${count} 条，至少 ${type.least} 条；请补填。`,
    en: `${count} entries where at least ${type.least} are needed; record the others.`,
  };
  return [inputIssue('record/too-few-entries', input, entries, message), ...issues];
}

function validateEntry(input: Asked, type: ListInputType, entry: unknown, number: number): RecordIssue[] {
  const list = `\`${shown(input.key)}\``;
  const name = { zh: `${list} 第 ${number} 条`, en: `Entry ${number} of ${list}` };
  const fields = names(type);
  if (!isObject(entry)) {
    const message = {
      zh: `不合要求；应为含 ${fields.zh} 的对象。`,
      en: `which does not fit; it should be an object with ${fields.en}.`,
    };
    return [inputIssue('record/wrong-type', { ...input, name }, entry ?? '', message)];
  }
  const values = new Map<string, unknown>(Object.entries(entry));
  const known = type.fields.map((field) => field.name);
  const unknown = [...values.keys()].filter((key) => !known.includes(key));
  return [
    ...type.fields.flatMap((field) => validateField(field, values.get(field.name), input, number)),
    ...unknown.slice(0, mostUnknown).map((key) => {
      const suggestion = closest(key, known);
      const hint = suggestion === null ? { zh: '', en: '' } : meant(suggestion);
      const message = {
        zh: `是多余的${hint.zh}；每条只含 ${fields.zh}。`,
        en: `which is no field of it${hint.en}; there are only ${fields.en}.`,
      };
      const asked = { ...input, name: fieldName(input, key, number) };
      return inputIssue('record/field-unknown', asked, values.get(key) ?? '', message, suggestion);
    }),
  ];
}

function validateField({ name, type, absent }: ListFieldSpec, value: unknown, input: Asked, number: number) {
  const asked = { ...input, type, name: fieldName(input, name, number) };
  const blank = type.kind === 'text' && typeof value === 'string' && value.trim() === '';
  if (value === null || value === undefined || blank) {
    if (absent !== 'refuse' && !blank) return [];
    const wanted = describeType(type);
    const message = { zh: ` 没有填报；应为${wanted.zh}。`, en: `is missing; it should be ${wanted.en}.` };
    return [inputIssue('record/field-missing', asked, null, message)];
  }
  // Texts are compared as they are recorded.
  if (type.kind === 'text' && typeof value === 'string' && value.trim() !== value) {
    const message = { zh: '前后有空白；请删去。', en: 'with white space around it; remove it.' };
    return [inputIssue('record/field-blanks', asked, value, message)];
  }
  return validateScalar(asked, type, value);
}

function fieldName({ key }: Asked, field: string, number: number): Bilingual {
  const [list, name] = [`\`${shown(key)}\``, `\`${shown(field)}\``];
  return { zh: `${list} 第 ${number} 条的 ${name}`, en: `${name} of entry ${number} of ${list}` };
}

function names(type: ListInputType): Bilingual {
  const quoted = type.fields.map((field) => `\`${shown(field.name)}\``);
  return { zh: quoted.join('、'), en: quoted.join(', ') };
}
