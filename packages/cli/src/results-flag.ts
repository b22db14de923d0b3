import type { Locale } from '@assess/dsl';
import { readResultsOption, type ResultsOption } from './records/other-results.ts';

/** `--results 党建考核=结果.json`, as often as there are other policies. */
export function resultsFlag(locale: Locale) {
  return {
    kind: 'parsed',
    parse: (written: string): ResultsOption => readResultsOption(written),
    optional: true,
    variadic: true,
    placeholder: 'NAME=FILE',
    brief: {
      zh: '引入的办法的结果（assess run 的 JSON），如 党建考核=结果.json；可写多次',
      en: 'results of an imported policy (JSON of assess run), as party=results.json; may be given several times',
    }[locale],
  } as const;
}
