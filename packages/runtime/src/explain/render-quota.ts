/** What a quota meant to a subject, as text. */
import type { Bilingual, Locale } from '../bilingual.ts';
import type { Origin } from '../manifest-basics.ts';
import type { GradeResult } from '../result.ts';
import { clean, originText } from './render-finding.ts';

type Outcome = GradeResult['quotas'][number];

/** One quota with its clause. */
export function quotaText(outcome: Outcome, origin: Origin | null, locale: Locale): string {
  const zh = locale === 'zh';
  const { base, places, held, place, inPlace, from } = outcome;
  const name = clean(outcome.gradeName);
  const of = outcome.class === null ? '' : zh ? `${clean(outcome.class)} ` : ` for ${clean(outcome.class)}`;
  const kept = inPlace !== false || held === 0 ? '' : heldText(held, locale);
  const clause = origin === null ? '' : `${zh ? '：' : ': '}${originText(origin, locale)}`;
  const at: Bilingual =
    from === 'best'
      ? { zh: `名额 ${places} 个，排第 ${place}`, en: `${places} places of ${base}, this is number ${place}` }
      : {
          zh: `末 ${places} 个，倒数第 ${place}`,
          en: `the last ${places} of ${base}, this is number ${place} from the end`,
        };
  const text: Bilingual = {
    zh: `名额：${of}${name} 基数 ${base} 个，${at.zh}，${standing(outcome).zh}${kept}${clause}`,
    en: `Quota${of}: ${name} has ${at.en}, ${standing(outcome).en}${kept}${clause}`,
  };
  return text[locale];
}

function standing({ inPlace, lostBecause, from, open, between, free }: Outcome): Bilingual {
  if (inPlace === true) return from === 'best' ? { zh: '入选', en: 'in' } : { zh: '在末位之列', en: 'among the last' };
  if (inPlace === false) {
    if (lostBecause === 'tie')
      return { zh: '末位同分，均不入选', en: 'tied across the last place, none of the tied is in' };
    if (lostBecause === 'meeting') return { zh: '同分，议定未入选', en: 'tied, and left out by the meeting' };
    return { zh: '名额已满，未入选', en: 'no place left' };
  }
  const names = between.map(clean);
  switch (open) {
    case 'too-many':
      return {
        zh: `${names.join('、')} 同分，只有 ${free} 个名额，议定入选的多于名额`,
        en: `tied with ${names.join(', ')} for ${free} ${free === 1 ? 'place' : 'places'}, and the meeting named more than that`,
      };
    case 'mixed':
      return {
        zh: '同一类的记录所填不一，名额无法确定',
        en: 'the records of the class disagree on what the places are chosen by',
      };
    case 'meeting':
      return {
        zh: `${names.join('、')} 同分，其中 ${free} 个名额待议定`,
        en: `tied: a meeting has to give ${free} ${free === 1 ? 'place' : 'places'} among ${names.join(', ')}`,
      };
    case 'waits':
    case null:
      return { zh: '须待上面等次议定以后才能确定', en: 'depends on what a meeting decides for a grade above' };
  }
}

/** Why the subjects that have a place may be fewer than the places. */
function heldText(held: number, locale: Locale): string {
  const places = `${held} ${held === 1 ? 'place stays' : 'places stay'}`;
  return locale === 'zh'
    ? `（其中 ${held} 个名额由因一票否决等不得评此等次的对象占用，不递补）`
    : ` (${places} with subjects that a veto or the like keeps out of this grade: nobody moves up)`;
}
