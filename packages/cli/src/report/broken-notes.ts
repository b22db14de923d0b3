import type { Locale } from '@assess/dsl';
import type { SubjectResult } from '@assess/runtime';
import { visible } from '../io/visible.ts';

type Broken = Pick<SubjectResult, 'subject' | 'broken'>;

/** The guarantees that results break, each told once with all subjects that it concerns. */
export function brokenNotes(subjects: readonly Broken[], locale: Locale): string[] {
  const told = subjects.flatMap(({ subject, broken }) =>
    broken.map((each) => ({ subject, text: textOf(each, locale) })),
  );
  return [...Map.groupBy(told, ({ text }) => text)].map(([text, group]) => {
    const names = group.map(({ subject }) => visible(subject));
    return `${text}${{ zh: '：', en: ': ' }[locale]}${names.join({ zh: '、', en: ', ' }[locale])}`;
  });
}

/** The guarantees that one result breaks. */
export function brokenNotesOf({ broken }: Pick<SubjectResult, 'broken'>, locale: Locale): string[] {
  return broken.map((each) => textOf(each, locale));
}

function textOf({ title, origin }: SubjectResult['broken'][number], locale: Locale): string {
  const named = visible(title ?? origin.text);
  return {
    zh: `不合“保证”（第 ${origin.line} 行 ${named}）`,
    en: `breaks the guarantee of line ${origin.line} (${named})`,
  }[locale];
}
