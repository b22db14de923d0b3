/** Why a grade is what it is, as text. */
import type { Locale } from '../bilingual.ts';
import type { ActedEffect, GradeResult } from '../result.ts';
import type { Explanation } from './explanation.ts';
import { figureText } from './render-facts.ts';
import { quotaText } from './render-quota.ts';
import { clean, originText, points, read, titleOf } from './render-finding.ts';

/** From the line that was reached over effects and quotas to the final grade; empty where the policy gives no grades. */
export function gradeLines({ grade }: Pick<Explanation, 'grade'>, locale: Locale): string[] {
  if (grade === null) return [];
  const { result, line, missed } = grade;
  const zh = locale === 'zh';
  const basis = result.basis === null ? null : points(read(result.basis));
  const reached = line === null ? result.reached : originText(line, locale);
  const above =
    missed === null
      ? ''
      : zh
        ? `；未达到 ${originText(missed, locale)}`
        : `; not reached: ${originText(missed, locale)}`;
  return [
    zh
      ? `${basis === null ? '' : `按 ${basis} 分，`}符合 ${reached}${above}`
      : `${basis === null ? 'It meets' : `${basis} points meet`} ${reached}${above}`,
    ...result.effects.map((effect) => effectText(effect, locale)),
    ...result.quotas.map((outcome, index) => quotaText(outcome, grade.quotaOrigins[index] ?? null, locale)),
    finalText(result, locale),
  ];
}

/** Where the subject stands among the others, as far as the grades ask. */
export function comparedLines({ compared }: Pick<Explanation, 'compared'>, locale: Locale): string[] {
  if (compared.length === 0) return [];
  const figures = compared.map((figure) => figureText(figure, locale));
  return [locale === 'zh' ? `与其他对象比：${figures.join('、')}` : `Against the others: ${figures.join(', ')}`];
}

const effectWords: Record<ActedEffect['effect'], { zh: string; en: string }> = {
  fixed: { zh: '定为', en: 'fixed as' },
  ceiling: { zh: '最高评为', en: 'at most' },
  down: { zh: '降', en: 'down' },
  outcome: { zh: '定为', en: 'fixed as' },
  'out-of-awards': { zh: '取消评优', en: 'out of awards' },
  'no-grade': { zh: '不定等次', en: 'no grade' },
};

/** What an effect does, with the grade or the number of grades that it names. */
export function effectPhrase(
  { effect, grade, levels }: Pick<ActedEffect, 'effect' | 'grade' | 'levels'>,
  locale: Locale,
): string {
  const zh = locale === 'zh';
  if (effect === 'down')
    return zh
      ? `降${levels === 1 ? '一' : ` ${levels} `}档`
      : levels === 1
        ? 'one grade down'
        : `${levels} grades down`;
  return effectWords[effect][locale] + (grade === null ? '' : ` ${grade}`);
}

function effectText(
  { effect, grade, levels, veto, cause, title, origin, figures }: ActedEffect,
  locale: Locale,
): string {
  const zh = locale === 'zh';
  const words = effectPhrase({ effect, grade, levels }, locale);
  const named = `${clean(cause)}${titleOf(cause, title)}`;
  const because = zh ? `因 ${named} ` : `because of ${named}: `;
  const clause = [originText(origin, locale), ...figures.map((figure) => figureText(figure, locale))];
  return `${because}${veto ? (zh ? '一票否决，' : 'veto, ') : ''}${words}${zh ? '：' : ': '}${clause.join(zh ? '，' : ', ')}`;
}

function finalText({ final, open, ungraded, outcome, barred, graded, quotas }: GradeResult, locale: Locale): string {
  const zh = locale === 'zh';
  const awards = barred ? (zh ? '，取消评优' : ', out of awards') : '';
  if (outcome !== null) return (zh ? `不定等次，结果为 ${outcome}` : `No grade; the outcome is ${outcome}`) + awards;
  if (ungraded) return (zh ? '不定等次' : 'No grade is given') + awards;
  if (open && quotas.some(({ inPlace }) => inPlace === null))
    return zh ? '等次未定：名额待议' : 'Open: a quota is yet to be decided';
  if (open)
    return zh
      ? `名额未定：${graded ?? ''} 受名额限制，须与全体一并评定`
      : `Open: ${graded ?? ''} is limited by a quota, which needs the whole cohort`;
  return (zh ? `最终等次 ${final ?? ''}` : `Final grade ${final ?? ''}`) + awards;
}
