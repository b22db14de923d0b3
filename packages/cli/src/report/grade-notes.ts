import type { Locale, Message } from '@assess/dsl';
import type { ActedEffect, AdjustmentSpec, GradeResult, ItemSpec, Manifest } from '@assess/runtime';
import { visible } from '../io/visible.ts';
import { quotaNotesOf } from './quota-notes.ts';

/** Why a grade is not simply what the score reaches: effects, quotas, awards; empty where it is. */
export function gradeNotes(grade: GradeResult, titles: ReadonlyMap<string, string>, locale: Locale): string[] {
  return [...effectNotes(grade, titles, locale), ...quotaNotesOf(grade, locale)];
}

/** The effects that acted on a grade. */
export function effectNotes(grade: GradeResult, titles: ReadonlyMap<string, string>, locale: Locale): string[] {
  return [...new Set(grade.effects.map((effect) => effectNote(effect, titles, locale)))];
}

/** The titles of all cases, by the name under which an effect names its cause. */
export function titlesOfCases({ total }: Manifest): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const note = (adjustment: AdjustmentSpec): void => {
    if (adjustment.title !== null) titles.set(adjustment.name, adjustment.title);
    if (adjustment.kind === 'list') adjustment.children.forEach(note);
  };
  const visit = (item: ItemSpec): void => {
    item.adjustments.forEach(note);
    item.children.forEach(visit);
  };
  visit(total);
  return titles;
}

function effectNote(
  { effect, grade, levels, veto, cause }: ActedEffect,
  titles: ReadonlyMap<string, string>,
  locale: Locale,
): string {
  const name = visible(grade ?? '');
  const words: Message = {
    fixed: { zh: `定为 ${name}`, en: `fixed at ${name}` },
    ceiling: { zh: `最高评为 ${name}`, en: `no higher than ${name}` },
    down:
      levels === 1 ? { zh: '降一档', en: 'one grade down' } : { zh: `降 ${levels} 档`, en: `${levels} grades down` },
    outcome: { zh: `定为 ${name}`, en: `fixed at ${name}` },
    'out-of-awards': { zh: '取消评优', en: 'out of awards' },
    'no-grade': { zh: '不定等次', en: 'no grade' },
  }[effect];
  const title = titles.get(cause);
  const by = visible(title === undefined || title === cause ? cause : `${cause} ${title}`);
  const message: Message = {
    zh: `${by}，${veto ? '一票否决：' : ''}${words.zh}`,
    en: `${by}: ${veto ? 'veto, ' : ''}${words.en}`,
  };
  return message[locale];
}
