import {
  formatDate,
  formatShort,
  multiply,
  rational,
  toInteger,
  withUnit,
  type Rational,
  type StepValue,
} from '@assess/runtime';
import type { Message } from '../source/locale.ts';
import type { GradeType, NumberType, Type } from '../types/type.ts';

/** The value of a step as the drafter would write it: with its unit, its option or its grade. */
export function showValue(value: StepValue | undefined, type: Type): Message {
  if (value === undefined) return { zh: '—', en: '—' };
  if (typeof value === 'boolean') return yesOrNo(value);
  switch (type.type) {
    case 'truth':
      return yesOrNo(value.numerator !== 0n);
    case 'date':
      return same(formatDate(toInteger(value)));
    case 'choice':
      return same(type.options[toInteger(value)] ?? '?');
    case 'grade':
      return showGrade(toInteger(value), type);
    case 'number':
      return showNumber(value, type);
    case 'text':
    case 'events':
    case 'error':
      return same(formatShort(value));
  }
}

/** A grade; behind the grades stand 不定等次 and the outcomes. */
function showGrade(index: number, { grades, outcomes }: GradeType): Message {
  if (index === grades.length) return { zh: '不定等次', en: 'no grade' };
  return same(grades[index] ?? outcomes[index - grades.length - 1] ?? '?');
}

function showNumber(value: Rational, { dimension, counted }: NumberType): Message {
  switch (dimension) {
    case 'points':
      return withUnit(formatShort(value), 'point');
    case 'ratio':
      return withUnit(formatShort(multiply(value, rational(100n))), 'percent');
    case 'money':
      return withUnit(formatShort(value), 'yuan');
    case 'count':
      return withUnit(formatShort(value), counted);
    case 'days':
      return withUnit(formatShort(value), 'day');
    case 'workdays':
      return withUnit(formatShort(value), 'workday');
    case 'hours':
      return withUnit(formatShort(value), 'hour');
    case 'months':
      return withUnit(formatShort(value), 'month');
  }
}

function same(text: string): Message {
  return { zh: text, en: text };
}

function yesOrNo(value: boolean): Message {
  return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
}
