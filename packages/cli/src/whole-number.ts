import { Failure } from './failure.ts';

/**
 * Reads the value of an option that is a count.
 *
 * @throws Failure if it is no whole number.
 */
export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Failure({ zh: '要写 0 以上的整数。', en: 'It must be a whole number, 0 or more.' });
}
