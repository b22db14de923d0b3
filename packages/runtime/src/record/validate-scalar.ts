import { shown } from '../bilingual.ts';
import { parseIsoDate } from '../date.ts';
import type { ScalarInputType } from '../manifest.ts';
import { closest } from './closest.ts';
import { describeRange, describeType } from './describe-type.ts';
import { inputIssue } from './issue.ts';
import type { Asked, RecordIssue } from './issue.ts';
import { validateNumber } from './validate-number.ts';

/** The issues of one value that is there, of an input or of a field of an entry. */
export function validateScalar(asked: Asked, type: ScalarInputType, value: unknown): RecordIssue[] {
  switch (type.kind) {
    case 'number':
      return validateNumber(asked, type, value);
    case 'yes-no':
      return typeof value === 'boolean' ? [] : [wrongType(asked, value)];
    case 'text':
      if (typeof value !== 'string') return [wrongType(asked, value)];
      return type.filled === true && value.trim() === '' ? [blank(asked, value)] : [];
    case 'date':
      return typeof value === 'string' ? validateDate(asked, value) : [wrongType(asked, value)];
    case 'choice': {
      if (typeof value !== 'string') return [wrongType(asked, value)];
      if (type.options.includes(value)) return [];
      const wanted = describeType(type);
      const suggestion = closest(value, type.options);
      const hint = suggestion === null ? { zh: '', en: '' } : meant(suggestion);
      const message = {
        zh: `不在选项之中${hint.zh}；应为${wanted.zh}。`,
        en: `which is not an option${hint.en}; it should be ${wanted.en}.`,
      };
      return [inputIssue('record/unknown-option', asked, value, message, suggestion)];
    }
  }
}

function blank(asked: Asked, value: string): RecordIssue {
  return inputIssue('record/blank', asked, value, {
    zh: '是空白；请写明内容。',
    en: 'which is blank; write what it is.',
  });
}

/** The issue of a value that is of another kind altogether. */
export function wrongType(asked: Asked, value: unknown): RecordIssue {
  const wanted = describeType(asked.type);
  return inputIssue('record/wrong-type', asked, value, {
    zh: `不合要求；应为${wanted.zh}。`,
    en: `which does not fit; it should be ${wanted.en}.`,
  });
}

/** `did you mean …?` behind a name, in both languages. */
export function meant(suggestion: string) {
  return { zh: `（是否为 \`${shown(suggestion)}\`？）`, en: ` (did you mean \`${shown(suggestion)}\`?)` };
}

function validateDate(asked: Asked, value: string): RecordIssue[] {
  const date = parseIsoDate(value);
  if (date === null) {
    const message = {
      zh: '不是日期；请写成 2023-11-30 的样子，并核对该日是否存在。',
      en: 'which is not a date; write it like 2023-11-30 and check that there is such a day.',
    };
    return [inputIssue('record/bad-date', asked, value, message)];
  }
  const { type } = asked;
  const range = describeRange(type);
  if (type.kind !== 'date' || range === null) return [];
  const low = type.low === null ? null : parseIsoDate(type.low);
  const high = type.high === null ? null : parseIsoDate(type.high);
  if ((low === null || date >= low) && (high === null || date <= high)) return [];
  const message = {
    zh: `超出范围 ${range.zh}；请核对日期。`,
    en: `outside ${range.en}; check the date.`,
  };
  return [inputIssue('record/out-of-range', asked, value, message)];
}
