import type { Locale } from '@assess/dsl';
import { consequenceText, type SubjectResult } from '@assess/runtime';
import { visible } from '../io/visible.ts';

/** What follows from the results, told once for all subjects that it concerns, in the order in which it is first met. */
export function consequenceNotes(
  subjects: readonly Pick<SubjectResult, 'subject' | 'consequences'>[],
  locale: Locale,
): string[] {
  const due = subjects.flatMap(({ subject, consequences }) =>
    consequences.map((each) => ({ subject, text: consequenceText(each, locale) })),
  );
  const zh = locale === 'zh';
  return [...Map.groupBy(due, ({ text }) => text)].map(([text, group]) => {
    const names = group.map(({ subject }) => visible(subject));
    return `${visible(text)}${zh ? '：' : ': '}${names.join(zh ? '、' : ', ')}`;
  });
}

/** What follows from one result, for a cell of a table. */
export function consequenceCell({ consequences }: Pick<SubjectResult, 'consequences'>, locale: Locale): string {
  return consequences.map((each) => consequenceText(each, locale)).join({ zh: '；', en: '; ' }[locale]);
}
