/**
 * The policy of policies/hubei-trade-unions/2023.assess written by hand, as one would write it for speed and exactness: points
 * as integers of a hundredth, multiplied before they are divided, rounded once per standard. It checks nothing: a record that
 * is not admissible gives nonsense. The keys are written out per method, because a computed key would cost more than the rule.
 */

// A record and its words as they come from JSON: every access below knows what it is for.
/* oxlint-disable typescript/no-explicit-any, typescript/no-unsafe-argument, typescript/no-unsafe-assignment, typescript/no-unsafe-member-access */
type FlatRecord = any;
type Lookup = any;

interface Marks {
  readonly total: number;
  /** Whether every dimension has 60%. */
  readonly balanced: boolean;
}

const levels: Lookup = { 好: 300, 较好: 240, 一般: 150, 差: 0 };
const honours: Lookup = { 全国级: 300, 省级: 250, 省直级: 200, 未获评: 50 };
const ratings: Lookup = { 优秀: 10_000, 良好: 8500, 合格: 7000, 基本合格: 6000 };
const grades = ['优秀', '良好', '合格', '不合格'];
const analysisDue = dayNumber('2023-11-30');
const reviewDue = dayNumber('2023-12-20');

/** Total and grade of a record that is known to be admissible. */
export function evaluateByHand(r: FlatRecord): { total: number; grade: string | null; barred: boolean } {
  const kind = r['类别'];
  const target = kind === '机关支部' ? 12 : kind === '直属单位支部' ? 8 : 20;
  const daily = scoreDaily(r, target);
  const yearEnd = scoreYearEnd(r, target);
  const debriefing = scoreDebriefing(r);
  const weighted = ratings[r['自评等次']] + 2 * daily.total + 2 * yearEnd.total + 5 * debriefing.score;
  const exact = within(weighted + 10 * (bonuses(r, kind) - penalties(r, kind) - negativeList(r)), 100_000);
  const total = halfUp(exact, 10);

  let grade = 3;
  if (total >= 9000 && debriefing.score >= 8500 && daily.balanced && yearEnd.balanced) grade = 0;
  else if (total >= 8000 && debriefing.score >= 7000) grade = 1;
  else if (total >= 6000) grade = 2;
  const reached = grade;
  if (r['F03'] > 0 || r['F33']?.length > 0) grade = Math.min(reached + 1, 3);
  if (r['F11'] > 0) grade = Math.max(grade, 1);
  if (r['F13'] > 0 || r['F25']?.length > 0 || r['F31']) grade = Math.max(grade, 2);
  if (r['F06'] || r['F09'] > 0 || r['F32'] || debriefing.score < 6000) grade = 3;
  const ungraded = debriefing.invalid || r['运行月数'] < 6;
  return { total: total / 100, grade: ungraded ? null : (grades[grade] ?? null), barred: r['F20'] > 0 || r['F35'] > 0 };
}

/** 民主测评: the mean of each group by its weight, over the groups that have counted votes, in hundredths. */
function scoreDebriefing(r: FlatRecord): { score: number; invalid: boolean } {
  const [a1, a2, a3, a4] = [
    r['民主测评.机关党委委员.好'],
    r['民主测评.机关党委委员.较好'],
    r['民主测评.机关党委委员.一般'],
    r['民主测评.机关党委委员.差'],
  ];
  const [b1, b2, b3, b4] = [
    r['民主测评.党组织书记.好'],
    r['民主测评.党组织书记.较好'],
    r['民主测评.党组织书记.一般'],
    r['民主测评.党组织书记.差'],
  ];
  const [c1, c2, c3, c4] = [
    r['民主测评.党员群众代表.好'],
    r['民主测评.党员群众代表.较好'],
    r['民主测评.党员群众代表.一般'],
    r['民主测评.党员群众代表.差'],
  ];
  const [a, b, c] = [a1 + a2 + a3 + a4, b1 + b2 + b3 + b4, c1 + c2 + c3 + c4];
  const returned =
    a + b + c + r['民主测评.机关党委委员.弃权'] + r['民主测评.党组织书记.弃权'] + r['民主测评.党员群众代表.弃权'];
  const [sumA, sumB, sumC] = [
    100 * a1 + 85 * a2 + 70 * a3 + 40 * a4,
    100 * b1 + 85 * b2 + 70 * b3 + 40 * b4,
    100 * c1 + 85 * c2 + 70 * c3 + 40 * c4,
  ];
  const weight = (a > 0 ? 4 : 0) + (b > 0 ? 3 : 0) + (c > 0 ? 3 : 0);
  const [overA, overB, overC] = [a || 1, b || 1, c || 1];
  const below = overA * overB * overC * weight;
  const invalid = 5 * returned < 4 * r['民主测评.应到人数'];
  // Up to here everything is exact for halls of some hundred people; beyond, the products outgrow a number.
  if (a > 2000 || b > 2000 || c > 2000) {
    const [bigA, bigB, bigC] = [BigInt(overA), BigInt(overB), BigInt(overC)];
    const above = 4n * BigInt(sumA) * bigB * bigC + 3n * BigInt(sumB) * bigA * bigC + 3n * BigInt(sumC) * bigA * bigB;
    const over = bigA * bigB * bigC * BigInt(weight);
    return { score: Number((200n * above + over) / (2n * over)), invalid };
  }
  const above = 4 * sumA * overB * overC + 3 * sumB * overA * overC + 3 * sumC * overA * overB;
  return { score: halfUp(100 * above, below), invalid };
}

/** 表彰奖励 and 经验推广: of one matter only the highest level counts. */
function bonuses(r: FlatRecord, kind: string): number {
  const small = kind !== '直属单位党委';
  const awards = highest(r['国家级表彰'], small ? 400 : 300, r['省部级表彰'], small ? 250 : 200, r['厅局级表彰'], 100);
  const spread = highest(r['全国经验推广'], 150, r['全省经验推广'], 80);
  return Math.min(awards, 500) + Math.min(spread, 200);
}

/** 通报惩戒 */
function penalties(r: FlatRecord, kind: string): number {
  const office = kind === '机关支部';
  const points = highest(
    r['国家级通报批评'],
    office ? 400 : 300,
    r['省部级通报批评'],
    office ? 300 : 200,
    r['厅局级通报批评'],
    100,
    r['本级约谈提醒'],
    50,
  );
  return Math.min(points, 400);
}

/** Lists of events from the highest points to the lowest: the first event of a matter is the one that counts. */
function highest(...lists: readonly (readonly { 事项: string }[] | number | null | undefined)[]): number {
  let points = 0;
  let seen: Set<string> | null = null;
  for (let index = 0; index < lists.length; index += 2) {
    const events = lists[index];
    if (typeof events !== 'object' || events === null) continue;
    for (const event of events) {
      seen ??= new Set();
      if (seen.has(event.事项)) continue;
      seen.add(event.事项);
      points += Number(lists[index + 1]);
    }
  }
  return points;
}

function negativeList(r: FlatRecord): number {
  const responsibility =
    once(r['F01'], 100) +
    once(r['F02'], 200) +
    times(r['F03'], 100, 200) +
    times(r['F04'], 50, 150) +
    times(r['F05'], 50, 150) +
    once(r['F06'], 300);
  const politics =
    times(r['F07'], 50, 150) +
    once(r['F08'], 200) +
    times(r['F09'], 200, 400) +
    times(r['F10'], 100, 200) +
    times(r['F11'], 100, 300) +
    times(r['F12'], 100, 200);
  const thought =
    times(r['F13'], 100, 300) +
    once(r['F14'], 50) +
    once(r['F15'], 100) +
    times(r['F16'], 50, 150) +
    once(r['F17'], 50);
  const drifting = r['F24'] ?? 0;
  const organisation =
    once(r['F18'], 100) +
    times(r['F19'], 100, 200) +
    times(r['F20'], 100, 300) +
    times(r['F21'], 50, 150) +
    times(r['F22'], 100, 200) +
    once(r['F23'], 100) +
    (drifting >= 3 ? 200 : 50 * drifting);
  const conduct =
    times(r['F25']?.length, 200, 400) +
    times(r['F26'], 50, 150) +
    times(r['F27'], 50, 100) +
    times(r['F28'], 50, 100) +
    times(r['F29'], 50, 100);
  const discipline =
    times(r['F30']?.length, 100, 300) +
    once(r['F31'], 500) +
    once(r['F32'], 500) +
    times(r['F33']?.length, 100, 300) +
    once(r['F34'], 100) +
    times(r['F35'], 100, 200);
  const culture = once(r['F36'], 100) + times(r['F37'], 50, 150) + once(r['F38'], 50);
  const capped =
    Math.min(responsibility, 400) +
    Math.min(politics, 500) +
    Math.min(thought, 300) +
    Math.min(organisation, 400) +
    Math.min(conduct, 400) +
    Math.min(discipline, 800) +
    Math.min(culture, 200);
  return Math.min(capped, 2000);
}

function once(happened: boolean | null | undefined, points: number): number {
  return happened ? points : 0;
}

function times(count: number | null | undefined, points: number, cap: number): number {
  return Math.min((count ?? 0) * points, cap);
}

/** Tenths of a per cent. */
function tenths(percent: number): number {
  return Math.round(percent * 10);
}

/** `full` in proportion to `done` of `all`, with an adjustment in hundredths; `none` where there was nothing to do. */
function shareOf(done: number, all: number, full: number, none: number, adjustment: number): number {
  if (all === 0) return Math.max(0, none + adjustment);
  return halfUp(Math.max(0, full * Math.min(done, all) + all * adjustment), all);
}

function within(value: number, high: number): number {
  return value < 0 ? 0 : value > high ? high : value;
}

/** Rounded half up; neither is negative. */
function halfUp(above: number, below: number): number {
  return Math.floor((2 * above + below) / (2 * below));
}

/** Days since 1970-01-01 of a date that is known to be one. */
function dayNumber(text: string): number {
  const digit = (place: number): number => text.charCodeAt(place) - 48;
  const year = 1000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3);
  const month = 10 * digit(5) + digit(6);
  const day = 10 * digit(8) + digit(9);
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    dayOfYear -
    719_468
  );
}

/** 日常考评: the marks of the sheet by dimension, in hundredths of a point. */
function scoreDaily(r: FlatRecord, target: number): Marks {
  const members = r['党员数'];
  const level = levels[r['日常考评.组织生活会质量']];

  // 主体责任
  const ZR1 = Math.max(0, 75 * Math.min(r['日常考评.研究党建次数'], 4) - (r['日常考评.责任清单缺失'] ? 100 : 0));
  const [lectures, checks] = [r['日常考评.书记讲党课次数'], r['日常考评.书记督办次数']];
  const byLeader =
    lectures >= 2 && checks >= 4 ? 300 : lectures >= 1 && checks >= 2 ? 200 : lectures >= 1 || checks >= 2 ? 100 : 0;
  const ZR2 = Math.max(0, byLeader - Math.min(50 * (r['日常考评.他人代为履责'] ?? 0), 100));
  const doubleDuty = r['日常考评.一岗双责不落实'] ?? 0;
  const studies = r['日常考评.廉政建设研究次数'];
  const ZR3 = doubleDuty >= 3 ? 0 : Math.max(0, (studies >= 2 ? 300 : studies >= 1 ? 150 : 0) - 50 * doubleDuty);
  const tasks = tenths(r['日常考评.重点任务完成率']);
  const byTasks = tasks >= 1000 ? 300 : tasks >= 950 ? 250 : tasks >= 900 ? 200 : tasks >= 800 ? 100 : 0;
  const ZR4 = Math.max(0, byTasks - Math.min(50 * (r['日常考评.重点任务被督办'] ?? 0), 100));
  const ZR5 = shareOf(
    r['日常考评.交办任务办结数'],
    r['日常考评.交办任务数'],
    300,
    300,
    -50 * (r['日常考评.办理质量退回'] ?? 0),
  );
  const funds = 100 * Math.round((r['日常考评.党建经费支出'] ?? 0) * 100);
  const byFunds = funds >= 300 * members ? 300 : funds >= 200 * members ? 200 : funds >= 100 * members ? 100 : 0;
  const ZR6 = Math.max(0, byFunds - Math.min(50 * (r['日常考评.党务干部缺配'] ?? 0), 100));

  // 政治建设
  const firstTopic =
    400 * Math.min(r['日常考评.第一议题学习次数'], 12) - 12 * Math.min(50 * (r['日常考评.第一议题走过场'] ?? 0), 150);
  const ZZ1 = halfUp(Math.max(0, firstTopic), 12);
  const themes = tenths(r['日常考评.主题教育任务完成率']) + 200 * Math.min(r['日常考评.调研成果转化数'], 3);
  const ZZ2 = halfUp(Math.max(0, themes - 4 * Math.min(50 * (r['日常考评.检视问题未整改'] ?? 0), 100)), 4);
  const analysis = r['日常考评.研判报告报送日期'] ?? null;
  const analysisLate = analysis === null ? Infinity : Math.max(0, dayNumber(analysis) - analysisDue);
  const ZZ3 = analysisLate >= 16 ? 0 : Math.max(0, 400 - 20 * analysisLate - (r['日常考评.研判质量不高'] ? 100 : 0));
  const ZZ4 = Math.max(0, level - Math.min(30 * (r['日常考评.查摆问题未销号'] ?? 0), 90));
  const visits =
    Math.min(20 * (r['日常考评.办成惠民实事'] ?? 0), 60) - Math.min(50 * (r['日常考评.下基层增加负担'] ?? 0), 100);
  const ZZ5 = halfUp(within(300 * Math.min(r['日常考评.下基层次数'], target) + target * visits, 300 * target), target);

  // 思想建设
  const SX1 = Math.max(
    0,
    25 * Math.min(r['日常考评.集体学习次数'], 12) - Math.min(20 * (r['日常考评.学习记录缺失'] ?? 0), 100),
  );
  const hours = (r['日常考评.书记培训学时'] >= 56 ? 100 : 0) - (r['日常考评.培训计划缺失'] ? 50 : 0);
  const SX2 = halfUp(Math.max(0, tenths(r['日常考评.党员学时达标率']) + 5 * hours), 5);
  const SX3 = Math.max(0, levels[r['日常考评.意识形态工作']] - Math.min(50 * (r['日常考评.阵地管理不严'] ?? 0), 150));
  const talks = r['日常考评.谈心谈话人数'];
  const byTalks = talks >= members ? 300 : 10 * talks >= 9 * members ? 240 : 10 * talks >= 8 * members ? 150 : 0;
  const SX4 = Math.max(0, byTalks - Math.min(30 * (r['日常考评.思想动态未分析'] ?? 0), 90));
  const articles = r['日常考评.信息采用篇数'] ?? 0;
  const byArticles = articles >= 6 ? 200 : articles >= 4 ? 150 : articles >= 2 ? 100 : articles >= 1 ? 50 : 0;
  const SX5 = Math.min(200, byArticles + Math.min(50 * (r['日常考评.研究成果获奖'] ?? 0), 100));

  // 组织建设
  const ZJ1 = Math.max(0, (r['日常考评.按期换届'] ? 300 : 0) - Math.min(50 * (r['日常考评.委员缺额'] ?? 0), 150));
  const meetings =
    75 * Math.min(r['日常考评.党员大会次数'], 4) +
    50 * Math.min(r['日常考评.支委会次数'], 12) +
    75 * Math.min(r['日常考评.党课次数'], 4);
  const ZJ2 = r['日常考评.会议记录造假'] ? 0 : halfUp(meetings, 3);
  const missed = r['日常考评.主题党日缺次'] ?? 0;
  const ZJ3 =
    missed >= 3
      ? 0
      : 300 - (missed === 2 ? 150 : 50 * missed) - Math.min(30 * (r['日常考评.主题党日内容不实'] ?? 0), 90);
  const ZJ4 = shareOf(
    r['日常考评.程序合规人数'],
    r['日常考评.发展党员数'],
    300,
    300,
    -Math.min(30 * (r['日常考评.发展材料不全'] ?? 0), 90),
  );
  const dues = Math.round(r['日常考评.党费足额收缴率'] * 100);
  const ZJ5 = Math.max(
    0,
    (dues >= 10_000 ? 200 : dues >= 9800 ? 150 : dues >= 9500 ? 100 : 0) - (r['日常考评.党费未公示'] ? 50 : 0),
  );
  const review = r['日常考评.民主评议完成日期'] ?? null;
  const reviewLate = review === null ? Infinity : Math.max(0, dayNumber(review) - reviewDue);
  const ZJ6 =
    reviewLate >= 31 ? 0 : Math.max(0, 300 - Math.min(10 * reviewLate, 150) - (r['日常考评.评议结果未运用'] ? 50 : 0));

  // 作风建设
  const ZF1 = Math.max(
    0,
    300 - 50 * (r['日常考评.文风会风问题'] ?? 0) - Math.min(50 * (r['日常考评.变相增加负担'] ?? 0), 150),
  );
  const content = tenths(r['日常考评.职工群众满意率']);
  const contented = 400 * Math.min(content, 950) - 950 * Math.min(50 * (r['日常考评.窗口投诉属实'] ?? 0), 100);
  const ZF2 = content < 600 ? 0 : halfUp(Math.max(0, contented), 950);
  const full = 20 * members;
  const volunteering =
    300 * Math.min(r['日常考评.志愿服务总时长'], full) + (r['日常考评.志愿服务品牌'] ? 50 * full : 0);
  const ZF3 = halfUp(Math.min(volunteering, 300 * full), full);
  const ZF4 = Math.max(
    0,
    (2 * levels[r['日常考评.调查研究工作']]) / 3 - Math.min(50 * (r['日常考评.调研报告照搬'] ?? 0), 100),
  );

  // 纪律建设
  const JL1 = Math.max(
    0,
    50 * Math.min(r['日常考评.纪律教育次数'], 6) - Math.min(20 * (r['日常考评.警示教育缺席'] ?? 0), 100),
  );
  const JL2 = shareOf(
    r['日常考评.防控措施落实数'],
    r['日常考评.廉政风险点数'],
    300,
    0,
    -Math.min(30 * (r['日常考评.风险点漏查'] ?? 0), 90),
  );
  const JL3 = Math.max(0, levels[r['日常考评.监督执纪工作']] - Math.min(50 * (r['日常考评.提醒谈话不及时'] ?? 0), 100));
  const [found, mended] = [r['日常考评.反馈问题数'], r['日常考评.整改完成数']];
  const mending = mended >= found ? 300 : 10 * mended >= 9 * found ? 240 : 10 * mended >= 8 * found ? 150 : 0;
  const JL4 = r['日常考评.虚假整改'] ? 0 : mending;

  // 精神文明建设
  const JS1 = Math.max(0, honours[r['日常考评.文明创建等级']] - Math.min(20 * (r['日常考评.创建资料不全'] ?? 0), 60));
  const JS2 = Math.min(200, 50 * Math.min(r['日常考评.文体活动次数'], 4) + (r['日常考评.文体活动被推广'] ? 30 : 0));
  const JS3 = Math.max(0, levels[r['日常考评.典型选树工作']] - (r['日常考评.典型未宣传'] ? 50 : 0));

  const responsibility = ZR1 + ZR2 + ZR3 + ZR4 + ZR5 + ZR6;
  const politics = ZZ1 + ZZ2 + ZZ3 + ZZ4 + ZZ5;
  const thought = SX1 + SX2 + SX3 + SX4 + SX5;
  const organisation = ZJ1 + ZJ2 + ZJ3 + ZJ4 + ZJ5 + ZJ6;
  const conduct = ZF1 + ZF2 + ZF3 + ZF4;
  const discipline = JL1 + JL2 + JL3 + JL4;
  const culture = JS1 + JS2 + JS3;
  return {
    total: responsibility + politics + thought + organisation + conduct + discipline + culture,
    balanced:
      responsibility >= 1080 &&
      politics >= 1080 &&
      thought >= 840 &&
      organisation >= 1080 &&
      conduct >= 720 &&
      discipline >= 720 &&
      culture >= 480,
  };
}

/** 年终检查: the marks of the sheet by dimension, in hundredths of a point. */
function scoreYearEnd(r: FlatRecord, target: number): Marks {
  const members = r['党员数'];
  const level = levels[r['年终检查.组织生活会质量']];

  // 主体责任
  const ZR1 = Math.max(0, 75 * Math.min(r['年终检查.研究党建次数'], 4) - (r['年终检查.责任清单缺失'] ? 100 : 0));
  const [lectures, checks] = [r['年终检查.书记讲党课次数'], r['年终检查.书记督办次数']];
  const byLeader =
    lectures >= 2 && checks >= 4 ? 300 : lectures >= 1 && checks >= 2 ? 200 : lectures >= 1 || checks >= 2 ? 100 : 0;
  const ZR2 = Math.max(0, byLeader - Math.min(50 * (r['年终检查.他人代为履责'] ?? 0), 100));
  const doubleDuty = r['年终检查.一岗双责不落实'] ?? 0;
  const studies = r['年终检查.廉政建设研究次数'];
  const ZR3 = doubleDuty >= 3 ? 0 : Math.max(0, (studies >= 2 ? 300 : studies >= 1 ? 150 : 0) - 50 * doubleDuty);
  const tasks = tenths(r['年终检查.重点任务完成率']);
  const byTasks = tasks >= 1000 ? 300 : tasks >= 950 ? 250 : tasks >= 900 ? 200 : tasks >= 800 ? 100 : 0;
  const ZR4 = Math.max(0, byTasks - Math.min(50 * (r['年终检查.重点任务被督办'] ?? 0), 100));
  const ZR5 = shareOf(
    r['年终检查.交办任务办结数'],
    r['年终检查.交办任务数'],
    300,
    300,
    -50 * (r['年终检查.办理质量退回'] ?? 0),
  );
  const funds = 100 * Math.round((r['年终检查.党建经费支出'] ?? 0) * 100);
  const byFunds = funds >= 300 * members ? 300 : funds >= 200 * members ? 200 : funds >= 100 * members ? 100 : 0;
  const ZR6 = Math.max(0, byFunds - Math.min(50 * (r['年终检查.党务干部缺配'] ?? 0), 100));

  // 政治建设
  const firstTopic =
    400 * Math.min(r['年终检查.第一议题学习次数'], 12) - 12 * Math.min(50 * (r['年终检查.第一议题走过场'] ?? 0), 150);
  const ZZ1 = halfUp(Math.max(0, firstTopic), 12);
  const themes = tenths(r['年终检查.主题教育任务完成率']) + 200 * Math.min(r['年终检查.调研成果转化数'], 3);
  const ZZ2 = halfUp(Math.max(0, themes - 4 * Math.min(50 * (r['年终检查.检视问题未整改'] ?? 0), 100)), 4);
  const analysis = r['年终检查.研判报告报送日期'] ?? null;
  const analysisLate = analysis === null ? Infinity : Math.max(0, dayNumber(analysis) - analysisDue);
  const ZZ3 = analysisLate >= 16 ? 0 : Math.max(0, 400 - 20 * analysisLate - (r['年终检查.研判质量不高'] ? 100 : 0));
  const ZZ4 = Math.max(0, level - Math.min(30 * (r['年终检查.查摆问题未销号'] ?? 0), 90));
  const visits =
    Math.min(20 * (r['年终检查.办成惠民实事'] ?? 0), 60) - Math.min(50 * (r['年终检查.下基层增加负担'] ?? 0), 100);
  const ZZ5 = halfUp(within(300 * Math.min(r['年终检查.下基层次数'], target) + target * visits, 300 * target), target);

  // 思想建设
  const SX1 = Math.max(
    0,
    25 * Math.min(r['年终检查.集体学习次数'], 12) - Math.min(20 * (r['年终检查.学习记录缺失'] ?? 0), 100),
  );
  const hours = (r['年终检查.书记培训学时'] >= 56 ? 100 : 0) - (r['年终检查.培训计划缺失'] ? 50 : 0);
  const SX2 = halfUp(Math.max(0, tenths(r['年终检查.党员学时达标率']) + 5 * hours), 5);
  const SX3 = Math.max(0, levels[r['年终检查.意识形态工作']] - Math.min(50 * (r['年终检查.阵地管理不严'] ?? 0), 150));
  const talks = r['年终检查.谈心谈话人数'];
  const byTalks = talks >= members ? 300 : 10 * talks >= 9 * members ? 240 : 10 * talks >= 8 * members ? 150 : 0;
  const SX4 = Math.max(0, byTalks - Math.min(30 * (r['年终检查.思想动态未分析'] ?? 0), 90));
  const articles = r['年终检查.信息采用篇数'] ?? 0;
  const byArticles = articles >= 6 ? 200 : articles >= 4 ? 150 : articles >= 2 ? 100 : articles >= 1 ? 50 : 0;
  const SX5 = Math.min(200, byArticles + Math.min(50 * (r['年终检查.研究成果获奖'] ?? 0), 100));

  // 组织建设
  const ZJ1 = Math.max(0, (r['年终检查.按期换届'] ? 300 : 0) - Math.min(50 * (r['年终检查.委员缺额'] ?? 0), 150));
  const meetings =
    75 * Math.min(r['年终检查.党员大会次数'], 4) +
    50 * Math.min(r['年终检查.支委会次数'], 12) +
    75 * Math.min(r['年终检查.党课次数'], 4);
  const ZJ2 = r['年终检查.会议记录造假'] ? 0 : halfUp(meetings, 3);
  const missed = r['年终检查.主题党日缺次'] ?? 0;
  const ZJ3 =
    missed >= 3
      ? 0
      : 300 - (missed === 2 ? 150 : 50 * missed) - Math.min(30 * (r['年终检查.主题党日内容不实'] ?? 0), 90);
  const ZJ4 = shareOf(
    r['年终检查.程序合规人数'],
    r['年终检查.发展党员数'],
    300,
    300,
    -Math.min(30 * (r['年终检查.发展材料不全'] ?? 0), 90),
  );
  const dues = Math.round(r['年终检查.党费足额收缴率'] * 100);
  const ZJ5 = Math.max(
    0,
    (dues >= 10_000 ? 200 : dues >= 9800 ? 150 : dues >= 9500 ? 100 : 0) - (r['年终检查.党费未公示'] ? 50 : 0),
  );
  const review = r['年终检查.民主评议完成日期'] ?? null;
  const reviewLate = review === null ? Infinity : Math.max(0, dayNumber(review) - reviewDue);
  const ZJ6 =
    reviewLate >= 31 ? 0 : Math.max(0, 300 - Math.min(10 * reviewLate, 150) - (r['年终检查.评议结果未运用'] ? 50 : 0));

  // 作风建设
  const ZF1 = Math.max(
    0,
    300 - 50 * (r['年终检查.文风会风问题'] ?? 0) - Math.min(50 * (r['年终检查.变相增加负担'] ?? 0), 150),
  );
  const content = tenths(r['年终检查.职工群众满意率']);
  const contented = 400 * Math.min(content, 950) - 950 * Math.min(50 * (r['年终检查.窗口投诉属实'] ?? 0), 100);
  const ZF2 = content < 600 ? 0 : halfUp(Math.max(0, contented), 950);
  const full = 20 * members;
  const volunteering =
    300 * Math.min(r['年终检查.志愿服务总时长'], full) + (r['年终检查.志愿服务品牌'] ? 50 * full : 0);
  const ZF3 = halfUp(Math.min(volunteering, 300 * full), full);
  const ZF4 = Math.max(
    0,
    (2 * levels[r['年终检查.调查研究工作']]) / 3 - Math.min(50 * (r['年终检查.调研报告照搬'] ?? 0), 100),
  );

  // 纪律建设
  const JL1 = Math.max(
    0,
    50 * Math.min(r['年终检查.纪律教育次数'], 6) - Math.min(20 * (r['年终检查.警示教育缺席'] ?? 0), 100),
  );
  const JL2 = shareOf(
    r['年终检查.防控措施落实数'],
    r['年终检查.廉政风险点数'],
    300,
    0,
    -Math.min(30 * (r['年终检查.风险点漏查'] ?? 0), 90),
  );
  const JL3 = Math.max(0, levels[r['年终检查.监督执纪工作']] - Math.min(50 * (r['年终检查.提醒谈话不及时'] ?? 0), 100));
  const [found, mended] = [r['年终检查.反馈问题数'], r['年终检查.整改完成数']];
  const mending = mended >= found ? 300 : 10 * mended >= 9 * found ? 240 : 10 * mended >= 8 * found ? 150 : 0;
  const JL4 = r['年终检查.虚假整改'] ? 0 : mending;

  // 精神文明建设
  const JS1 = Math.max(0, honours[r['年终检查.文明创建等级']] - Math.min(20 * (r['年终检查.创建资料不全'] ?? 0), 60));
  const JS2 = Math.min(200, 50 * Math.min(r['年终检查.文体活动次数'], 4) + (r['年终检查.文体活动被推广'] ? 30 : 0));
  const JS3 = Math.max(0, levels[r['年终检查.典型选树工作']] - (r['年终检查.典型未宣传'] ? 50 : 0));

  const responsibility = ZR1 + ZR2 + ZR3 + ZR4 + ZR5 + ZR6;
  const politics = ZZ1 + ZZ2 + ZZ3 + ZZ4 + ZZ5;
  const thought = SX1 + SX2 + SX3 + SX4 + SX5;
  const organisation = ZJ1 + ZJ2 + ZJ3 + ZJ4 + ZJ5 + ZJ6;
  const conduct = ZF1 + ZF2 + ZF3 + ZF4;
  const discipline = JL1 + JL2 + JL3 + JL4;
  const culture = JS1 + JS2 + JS3;
  return {
    total: responsibility + politics + thought + organisation + conduct + discipline + culture,
    balanced:
      responsibility >= 1080 &&
      politics >= 1080 &&
      thought >= 840 &&
      organisation >= 1080 &&
      conduct >= 720 &&
      discipline >= 720 &&
      culture >= 480,
  };
}
