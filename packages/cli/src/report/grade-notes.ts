import type { Locale, Message } from '@assess/dsl';
import type { ActedEffect, AdjustmentSpec, GradeResult, ItemSpec, Manifest, SubjectResult } from '@assess/runtime';
import { visible } from '../io/visible.ts';

/** Why a grade is not simply what the score reaches: effects, quotas, awards; empty where it is. */
export function gradeNotes(grade: GradeResult, titles: ReadonlyMap<string, string>, locale: Locale): string[] {
  const lost = grade.quotas
    .filter(({ inPlace }) => !inPlace)
    .map(({ gradeName, places, place, class: group, lostBecause }) => {
      const name = visible(gradeName);
      const of = group === null ? '' : `${visible(group)} `;
      const message: Message = {
        zh: `${of}${name}名额 ${places} 个，${lostBecause === 'tie' ? `第 ${place} 名同分，均不入选` : `排第 ${place}`}`,
        en: `${of}${name}: ${places} places, number ${place}${lostBecause === 'tie' ? ', tied' : ''}`,
      };
      return message[locale];
    });
  return [...effectNotes(grade, titles, locale), ...lost];
}

/** The effects that acted on a grade. */
export function effectNotes(grade: GradeResult, titles: ReadonlyMap<string, string>, locale: Locale): string[] {
  return [...new Set(grade.effects.map((effect) => effectNote(effect, titles, locale)))];
}

/** The subjects that fell out of each quota, told once for all of them. */
export function quotaNotes(subjects: readonly Pick<SubjectResult, 'subject' | 'grade'>[], locale: Locale): string[] {
  const fallen = subjects.flatMap(({ subject, grade }) =>
    (grade?.quotas ?? []).filter(({ inPlace }) => !inPlace).map((outcome) => ({ subject, outcome })),
  );
  const groups = Map.groupBy(fallen, ({ outcome }) => `${outcome.quota} ${outcome.class ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { places, held, class: of, gradeName } = first.outcome;
    const named = `${of === null ? '' : `${visible(of)} `}${visible(gradeName)}`;
    const members = group.map(({ subject, outcome: { place, lostBecause } }) => {
      const tied = lostBecause === 'tie';
      const at = { zh: `第 ${place}${tied ? '，同分' : ''}`, en: `${place}${tied ? ', tied' : ''}` }[locale];
      return { zh: `${visible(subject)}（${at}）`, en: `${visible(subject)} (${at})` }[locale];
    });
    const kept: Message = {
      zh: `（其中 ${held} 个由因一票否决等不得评此等次的对象占用，不递补）`,
      en: ` (${held} kept by subjects that a veto or the like keeps out: nobody moves up)`,
    };
    const message: Message = {
      zh: `${named}名额 ${places} 个${held === 0 ? '' : kept.zh}，落选：${members.join('、')}`,
      en: `${named} has ${places} ${places === 1 ? 'place' : 'places'}${held === 0 ? '' : kept.en}; left out: ${members.join(', ')}`,
    };
    return [message[locale]];
  });
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
