import type { Locale, Message } from '@assess/dsl';
import type { ItemScore, NoResultReason } from '@assess/runtime';
import { visible } from '../io/visible.ts';

/** What stands in the place of a total where there is none. */
export const noResult: Message = { zh: '无结果', en: 'no result' };

/** What stands in the place of a score; empty where there is one, and for an item that the subject's class does not have. */
export const withoutScore: Readonly<Record<ItemScore['state'], Message>> = {
  scored: { zh: '', en: '' },
  'no-result': noResult,
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-there': { zh: '', en: '' },
};

/** Why there is no result, one note for each clause: `民主测评：群众没有计分的票（第 12 行）`. */
export function reasonNotes(reasons: readonly NoResultReason[], locale: Locale): string[] {
  return reasons.map(({ name, message, origin }) => {
    const why = visible(message[locale]);
    return locale === 'zh'
      ? `${visible(name)}无结果：${why}（第 ${origin.line} 行）`
      : `${visible(name)} has no result: ${why} (line ${origin.line})`;
  });
}
