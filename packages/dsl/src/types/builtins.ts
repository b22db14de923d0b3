/** What is there without a declaration: the functions, with what they take and give, and the starting points of samples. */
import type { Message } from '../source/locale.ts';
import { findFunction, functions } from '../vocabulary/functions.ts';
import type { FunctionId } from '../vocabulary/functions.ts';

/**
 * What a function takes: numbers that agree, lists, a number and decimals, or one item; those over a cohort a number of each subject,
 * none or one of them, a number or a date that orders the subjects, a number with its 保留, or what orders them and how many places.
 */
export type Parameters =
  | 'numbers'
  | 'lists'
  | 'number-and-decimals'
  | 'item'
  | 'ballot-and-options'
  | 'number-of-each'
  | 'number-of-each-or-none'
  | 'merit'
  | 'number-with-precision'
  | 'merit-and-places'
  | 'grade-and-scales';

/** A clause that may stand behind the arguments, by the field of the call that holds it. */
export type CallClause = 'by' | 'where' | 'rounding' | 'mode' | 'ties' | 'equals' | 'lowerIsBetter';

/** What a built-in function takes and gives. `same`: a number of the arguments' type; `place`: a count of 名. */
export interface Signature {
  readonly id: FunctionId;
  readonly takes: Parameters;
  readonly gives: 'same' | 'points' | 'ratio' | 'count' | 'place' | 'truth';
  readonly clauses: readonly CallClause[];
  /** Whether its value depends on the other subjects. */
  readonly overCohort: boolean;
}

/** A function without clauses that looks at one subject alone. */
const alone = { clauses: [], overCohort: false } as const;

const signatures: Readonly<Record<FunctionId, Omit<Signature, 'id'>>> = {
  max: { takes: 'numbers', gives: 'same', ...alone },
  min: { takes: 'numbers', gives: 'same', ...alone },
  sum: { takes: 'numbers', gives: 'same', ...alone },
  mean: { takes: 'numbers', gives: 'same', ...alone },
  count: { takes: 'lists', gives: 'count', ...alone },
  round: { takes: 'number-and-decimals', gives: 'same', ...alone },
  unrounded: { takes: 'item', gives: 'points', ...alone },
  'vote-share': { takes: 'ballot-and-options', gives: 'ratio', ...alone },
  'score-share': { takes: 'item', gives: 'ratio', ...alone },
  'count-at-grade': { takes: 'grade-and-scales', gives: 'count', ...alone },
  'cohort-max': { takes: 'number-of-each', gives: 'same', clauses: ['by', 'where'], overCohort: true },
  'cohort-min': { takes: 'number-of-each', gives: 'same', clauses: ['by', 'where'], overCohort: true },
  'cohort-sum': { takes: 'number-of-each', gives: 'same', clauses: ['by', 'where'], overCohort: true },
  'cohort-mean': { takes: 'number-of-each', gives: 'same', clauses: ['by', 'where'], overCohort: true },
  'cohort-count': { takes: 'number-of-each-or-none', gives: 'count', clauses: ['by', 'where'], overCohort: true },
  rank: { takes: 'merit', gives: 'place', clauses: ['by', 'ties', 'equals', 'lowerIsBetter'], overCohort: true },
  percentile: { takes: 'merit', gives: 'ratio', clauses: ['by', 'lowerIsBetter'], overCohort: true },
  'standard-score': {
    takes: 'number-with-precision',
    gives: 'ratio',
    clauses: ['by', 'rounding'],
    overCohort: true,
  },
  'among-first': {
    takes: 'merit-and-places',
    gives: 'truth',
    clauses: ['by', 'ties', 'mode', 'lowerIsBetter'],
    overCohort: true,
  },
  'among-last': {
    takes: 'merit-and-places',
    gives: 'truth',
    clauses: ['by', 'ties', 'mode', 'lowerIsBetter'],
    overCohort: true,
  },
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
  'ballot-and-options': {
    zh: '一个有选项的测评（或它的一个群体）和几个计入的选项，如 `票率（民主测评，优秀、称职）`',
    en: 'a ballot with options (or a group of it) and some of its counted options, as in `vote_share(survey, excellent, good)`',
  },
  item: { zh: '一个项目或总分', en: 'one item or the total' },
  'grade-and-scales': {
    zh: '一个等次和几个有这个等次的等次名，如 `达级个数（优秀，组织等级，作风等级）`',
    en: 'a grade and scales that have it, as in `count_at_grade(excellent, organisation_grade, conduct_grade)`',
  },
  'number-of-each': {
    zh: '各对象的一个数，如 `全体最高（招商额）`',
    en: 'one number of each subject, as in `cohort_max(x)`',
  },
  'number-of-each-or-none': {
    zh: '至多一个数，如 `全体个数（）`',
    en: 'no number or one of each subject, as in `cohort_count()`',
  },
  merit: { zh: '各对象的一个数或日期，如 `名次（招商额）`', en: 'one number or date of each subject, as in `rank(x)`' },
  'number-with-precision': {
    zh: '各对象的一个数，并写明保留几位小数，如 `标准分（x，保留 4位小数）`',
    en: 'one number of each subject and its decimals, as in `standard_score(x, round to 4 decimals)`',
  },
  'merit-and-places': {
    zh: '各对象的一个数或日期，和前后多少名，如 `居前（总分，3名）`、`居前（总分，5%，向下取整）`',
    en: 'one number or date of each subject and how many places, as in `among_first(total, 3 places)` or `among_first(total, 5%, rounded down)`',
  },
};

/** The records that every policy has to start a sample from: everything at its best, everything at its worst. */
export const startingRecords: Readonly<Record<string, 'full' | 'zero'>> = {
  满分记录: 'full',
  零分记录: 'zero',
  full_record: 'full',
  zero_record: 'zero',
};
