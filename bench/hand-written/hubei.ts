/**
 * The Hubei policy of 2023 as a programmer would write it who wants it exact and fast: whole cents of a point, plain numbers,
 * nothing allocated but the answer. It expects an admissible record and is for this one policy; what the compiled module is
 * measured against.
 */
import { daily } from './daily.ts';
import { negativeList } from './negative-list.ts';
import type { Events, HubeiRecord, Outcome } from './record.ts';
import { yearEnd } from './year-end.ts';

const grades = ['优秀', '良好', '合格', '不合格'] as const;

export function evaluate(r: HubeiRecord): Outcome {
  const self = r['自评等次'];
  const review = self === '优秀' ? 10000 : self === '良好' ? 8500 : self === '合格' ? 7000 : 6000;
  const day = daily(r);
  const year = yearEnd(r);

  const a1 = r['民主测评.机关党委委员.好'] | 0;
  const a2 = r['民主测评.机关党委委员.较好'] | 0;
  const a3 = r['民主测评.机关党委委员.一般'] | 0;
  const a4 = r['民主测评.机关党委委员.差'] | 0;
  const b1 = r['民主测评.党组织书记.好'] | 0;
  const b2 = r['民主测评.党组织书记.较好'] | 0;
  const b3 = r['民主测评.党组织书记.一般'] | 0;
  const b4 = r['民主测评.党组织书记.差'] | 0;
  const c1 = r['民主测评.党员群众代表.好'] | 0;
  const c2 = r['民主测评.党员群众代表.较好'] | 0;
  const c3 = r['民主测评.党员群众代表.一般'] | 0;
  const c4 = r['民主测评.党员群众代表.差'] | 0;
  const a = a1 + a2 + a3 + a4;
  const b = b1 + b2 + b3 + b4;
  const c = c1 + c2 + c3 + c4;
  const debriefing = ballot(
    100 * a1 + 85 * a2 + 70 * a3 + 40 * a4,
    a,
    100 * b1 + 85 * b2 + 70 * b3 + 40 * b4,
    b,
    100 * c1 + 85 * c2 + 70 * c3 + 40 * c4,
    c,
  );
  const abstained =
    (r['民主测评.机关党委委员.弃权'] | 0) + (r['民主测评.党组织书记.弃权'] | 0) + (r['民主测评.党员群众代表.弃权'] | 0);
  const ungraded = 5 * (a + b + c + abstained) < 4 * r['民主测评.应到人数'] || r['运行月数'] < 6;

  const kind = r['类别'];
  const committee = kind === '直属单位党委';
  const branch = kind === '机关支部';
  const awards = Math.min(
    500,
    highest(
      r['国家级表彰'],
      committee ? 300 : 400,
      r['省部级表彰'],
      committee ? 200 : 250,
      r['厅局级表彰'],
      100,
      undefined,
      0,
    ),
  );
  const promoted = Math.min(200, highest(r['全国经验推广'], 150, r['全省经验推广'], 80, undefined, 0, undefined, 0));
  const criticised = Math.min(
    400,
    highest(
      r['国家级通报批评'],
      branch ? 400 : 300,
      r['省部级通报批评'],
      branch ? 300 : 200,
      r['厅局级通报批评'],
      100,
      r['本级约谈提醒'],
      50,
    ),
  );
  const adjusted = awards + promoted - criticised - negativeList(r);

  // In tenths of a cent: 10%, 20%, 20%, 50%.
  const tenths = review + 2 * (day >> 1) + 2 * (year >> 1) + 5 * debriefing + 10 * adjusted;
  const total = Math.floor((Math.max(0, Math.min(tenths, 100000)) + 5) / 10);

  let grade =
    total >= 9000 && debriefing >= 8500 && (day & year & 1) === 1
      ? 0
      : total >= 8000 && debriefing >= 7000
        ? 1
        : total >= 6000
          ? 2
          : 3;
  const accidents = r['F25'];
  const concealed = r['F33'];
  if ((r['F03'] | 0) > 0 || (concealed != null && concealed.length > 0)) grade = Math.min(grade + 1, 3);
  if ((r['F11'] | 0) > 0) grade = Math.max(grade, 1);
  if ((r['F13'] | 0) > 0 || (accidents != null && accidents.length > 0) || r['F31']) grade = Math.max(grade, 2);
  if (r['F06'] || (r['F09'] | 0) > 0 || r['F32'] || debriefing < 6000) grade = 3;
  return {
    total: total / 100,
    grade: ungraded ? null : (grades[grade] ?? null),
    barred: (r['F20'] | 0) > 0 || (r['F35'] | 0) > 0,
  };
}

/** Above this product of the groups' sizes the numbers below would not be exact. */
const countable = 4e10;

/** The mean of three groups in cents, 40 : 30 : 30; a group without votes leaves its share to the others. */
function ballot(aPoints: number, a: number, bPoints: number, b: number, cPoints: number, c: number): number {
  const x = a === 0 ? 1 : a;
  const y = b === 0 ? 1 : b;
  const z = c === 0 ? 1 : c;
  const weight = (a > 0 ? 4 : 0) + (b > 0 ? 3 : 0) + (c > 0 ? 3 : 0);
  if (x * y * z > countable) {
    const [u, v, w] = [BigInt(x), BigInt(y), BigInt(z)];
    const above = 4n * BigInt(aPoints) * v * w + 3n * BigInt(bPoints) * u * w + 3n * BigInt(cPoints) * u * v;
    const below = u * v * w * BigInt(weight);
    return Number((200n * above + below) / (2n * below));
  }
  const above = 4 * aPoints * y * z + 3 * bPoints * x * z + 3 * cPoints * x * y;
  const below = x * y * z * weight;
  return Math.floor((200 * above + below) / (2 * below));
}

/** Cents of the highest occurrence of each matter. The lists come from the highest to the lowest. */
function highest(
  first: Events,
  firstCents: number,
  second: Events,
  secondCents: number,
  third: Events,
  thirdCents: number,
  fourth: Events,
  fourthCents: number,
): number {
  let sum = 0;
  if (first != null)
    for (let place = 0; place < first.length; place++) if (!within(first, place, first[place]?.事项)) sum += firstCents;
  if (second != null)
    for (let place = 0; place < second.length; place++) {
      const matter = second[place]?.事项;
      if (!within(second, place, matter) && !within(first, Infinity, matter)) sum += secondCents;
    }
  if (third != null)
    for (let place = 0; place < third.length; place++) {
      const matter = third[place]?.事项;
      if (!within(third, place, matter) && !within(second, Infinity, matter) && !within(first, Infinity, matter))
        sum += thirdCents;
    }
  if (fourth != null)
    for (let place = 0; place < fourth.length; place++) {
      const matter = fourth[place]?.事项;
      if (
        !within(fourth, place, matter) &&
        !within(third, Infinity, matter) &&
        !within(second, Infinity, matter) &&
        !within(first, Infinity, matter)
      )
        sum += fourthCents;
    }
  return sum;
}

/** Whether one of the first events is of the matter. */
function within(events: Events, end: number, matter: string | undefined): boolean {
  if (events == null) return false;
  for (let place = 0; place < end && place < events.length; place++) if (events[place]?.事项 === matter) return true;
  return false;
}
