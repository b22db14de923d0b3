/** Types in the drafter's words. */
import type { Message } from '../source/locale.ts';
import type { Type } from './type.ts';
import { unitName } from './units.ts';

/** What a type is called in a message: `分`, `百分比或比率`, `次`, `日期` … */
export function describeType(type: Type): Message {
  switch (type.type) {
    case 'number':
      return describeNumber(type);
    case 'truth':
      return { zh: '条件（是或否）', en: 'a condition (yes or no)' };
    case 'date':
      return { zh: '日期', en: 'a date' };
    case 'choice':
      return type.field === ''
        ? { zh: '分类数据', en: 'a figure with named options' }
        : { zh: `“${type.field}”的选项`, en: `an option of "${type.field}"` };
    case 'grade':
      return { zh: '等次', en: 'a grade' };
    case 'text':
      return { zh: '文字', en: 'a text' };
    case 'events':
      return { zh: '清单（逐项登记）', en: 'a list of entries' };
    case 'error':
      return { zh: '未知', en: 'unknown' };
  }
}

function describeNumber(type: Extract<Type, { readonly type: 'number' }>): Message {
  switch (type.dimension) {
    case 'points':
      return { zh: '分值（分）', en: 'points' };
    case 'ratio':
      return { zh: '比率（%）', en: 'a ratio (%)' };
    case 'money':
      return { zh: '金额（元）', en: 'money (yuan)' };
    case 'days':
      return { zh: '天数', en: 'days' };
    case 'workdays':
      return { zh: '工作日数', en: 'working days' };
    case 'hours':
      return { zh: '小时数', en: 'hours' };
    case 'months':
      return { zh: '月数', en: 'months' };
    case 'count': {
      if (type.counted === null) return { zh: '个数', en: 'a count' };
      const name = unitName(type.counted);
      return { zh: `计数（${name.zh}）`, en: `a count (${name.en})` };
    }
  }
}
