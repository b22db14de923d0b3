import type { Locale, Message } from '@assess/dsl';
import type { NoResultReason } from '@assess/runtime';
import { visible } from '../io/visible.ts';

/** What stands in the place of a score where there is none. */
export const noResult: Message = { zh: '无结果', en: 'no result' };

/** Why there is no result, one note for each clause: `民主测评：群众没有计分的票（第 12 行）`. */
export function reasonNotes(reasons: readonly NoResultReason[], locale: Locale): string[] {
  return reasons.map(({ name, message, origin }) => {
    const why = visible(message[locale]);
    return locale === 'zh'
      ? `${visible(name)}无结果：${why}（第 ${origin.line} 行）`
      : `${visible(name)} has no result: ${why} (line ${origin.line})`;
  });
}
