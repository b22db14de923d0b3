/** What may be recorded for an input, in words. */
import { shown } from '../bilingual.ts';
import type { Bilingual } from '../bilingual.ts';
import type { InputType, NumberInputType } from '../manifest.ts';
import { countOf, withUnit } from './unit-words.ts';

/** The bounds of a number or a date with their unit, both included: `0至60次`, `0 to 60 times`. Null where there are none. */
export function describeRange(type: InputType): Bilingual | null {
  if (type.kind === 'number') {
    const high = withUnit(type.high, type.unit);
    return { zh: `${type.low}至${high.zh}`, en: `${type.low} to ${high.en}` };
  }
  if (type.kind !== 'date') return null;
  const { low, high } = type;
  if (low !== null && high !== null) return { zh: `${low} 至 ${high}`, en: `${low} to ${high}` };
  if (low !== null) return { zh: `${low} 及以后`, en: `${low} or later` };
  return high === null ? null : { zh: `${high} 及以前`, en: `${high} or earlier` };
}

/** The numbers that can be recorded, where they are listed or lie on steps; null for any others. */
export function describeSet(type: NumberInputType): Bilingual | null {
  if (type.values !== undefined) {
    const shownValues = type.values.slice(0, 12);
    const more = type.values.length > 12;
    const last = shownValues.at(-1) ?? '';
    const others = shownValues.slice(0, -1);
    const unit = withUnit(last, type.unit);
    return {
      zh: `${[...others, unit.zh].join('、')}${more ? ' 等' : ''}之一`,
      en: `one of ${[...others, unit.en].join(', ')}${more ? ' and others' : ''}`,
    };
  }
  if (type.step === undefined) return null;
  const [step, high] = [withUnit(type.step, type.unit), withUnit(type.high, type.unit)];
  return {
    zh: `${type.low}至${high.zh} 每隔 ${step.zh} 的数`,
    en: `a number from ${type.low} to ${high.en} in steps of ${step.en}`,
  };
}

/** What a value has to be, to follow `应为` and `it should be`. */
export function describeType(type: InputType): Bilingual {
  const range = describeRange(type);
  switch (type.kind) {
    case 'number': {
      const set = describeSet(type);
      if (set !== null) return set;
      const zh = type.decimals === 0 ? '整数' : `最多 ${type.decimals} 位小数的数`;
      const en = type.decimals === 0 ? 'a whole number' : `a number with at most ${countOf(type.decimals, 'decimal')}`;
      return { zh: `${range?.zh ?? ''}的${zh}`, en: `${en} from ${range?.en ?? ''}` };
    }
    case 'date':
      return {
        zh: `形如 2023-11-30 的日期${range === null ? '' : `（${range.zh}）`}`,
        en: `a date like 2023-11-30${range === null ? '' : ` (${range.en})`}`,
      };
    case 'yes-no':
      return { zh: '是或否（JSON 中也可写 true、false）', en: 'yes or no (true or false in JSON)' };
    case 'choice': {
      const options = type.options.slice(0, 12).map((option) => `\`${shown(option)}\``);
      const more = type.options.length > 12;
      return {
        zh: `${options.join('、')}${more ? '等' : ''}之一`,
        en: `one of ${options.join(', ')}${more ? ' and others' : ''}`,
      };
    }
    case 'text':
      return { zh: '文字', en: 'a text' };
    case 'list': {
      const fields = type.fields.map((field) => `\`${shown(field.name)}\``);
      return {
        zh: `列表，每条含 ${fields.join('、')}`,
        en: `a list of entries, each with ${fields.join(', ')}`,
      };
    }
  }
}
