/** The hand-written evaluator as most would write it at first: points as floating-point numbers. It is here to be wrong. */
import type { Events, HubeiRecord, Outcome } from '../hand-written/record.ts';
import { daily } from './daily.ts';
import { capped, rounded } from './float.ts';
import { yearEnd } from './year-end.ts';

const grades = ['优秀', '良好', '合格', '不合格'] as const;

export function evaluate(r: HubeiRecord): Outcome {
  const self = r['自评等次'];
  const review = 100 * (self === '优秀' ? 1 : self === '良好' ? 0.85 : self === '合格' ? 0.7 : 0.6);
  const day = daily(r);
  const year = yearEnd(r);

  const a1 = r['民主测评.机关党委委员.好'];
  const a2 = r['民主测评.机关党委委员.较好'];
  const a3 = r['民主测评.机关党委委员.一般'];
  const a4 = r['民主测评.机关党委委员.差'];
  const b1 = r['民主测评.党组织书记.好'];
  const b2 = r['民主测评.党组织书记.较好'];
  const b3 = r['民主测评.党组织书记.一般'];
  const b4 = r['民主测评.党组织书记.差'];
  const c1 = r['民主测评.党员群众代表.好'];
  const c2 = r['民主测评.党员群众代表.较好'];
  const c3 = r['民主测评.党员群众代表.一般'];
  const c4 = r['民主测评.党员群众代表.差'];
  const a = a1 + a2 + a3 + a4;
  const b = b1 + b2 + b3 + b4;
  const c = c1 + c2 + c3 + c4;
  const weight = (a > 0 ? 0.4 : 0) + (b > 0 ? 0.3 : 0) + (c > 0 ? 0.3 : 0);
  const sum =
    (a > 0 ? (0.4 * (100 * a1 + 85 * a2 + 70 * a3 + 40 * a4)) / a : 0) +
    (b > 0 ? (0.3 * (100 * b1 + 85 * b2 + 70 * b3 + 40 * b4)) / b : 0) +
    (c > 0 ? (0.3 * (100 * c1 + 85 * c2 + 70 * c3 + 40 * c4)) / c : 0);
  const debriefing = rounded(sum / weight);
  const votes =
    a + b + c + r['民主测评.机关党委委员.弃权'] + r['民主测评.党组织书记.弃权'] + r['民主测评.党员群众代表.弃权'];
  const ungraded = votes / r['民主测评.应到人数'] < 0.8 || r['运行月数'] < 6;

  const kind = r['类别'];
  const committee = kind === '直属单位党委';
  const branch = kind === '机关支部';
  const awards = Math.min(
    5,
    highest([r['国家级表彰'], r['省部级表彰'], r['厅局级表彰']], [committee ? 3 : 4, committee ? 2 : 2.5, 1]),
  );
  const promoted = Math.min(2, highest([r['全国经验推广'], r['全省经验推广']], [1.5, 0.8]));
  const criticised = Math.min(
    4,
    highest(
      [r['国家级通报批评'], r['省部级通报批评'], r['厅局级通报批评'], r['本级约谈提醒']],
      [branch ? 4 : 3, branch ? 3 : 2, 1, 0.5],
    ),
  );

  const weighted = 0.1 * review + 0.2 * day.score + 0.2 * year.score + 0.5 * debriefing;
  const total = rounded(Math.max(0, Math.min(100, weighted + awards + promoted - criticised - negativeList(r))));

  let grade =
    total >= 90 && debriefing / 100 >= 0.85 && day.balanced && year.balanced
      ? 0
      : total >= 80 && debriefing / 100 >= 0.7
        ? 1
        : total >= 60
          ? 2
          : 3;
  if (r['F03'] > 0 || (r['F33']?.length ?? 0) > 0) grade = Math.min(grade + 1, 3);
  if (r['F11'] > 0) grade = Math.max(grade, 1);
  if (r['F13'] > 0 || (r['F25']?.length ?? 0) > 0 || r['F31']) grade = Math.max(grade, 2);
  if (r['F06'] || r['F09'] > 0 || r['F32'] || debriefing / 100 < 0.6) grade = 3;
  return {
    total,
    grade: ungraded ? null : (grades[grade] ?? null),
    barred: r['F20'] > 0 || r['F35'] > 0,
  };
}

/** Points of the highest occurrence of each matter. */
function highest(lists: readonly Events[], points: readonly number[]): number {
  let sum = 0;
  const seen = new Set<string>();
  for (const [place, list] of lists.entries()) {
    for (const { 事项: matter } of list ?? []) {
      if (seen.has(matter)) continue;
      seen.add(matter);
      sum += points[place] ?? 0;
    }
  }
  return sum;
}

function negativeList(r: HubeiRecord): number {
  const responsibility =
    (r['F01'] ? 1 : 0) +
    (r['F02'] ? 2 : 0) +
    capped(1, r['F03'], 2) +
    capped(0.5, r['F04'], 1.5) +
    capped(0.5, r['F05'], 1.5) +
    (r['F06'] ? 3 : 0);
  const politics =
    capped(0.5, r['F07'], 1.5) +
    (r['F08'] ? 2 : 0) +
    capped(2, r['F09'], 4) +
    capped(1, r['F10'], 2) +
    capped(1, r['F11'], 3) +
    capped(1, r['F12'], 2);
  const thought =
    capped(1, r['F13'], 3) +
    (r['F14'] ? 0.5 : 0) +
    (r['F15'] ? 1 : 0) +
    capped(0.5, r['F16'], 1.5) +
    (r['F17'] ? 0.5 : 0);
  const lost = r['F24'];
  const organisation =
    (r['F18'] ? 1 : 0) +
    capped(1, r['F19'], 2) +
    capped(1, r['F20'], 3) +
    capped(0.5, r['F21'], 1.5) +
    capped(1, r['F22'], 2) +
    (r['F23'] ? 1 : 0) +
    (lost >= 3 ? 2 : capped(0.5, lost, 1));
  const style =
    capped(2, r['F25']?.length, 4) +
    capped(0.5, r['F26'], 1.5) +
    capped(0.5, r['F27'], 1) +
    capped(0.5, r['F28'], 1) +
    capped(0.5, r['F29'], 1);
  const discipline =
    capped(1, r['F30']?.length, 3) +
    (r['F31'] ? 5 : 0) +
    (r['F32'] ? 5 : 0) +
    capped(1, r['F33']?.length, 3) +
    (r['F34'] ? 1 : 0) +
    capped(1, r['F35'], 2);
  const culture = (r['F36'] ? 1 : 0) + capped(0.5, r['F37'], 1.5) + (r['F38'] ? 0.5 : 0);
  return Math.min(
    20,
    Math.min(responsibility, 4) +
      Math.min(politics, 5) +
      Math.min(thought, 3) +
      Math.min(organisation, 4) +
      Math.min(style, 4) +
      Math.min(discipline, 8) +
      Math.min(culture, 2),
  );
}
