import type { Locale, Message } from '@assess/dsl';
import type { ActedEffect, GradeResult } from '@assess/runtime';
import { visible } from './visible.ts';

/** Why a grade is not simply what the score reaches: effects, quotas, awards; empty where it is. */
export function gradeNotes(grade: GradeResult, locale: Locale): string[] {
  const lost = grade.quotas
    .filter(({ inPlace }) => !inPlace)
    .map(({ gradeName, places, place, class: group, lostBecause }) => {
      const name = visible(gradeName);
      const of = group === null ? '' : visible(group);
      const message: Message =
        lostBecause === 'tie'
          ? {
              zh: `${of}${name}名额 ${places} 个，第 ${place} 名同分，均不入选`,
              en: `${name} has ${places} places${inClass(of)}; those tied in place ${place} do not fit`,
            }
          : {
              zh: `${of}${name}名额 ${places} 个，排第 ${place}`,
              en: `${name} has ${places} places${inClass(of)}; this is number ${place}`,
            };
      return message[locale];
    });
  return [...new Set([...grade.effects.map((effect) => effectNote(effect, locale)), ...lost])];
}

function inClass(group: string): string {
  return group === '' ? '' : ` in ${group}`;
}

function effectNote({ effect, grade, veto, cause }: ActedEffect, locale: Locale): string {
  const name = visible(grade ?? '');
  const words: Message = {
    fixed: { zh: `定为 ${name}`, en: `fixed at ${name}` },
    ceiling: { zh: `最高评为 ${name}`, en: `no higher than ${name}` },
    'one-down': { zh: '降一档', en: 'one grade down' },
    'out-of-awards': { zh: '取消评优', en: 'out of awards' },
    'no-grade': { zh: '不定等次', en: 'no grade' },
  }[effect];
  const by = visible(cause);
  const message: Message = {
    zh: `${by}${veto ? ' 一票否决' : ''}，${words.zh}`,
    en: `${by}: ${veto ? 'veto, ' : ''}${words.en}`,
  };
  return message[locale];
}
