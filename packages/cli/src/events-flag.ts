import type { Locale } from '@assess/dsl';

/** `--events 情形台账.csv`, as often as there are ledgers. */
export function eventsFlag(locale: Locale) {
  return {
    kind: 'parsed',
    parse: String,
    optional: true,
    variadic: true,
    placeholder: 'LEDGER',
    brief: {
      zh: '情形和清单的台账（CSV，可写多次）：每行一条，列为 对象、情形 和登记的各项',
      en: 'ledger of cases and lists (CSV, may be repeated): one entry a row, with columns subject, case and the fields',
    }[locale],
  } as const;
}
