/** Values of a quantity in messages: an option by its name, a date as a date, a number in the unit of its bounds. */
import { divide, formatDate, isInteger, toInteger } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { Message } from '../source/locale.ts';
import type { BandSubject } from './bands.ts';
import { showIn } from './show.ts';

/** A value of the subject; `unit` is the one in which the bounds are written, null for none. */
export function showValue(value: Rational, subject: BandSubject, unit: string | null): Message {
  const { symbol } = subject;
  const type = symbol?.node.kind === 'field' ? symbol.node.type : null;
  if (type?.kind === 'yes-no-type') return value.numerator === 0n ? { zh: '否', en: 'no' } : { zh: '是', en: 'yes' };
  if (type?.kind === 'choice-type' && isInteger(value)) {
    const option = type.options[toInteger(value)]?.text ?? '';
    return { zh: `\`${option}\``, en: `\`${option}\`` };
  }
  if (type?.kind === 'date-type' && isInteger(value)) {
    const date = formatDate(toInteger(value));
    return { zh: date, en: date };
  }
  const share = unit === 'percent' || unit === 'permille' || unit === 'percentage-point';
  return showIn(
    share && subject.full !== null && subject.full.numerator !== 0n ? divide(value, subject.full) : value,
    unit,
  );
}
