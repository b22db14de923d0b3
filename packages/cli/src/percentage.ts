import { Failure } from './failure.ts';

/**
 * Reads the value of an option that is a percentage, with or without its sign: `95`, `95%`, `99.5`.
 *
 * @throws Failure if it is none from 0 to 100.
 */
export function percentage(text: string): number {
  const number = /^(\d{1,3}(?:\.\d{1,3})?)%?$/.exec(text.trim())?.[1];
  if (number !== undefined && Number(number) <= 100) return Number(number);
  throw new Failure({ zh: '要写 0 至 100 的百分数。', en: 'It must be a percentage from 0 to 100.' });
}
