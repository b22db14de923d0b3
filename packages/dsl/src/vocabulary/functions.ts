import type { Vocabulary } from './keywords.ts';

/** A built-in function. Its names are ordinary names unless `（` follows. */
export interface BuiltinFunction {
  readonly id: FunctionId;
  readonly spellings: Readonly<Record<Vocabulary, string>>;
}

const rows = [
  ['max', '取大', 'max'],
  ['min', '取小', 'min'],
  ['sum', '合计', 'sum'],
  ['mean', '平均', 'mean'],
  ['count', '个数', 'count'],
  ['round', '舍入', 'round'],
  ['unrounded', '未舍入', 'unrounded'],
  ['vote-share', '票率', 'vote_share'],
  ['score-share', '得分率', 'score_share'],
  ['count-at-grade', '达级个数', 'count_at_grade'],
  ['cohort-max', '全体最高', 'cohort_max'],
  ['cohort-min', '全体最低', 'cohort_min'],
  ['cohort-sum', '全体合计', 'cohort_sum'],
  ['cohort-mean', '全体平均', 'cohort_mean'],
  ['cohort-count', '全体个数', 'cohort_count'],
  ['rank', '名次', 'rank'],
  ['percentile', '百分位', 'percentile'],
  ['standard-score', '标准分', 'standard_score'],
  ['among-first', '居前', 'among_first'],
  ['among-last', '居后', 'among_last'],
] as const;

/** Identity of a built-in function, the same in both vocabularies. */
export type FunctionId = (typeof rows)[number][0];

/** All built-in functions, in the order of the table. */
export const functions: readonly BuiltinFunction[] = rows.map(([id, zh, en]) => ({ id, spellings: { zh, en } }));

const bySpelling: ReadonlyMap<string, BuiltinFunction> = new Map(
  functions.flatMap((each) => [each.spellings.zh, each.spellings.en].map((text) => [text, each] as const)),
);

/** Over the level below they are the same functions; the formatter writes them as such. */
const below: ReadonlyMap<string, string> = new Map([
  ['下级平均', '平均'],
  ['下级合计', '合计'],
  ['下级最低', '取小'],
  ['下级最高', '取大'],
  ['下级个数', '个数'],
  ['mean_below', 'mean'],
  ['sum_below', 'sum'],
  ['min_below', 'min'],
  ['max_below', 'max'],
  ['count_below', 'count'],
]);

/** The built-in function called like this in either vocabulary, or null. */
export function findFunction(text: string): BuiltinFunction | null {
  return bySpelling.get(below.get(text) ?? text) ?? null;
}
