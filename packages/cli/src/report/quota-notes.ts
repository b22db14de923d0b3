/** What quotas did, for people. */
import type { Locale, Message } from '@assess/dsl';
import type { GradeResult, SubjectResult } from '@assess/runtime';
import { visible } from '../io/visible.ts';

type Outcome = GradeResult['quotas'][number];

/** What quotas took from one subject, or leave open. */
export function quotaNotesOf({ quotas }: GradeResult, locale: Locale): string[] {
  return quotas.filter(isWorthTelling).map((outcome) => {
    const { places, place, inPlace, lostBecause, from } = outcome;
    const named = nameOf(outcome);
    if (inPlace === null) return openText(outcome)[locale];
    if (from === 'worst')
      return {
        zh: `${named}末 ${places} 个，倒数第 ${place}`,
        en: `${named}: last ${places}, number ${place} from the end`,
      }[locale];
    const tie: Message = {
      places: { zh: `排第 ${place}`, en: '' },
      tie: { zh: `第 ${place} 名同分，均不入选`, en: ', tied' },
      meeting: { zh: `第 ${place} 名同分，议定未入选`, en: ', tied, left out by the meeting' },
    }[lostBecause ?? 'places'];
    return { zh: `${named}名额 ${places} 个，${tie.zh}`, en: `${named}: ${places} places, number ${place}${tie.en}` }[
      locale
    ];
  });
}

/** The subjects that fell out of each quota, are the last, or of whom it is open, told once for all of them. */
export function quotaNotes(
  subjects: readonly Pick<SubjectResult, 'subject' | 'grade' | 'scales'>[],
  locale: Locale,
): string[] {
  const told = subjects.flatMap(({ subject, grade, scales }) =>
    [{ name: '', grade }, ...scales].flatMap(({ name, grade: each }) =>
      (each?.quotas ?? []).filter(isWorthTelling).map((outcome) => ({ subject, name, outcome })),
    ),
  );
  const groups = Map.groupBy(told, ({ name, outcome }) =>
    JSON.stringify([name, outcome.quota, outcome.class, outcome.inPlace === null ? outcome.between : null]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    if (first.outcome.inPlace === null) return [openText(first.outcome)[locale]];
    return [fallenText(group, locale)];
  });
}

function isWorthTelling({ inPlace, from }: Outcome): boolean {
  return inPlace === null || inPlace === (from === 'worst');
}

function nameOf({ class: group, gradeName }: Outcome): string {
  return `${group === null ? '' : `${visible(group)} `}${visible(gradeName)}`;
}

function openText(outcome: Outcome): Message {
  const { open, between, free } = outcome;
  const named = nameOf(outcome);
  const names = between.map(visible);
  switch (open) {
    case 'mixed':
      return {
        zh: `${named}名额无法确定：同一类的记录所填不一`,
        en: `${named}: the records of the class disagree on what the places are chosen by`,
      };
    case 'meeting':
    case 'too-many': {
      const more =
        open === 'meeting' ? { zh: '', en: '' } : { zh: '，议定入选的多于名额', en: '; the meeting named more' };
      return {
        zh: `${named}名额待议：${names.join('、')} 同分，可入选 ${free} 个${more.zh}`,
        en: `${named} is to be decided: ${names.join(', ')} are tied for ${free} ${free === 1 ? 'place' : 'places'}${more.en}`,
      };
    }
    case 'waits':
    case null:
      return { zh: `${named}名额须待上面的等次议定`, en: `${named} depends on what is decided for a grade above` };
  }
}

function fallenText(group: readonly { readonly subject: string; readonly outcome: Outcome }[], locale: Locale): string {
  const [first] = group;
  if (first === undefined) return '';
  const { places, held, from } = first.outcome;
  const named = nameOf(first.outcome);
  const members = group.map(({ subject, outcome: { place, lostBecause } }) => {
    const how = {
      places: { zh: '', en: '' },
      tie: { zh: '，同分', en: ', tied' },
      meeting: { zh: '，议定', en: ', by the meeting' },
    }[lostBecause ?? 'places'];
    const at = { zh: `${from === 'best' ? '第' : '倒数第'} ${place}${how.zh}`, en: `${place}${how.en}` }[locale];
    return { zh: `${visible(subject)}（${at}）`, en: `${visible(subject)} (${at})` }[locale];
  });
  if (from === 'worst')
    return {
      zh: `${named}末 ${places} 个：${members.join('、')}`,
      en: `${named}, the last ${places}: ${members.join(', ')}`,
    }[locale];
  const kept: Message = {
    zh: `（其中 ${held} 个由因一票否决等不得评此等次的对象占用，不递补）`,
    en: ` (${held} kept by subjects that a veto or the like keeps out: nobody moves up)`,
  };
  const message: Message = {
    zh: `${named}名额 ${places} 个${held === 0 ? '' : kept.zh}，落选：${members.join('、')}`,
    en: `${named} has ${places} ${places === 1 ? 'place' : 'places'}${held === 0 ? '' : kept.en}; left out: ${members.join(', ')}`,
  };
  return message[locale];
}
