import { shown } from '../bilingual.ts';
import { compare, divide, isInteger, multiply, rational, subtract } from '../decimal/rational.ts';
import { parseDecimal } from '../decimal/text.ts';
import type { Rational } from '../evaluator.ts';
import type { NumberInputType } from '../manifest.ts';
import { describeSet, describeType } from './describe-type.ts';
import { inputIssue } from './issue.ts';
import type { Asked, RecordIssue } from './issue.ts';
import { recordedNumber } from './recorded-value.ts';
import { countOf, unitName, withUnit } from './unit-words.ts';

/** The issues of a value recorded for a number. */
export function validateNumber(input: Asked, type: NumberInputType, value: unknown): RecordIssue[] {
  const number = recordedNumber(value);
  if (number === null) return [notANumber(input, type, value)];
  const issues: RecordIssue[] = [];
  const { low, high, scale } = boundsOf(type);
  // Steps and listed values say all there is to say of decimals.
  const isLimited = type.step !== undefined || type.values !== undefined;
  if (!isLimited && !isInteger(multiply(number, scale))) {
    const zh = type.decimals === 0 ? '应为整数' : `最多 ${type.decimals} 位小数`;
    const en =
      type.decimals === 0 ? 'which should be a whole number' : `with more than ${countOf(type.decimals, 'decimal')}`;
    const message = { zh: `小数位数过多，${zh}；请按原始数据重填。`, en: `${en}; record it again from its source.` };
    issues.push(inputIssue('record/too-many-decimals', input, value, message));
  }
  if ((low !== null && compare(number, low) < 0) || (high !== null && compare(number, high) > 0)) {
    const highest = withUnit(type.high, type.unit);
    const message = {
      zh: `超出范围 ${type.low}至${highest.zh}；请核对数据和单位。`,
      en: `outside ${type.low} to ${highest.en}; check the figure and its unit.`,
    };
    issues.push(inputIssue('record/out-of-range', input, value, message));
  }
  if (issues.length === 0 && !isAmong(type, number)) {
    const set = describeSet(type) ?? { zh: '', en: '' };
    const message = {
      zh: `不是可填的数；应为${set.zh}。`,
      en: `which is not one of the values; it should be ${set.en}.`,
    };
    issues.push(inputIssue('record/not-a-value', input, value, message));
  }
  return issues;
}

/** Whether a number lies on a step from the low end, and is one of the listed values. */
function isAmong(type: NumberInputType, number: Rational): boolean {
  const { low, step, values } = boundsOf(type);
  const onStep = step === null || low === null || isInteger(divide(subtract(number, low), step));
  return onStep && (values === null || values.some((each) => compare(each, number) === 0));
}

interface Bounds {
  readonly step: Rational | null;
  readonly values: readonly Rational[] | null;
  readonly low: Rational | null;
  readonly high: Rational | null;
  /** What a number with as many decimals as are allowed has to be multiplied by to be whole. */
  readonly scale: Rational;
}

const known = new WeakMap<NumberInputType, Bounds>();

/** The bounds of a type as numbers, read once for all records. */
function boundsOf(type: NumberInputType): Bounds {
  const bounds = known.get(type) ?? {
    low: parseDecimal(type.low),
    high: parseDecimal(type.high),
    scale: rational(10n ** BigInt(type.decimals)),
    step: type.step === undefined ? null : parseDecimal(type.step),
    values: type.values?.flatMap((each) => parseDecimal(each) ?? []) ?? null,
  };
  known.set(type, bounds);
  return bounds;
}

/** Says what stands in the way of reading a number, where that is one of the usual things. */
function notANumber(input: Asked, type: NumberInputType, value: unknown): RecordIssue {
  const text = typeof value === 'string' && value.length < 100 ? value.trim().normalize('NFKC') : '';
  const wanted = describeType(type);
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?/.test(text)) {
    const suggestion = text.replaceAll(',', '');
    const message = {
      zh: `含有千分位逗号；请写成 \`${suggestion}\`。`,
      en: `with a thousands separator; write \`${suggestion}\`.`,
    };
    return inputIssue('record/thousands-separator', input, value, message, suggestion);
  }
  const [, figure = '', unit = ''] = /^([+-]?[\d.]+)\s*(\D.*)$/u.exec(text) ?? [];
  if (parseDecimal(figure) !== null && unit !== '') {
    const wantedUnit = unitName(type.unit);
    const message = {
      zh: `带有单位 \`${shown(unit)}\`，而该项${wantedUnit === null ? '没有单位' : `以 ${wantedUnit.zh} 计`}；请折算后只填数字。`,
      en: `with the unit \`${shown(unit)}\` where ${wantedUnit === null ? 'there is none' : `it is counted in ${wantedUnit.en}`}; convert it and record the figure alone.`,
    };
    return inputIssue('record/wrong-unit', input, value, message);
  }
  const message = {
    zh: `不是数；应为${wanted.zh}。`,
    en: `which is not a number; it should be ${wanted.en}.`,
  };
  return inputIssue('record/wrong-type', input, value, message);
}
