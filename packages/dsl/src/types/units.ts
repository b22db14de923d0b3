/** Units as quantities: what they measure, how many base units they are, what they are called. */
import { one, parseRational } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { Locale, Message } from '../source/locale.ts';
import { findUnit, spellUnit } from '../vocabulary/units.ts';
import { numberType } from './assignable.ts';
import type { NumberType, Type } from './type.ts';

/** A unit in both languages, as it stands behind several, or behind one. */
export function unitName(id: string, several = true): Message {
  return { zh: spellUnit(id, 'zh', several), en: spellUnit(id, 'en', several) };
}

/** How many base units (point, 1, yuan, day, month, hour) one of a unit is: 1/100 for %, 10000 for 万元. */
export function unitFactor(id: string): Rational {
  return parseRational(findUnit(id)?.factor ?? '1') ?? one;
}

/** The type of a number with this unit, or null for 份 and 位小数, which stand only in their own places. */
export function unitType(id: string): NumberType | null {
  const dimension = findUnit(id)?.dimension ?? 'count';
  if (dimension === 'parts' || dimension === 'decimals') return null;
  return numberType(dimension, dimension === 'count' ? id : null);
}

/** The unit to write behind a bare number that should be of a type; null where that is not one unit. */
export function unitToWrite(type: Type, locale: Locale): string | null {
  if (type.type !== 'number') return null;
  switch (type.dimension) {
    case 'points':
      return behind('point', locale);
    case 'ratio':
      return behind('percent', locale);
    case 'days':
      return behind('day', locale);
    case 'workdays':
      return behind('workday', locale);
    case 'hours':
      return behind('hour', locale);
    case 'months':
      return behind('month', locale);
    case 'count':
      return type.counted === null ? null : behind(type.counted, locale);
    // 元 or 万元: only the drafter knows.
    case 'money':
      return null;
  }
}

/** A unit as it is written behind a number: with a blank before it in English, except for signs. */
function behind(id: string, locale: Locale): string {
  const text = spellUnit(id, locale, true);
  return locale === 'en' && /^\w/.test(text) ? ` ${text}` : text;
}
