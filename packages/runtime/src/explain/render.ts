/** An explanation as plain text for people who answer for the points. */
import type { Locale } from '../bilingual.ts';
import { absolute, multiply, rational, sum } from '../decimal/rational.ts';
import { nextGradeLines, type NextGrade } from './next-grade.ts';
import type { Change, Explanation, ItemExplanation } from './explanation.ts';
import type { GradeResult, NoResultReason } from '../result.ts';
import { consequenceText } from './render-consequence.ts';
import { clean, findingText, originText, points, read, signed, titleOf } from './render-finding.ts';
import { comparedLines, gradeLines } from './render-grade.ts';
import { withoutScore } from './without-score.ts';

/** The explanation in one language, line by line, without a final line end; with what the next grade would need, if that is given. */
export function renderExplanation(explanation: Explanation, locale: Locale, next: NextGrade | null = null): string {
  const zh = locale === 'zh';
  const { losses, gains, total } = explanation;
  const lost = sum(losses.map(({ inTotal }) => read(inTotal)));
  const gained = sum(gains.map(({ inTotal }) => read(inTotal)));
  const account = zh
    ? `满分 ${points(read(total.full))}，失分 ${points(absolute(lost))}，加分和少扣 ${points(gained)}，总分 ${points(read(total.score))}`
    : `full marks ${points(read(total.full))}, lost ${points(absolute(lost))}, added or spared ${points(gained)}, total ${points(read(total.score))}`;
  const sections = [
    section(zh ? '【等次】' : 'Grade:', [...gradeLines(explanation, locale), ...comparedLines(explanation, locale)]),
    ...explanation.scales.map((grade) =>
      section(zh ? `【${clean(grade.name)}】` : `${clean(grade.name)}:`, gradeLines({ grade }, locale)),
    ),
    section(
      zh ? '【再上一档需要】' : 'What the next grade would need:',
      next === null ? [] : nextGradeLines(next, locale),
    ),
    section(
      zh ? '【失分（折合总分，由多到少）】' : 'Lost (in points of the total, most first):',
      changeLines(losses, locale),
    ),
    section(zh ? '【加分和少扣】' : 'Added or spared:', changeLines(gains, locale)),
    section(zh ? '【各项得分】' : 'Scores:', itemLines(total, locale, 0)),
    section(
      zh ? '【结果运用】' : 'Consequences:',
      explanation.consequences.map((each) => consequenceText(each, locale)),
    ),
  ];
  if (total.state === 'no-result') {
    const reasons = section(
      zh ? '【无结果的原因】' : 'Why there is no result:',
      explanation.reasons.map((reason) => reasonText(reason, locale)),
    );
    const scores = section(zh ? '【各项得分】' : 'Scores:', itemLines(total, locale, 0));
    return [...headline(explanation, locale), ...reasons, ...scores].join('\n');
  }
  return [...headline(explanation, locale), account, ...sections.flat()].join('\n');
}

/** Why there is no result: `民主测评：群众没有计分的票：空组 无结果（第 12 行）` */
export function reasonText({ name, message, origin }: NoResultReason, locale: Locale): string {
  const colon = locale === 'zh' ? '：' : ': ';
  return `${clean(name)}${colon}${clean(message[locale])}${colon}${originText(origin, locale)}`;
}

/** Subject, score, grade, places, and the policy. */
export function headline(
  { subject, policy, total, grade, scales, rank, classRanks }: Explanation,
  locale: Locale,
): string[] {
  const zh = locale === 'zh';
  const version = policy.version === null ? '' : ` ${policy.version}`;
  const full = points(read(total.full));
  const score = points(read(total.score));
  if (total.state === 'no-result')
    return [`${clean(subject)}${zh ? '：无结果' : ': no result'}`, clean(`${policy.title}${version}`)];
  const finalOf = ({ final, outcome, open }: GradeResult) =>
    final ?? outcome ?? (open ? null : zh ? '不定等次' : 'no grade');
  const final = grade === null ? null : finalOf(grade.result);
  const others = scales.map((each) => `${zh ? '，' : ', '}${clean(each.name)} ${finalOf(each.result) ?? '?'}`);
  const marks = zh ? `总分 ${score}（满分 ${full}）` : `total ${score} of ${full}`;
  const named = final === null ? '' : zh ? `，等次 ${final}` : `, grade ${final}`;
  const place = (at: { place: number; of: number }) =>
    zh ? `第 ${at.place} 名（共 ${at.of} 个）` : `place ${at.place} of ${at.of}`;
  const places = [
    ...(rank === null ? [] : [`${zh ? '排名 ' : ''}${place(rank)}`]),
    ...classRanks.map((each) => `${clean(`${each.by} ${each.class}`)}${zh ? ' ' : ': '}${place(each)}`),
  ];
  return [
    `${clean(subject)}${zh ? '：' : ': '}${marks}${named}${others.join('')}`,
    ...(places.length === 0 ? [] : [places.join(zh ? '；' : '; ')]),
    clean(`${policy.title}${version}`),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function changeLines(changes: readonly Change[], locale: Locale): string[] {
  return changes.flatMap((change, index) => {
    const zh = locale === 'zh';
    const item = change.path.map((name) => clean(name)).join(zh ? '·' : '.') || (zh ? '总分' : 'total');
    const name = `${item}${titleOf(change.path.at(-1) ?? '', change.title)}`;
    const line =
      change.line === null
        ? ''
        : `${zh ? '：' : ': '}${clean(change.line.name)}${titleOf(change.line.name, change.line.title)}`;
    const { marks } = change;
    const of = zh
      ? marks && `（满分 ${points(read(marks.full))}，得 ${points(read(marks.score))}）`
      : marks && ` (${points(read(marks.score))} of ${points(read(marks.full))})`;
    return [
      `${index + 1}. ${signed(read(change.inTotal))}  ${name}${line}${of ?? ''}`,
      ...change.findings.map((finding) => `     ${findingText(finding, locale)}`),
    ];
  });
}

function itemLines(item: ItemExplanation, locale: Locale, depth: number): string[] {
  const zh = locale === 'zh';
  const weight = item.weight === null ? '' : `${points(multiply(read(item.weight), rational(100n)))}%`;
  const inTotal = points(multiply(read(item.score), read(item.worth)));
  const share =
    weight === '' ? '' : zh ? `（占 ${weight}，折合总分 ${inTotal}）` : ` (weight ${weight}, ${inTotal} of the total)`;
  const score = item.state === 'scored' ? points(read(item.score)) : withoutScore[item.state][locale];
  const why = item.why.map((each) => clean(each[locale])).join(zh ? '、' : ', ');
  const because = why === '' || item.state !== 'not-applicable' ? '' : zh ? `（${why}）` : ` (${why})`;
  const marks = `${score} / ${points(read(item.full))}`;
  const own = `${'  '.repeat(depth)}${clean(item.name)}${titleOf(item.name, item.title)}  ${marks}${because}${share}`;
  return [own, ...item.children.flatMap((child) => itemLines(child, locale, depth + 1))];
}
