/** What is there without a declaration: the functions, with what they take and give, and the starting points of samples. */
import type { Message } from '../source/locale.ts';
import { findFunction, functions } from '../vocabulary/functions.ts';
import type { FunctionId } from '../vocabulary/functions.ts';

/** What a function takes: numbers that agree, lists, a number and decimals, or one item. */
export type Parameters = 'numbers' | 'lists' | 'number-and-decimals' | 'item' | 'grade-and-scales';

/** What a built-in function takes and gives. `same`: a number of the arguments' type. */
export interface Signature {
  readonly id: FunctionId;
  readonly takes: Parameters;
  readonly gives: 'same' | 'points' | 'ratio' | 'count';
}

const signatures: Readonly<Record<FunctionId, Omit<Signature, 'id'>>> = {
  max: { takes: 'numbers', gives: 'same' },
  min: { takes: 'numbers', gives: 'same' },
  sum: { takes: 'numbers', gives: 'same' },
  mean: { takes: 'numbers', gives: 'same' },
  count: { takes: 'lists', gives: 'count' },
  round: { takes: 'number-and-decimals', gives: 'same' },
  unrounded: { takes: 'item', gives: 'points' },
  'score-share': { takes: 'item', gives: 'ratio' },
  'count-at-grade': { takes: 'grade-and-scales', gives: 'count' },
};

/** The built-in function of a name in either vocabulary. */
export function signatureOf(name: string): Signature | null {
  const found = findFunction(name);
  return found === null ? null : { id: found.id, ...signatures[found.id] };
}

/** The names of all built-in functions in both vocabularies, for suggestions. */
export function functionNames(): readonly string[] {
  return functions.flatMap(({ spellings }) => [spellings.zh, spellings.en]);
}

/** What a function takes, in the drafter's words. */
export const parameterNames: Readonly<Record<Parameters, Message>> = {
  numbers: { zh: '一个或几个同单位的数', en: 'one or more numbers of one unit' },
  lists: {
    zh: '清单的名称，如 `个数（论文 当 级别 = 国家级）`',
    en: 'the name of a list, as in `count(papers when level = national)`',
  },
  'number-and-decimals': {
    zh: '一个数和小数位数，如 `舍入（x，2位小数）`',
    en: 'a number and decimals, as in `round(x, 2 decimals)`',
  },
  item: { zh: '一个项目或总分', en: 'one item or the total' },
  'grade-and-scales': {
    zh: '一个等次和几个有这个等次的等次名，如 `达级个数（优秀，组织等级，作风等级）`',
    en: 'a grade and scales that have it, as in `count_at_grade(excellent, organisation_grade, conduct_grade)`',
  },
};

/** The records that every policy has to start a sample from: everything at its best, everything at its worst. */
export const startingRecords: Readonly<Record<string, 'full' | 'zero'>> = {
  满分记录: 'full',
  零分记录: 'zero',
  full_record: 'full',
  zero_record: 'zero',
};
