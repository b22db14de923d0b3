import { daysLate, ratingOf } from './readings.ts';
import type { HubeiRecord } from './record.ts';

/**
 * 年终检查 in cents of a point, doubled; plus one if every dimension reaches 60%. daily.ts is the same text with other
 * keys: an access by a literal name is what a JavaScript engine does fastest.
 */
export function yearEnd(r: HubeiRecord): number {
  const members = r['党员数'];
  const kind = r['类别'];

  // 主体责任
  const zr1 = Math.max(0, 75 * Math.min(r['年终检查.研究党建次数'], 4) - (r['年终检查.责任清单缺失'] ? 100 : 0));

  const lectures = r['年终检查.书记讲党课次数'];
  const pursued = r['年终检查.书记督办次数'];
  const zr2 = Math.max(
    0,
    (lectures >= 2 && pursued >= 4
      ? 300
      : lectures >= 1 && pursued >= 2
        ? 200
        : lectures >= 1 || pursued >= 2
          ? 100
          : 0) - Math.min(50 * (r['年终检查.他人代为履责'] | 0), 100),
  );

  const studies = r['年终检查.廉政建设研究次数'];
  const shirking = r['年终检查.一岗双责不落实'] | 0;
  const zr3 = shirking >= 3 ? 0 : Math.max(0, (studies >= 2 ? 300 : studies >= 1 ? 150 : 0) - 50 * shirking);

  const done = (r['年终检查.重点任务完成率'] * 10 + 0.5) | 0;
  const zr4 = Math.max(
    0,
    (done >= 1000 ? 300 : done >= 950 ? 250 : done >= 900 ? 200 : done >= 800 ? 100 : 0) -
      Math.min(50 * (r['年终检查.重点任务被督办'] | 0), 100),
  );

  const tasks = r['年终检查.交办任务数'];
  const returned = 50 * (r['年终检查.办理质量退回'] | 0);
  const zr5 =
    tasks === 0
      ? Math.max(0, 300 - returned)
      : share(300 * Math.min(r['年终检查.交办任务办结数'], tasks) - returned * tasks, tasks);

  const spent = r['年终检查.党建经费支出'] == null ? 0 : (r['年终检查.党建经费支出'] * 100 + 0.5) | 0; // hundreds of yuan
  const zr6 = Math.max(
    0,
    (spent >= 3 * members ? 300 : spent >= 2 * members ? 200 : spent >= members ? 100 : 0) -
      Math.min(50 * (r['年终检查.党务干部缺配'] | 0), 100),
  );
  const responsibility = zr1 + zr2 + zr3 + zr4 + zr5 + zr6;

  // 政治建设
  const zz1 = share(
    100 * Math.min(r['年终检查.第一议题学习次数'], 12) - 3 * Math.min(50 * (r['年终检查.第一议题走过场'] | 0), 150),
    3,
  );
  const zz2 = share(
    ((r['年终检查.主题教育任务完成率'] * 10 + 0.5) | 0) +
      200 * Math.min(r['年终检查.调研成果转化数'], 3) -
      4 * Math.min(50 * (r['年终检查.检视问题未整改'] | 0), 100),
    4,
  );
  const reportLate = daysLate(r['年终检查.研判报告报送日期'], 333); // 30 November
  const zz3 = reportLate >= 16 ? 0 : Math.max(0, 400 - 20 * reportLate - (r['年终检查.研判质量不高'] ? 100 : 0));
  const zz4 = Math.max(
    0,
    ratingOf(r['年终检查.组织生活会质量']) - Math.min(30 * (r['年终检查.查摆问题未销号'] | 0), 90),
  );
  const target = kind === '机关支部' ? 12 : kind === '直属单位支部' ? 8 : 20;
  const visits =
    Math.min(60, 20 * (r['年终检查.办成惠民实事'] | 0)) - Math.min(50 * (r['年终检查.下基层增加负担'] | 0), 100);
  const zz5 = Math.min(300, share(300 * Math.min(r['年终检查.下基层次数'], target) + visits * target, target));
  const politics = zz1 + zz2 + zz3 + zz4 + zz5;

  // 思想建设
  const sx1 = Math.max(
    0,
    25 * Math.min(r['年终检查.集体学习次数'], 12) - Math.min(20 * (r['年终检查.学习记录缺失'] | 0), 100),
  );
  const sx2 = share(
    ((r['年终检查.党员学时达标率'] * 10 + 0.5) | 0) +
      (r['年终检查.书记培训学时'] >= 56 ? 500 : 0) -
      (r['年终检查.培训计划缺失'] ? 250 : 0),
    5,
  );
  const sx3 = Math.max(0, ratingOf(r['年终检查.意识形态工作']) - Math.min(50 * (r['年终检查.阵地管理不严'] | 0), 150));
  const talks = r['年终检查.谈心谈话人数'];
  const sx4 = Math.max(
    0,
    (talks >= members ? 300 : 10 * talks >= 9 * members ? 240 : 5 * talks >= 4 * members ? 150 : 0) -
      Math.min(30 * (r['年终检查.思想动态未分析'] | 0), 90),
  );
  const articles = r['年终检查.信息采用篇数'] ?? 0;
  const sx5 = Math.min(
    200,
    (articles >= 6 ? 200 : articles >= 4 ? 150 : articles >= 2 ? 100 : articles >= 1 ? 50 : 0) +
      Math.min(50 * (r['年终检查.研究成果获奖'] | 0), 100),
  );
  const thought = sx1 + sx2 + sx3 + sx4 + sx5;

  // 组织建设
  const zj1 = Math.max(0, (r['年终检查.按期换届'] ? 300 : 0) - Math.min(50 * (r['年终检查.委员缺额'] | 0), 150));
  const zj2 = r['年终检查.会议记录造假']
    ? 0
    : share(
        75 * Math.min(r['年终检查.党员大会次数'], 4) +
          50 * Math.min(r['年终检查.支委会次数'], 12) +
          75 * Math.min(r['年终检查.党课次数'], 4),
        3,
      );
  const missed = r['年终检查.主题党日缺次'] | 0;
  const zj3 =
    missed >= 3
      ? 0
      : 300 - (missed === 2 ? 150 : missed === 1 ? 50 : 0) - Math.min(30 * (r['年终检查.主题党日内容不实'] | 0), 90);
  const recruits = r['年终检查.发展党员数'];
  const papers = Math.min(30 * (r['年终检查.发展材料不全'] | 0), 90);
  const zj4 =
    recruits === 0
      ? 300 - papers
      : share(300 * Math.min(r['年终检查.程序合规人数'], recruits) - papers * recruits, recruits);
  const dues = (r['年终检查.党费足额收缴率'] * 100 + 0.5) | 0;
  const zj5 = Math.max(
    0,
    (dues >= 10000 ? 200 : dues >= 9800 ? 150 : dues >= 9500 ? 100 : 0) - (r['年终检查.党费未公示'] ? 50 : 0),
  );
  const reviewLate = daysLate(r['年终检查.民主评议完成日期'], 353); // 20 December
  const zj6 =
    reviewLate >= 31 ? 0 : Math.max(0, 300 - Math.min(10 * reviewLate, 150) - (r['年终检查.评议结果未运用'] ? 50 : 0));
  const organisation = zj1 + zj2 + zj3 + zj4 + zj5 + zj6;

  // 作风建设
  const zf1 = Math.max(
    0,
    300 - 50 * (r['年终检查.文风会风问题'] | 0) - Math.min(50 * (r['年终检查.变相增加负担'] | 0), 150),
  );
  const content = (r['年终检查.职工群众满意率'] * 10 + 0.5) | 0;
  const zf2 =
    content < 600
      ? 0
      : share(8 * Math.min(content, 950) - 19 * Math.min(50 * (r['年终检查.窗口投诉属实'] | 0), 100), 19);
  const zf3 = Math.min(
    300,
    share(
      15 * Math.min(r['年终检查.志愿服务总时长'], 20 * members) + (r['年终检查.志愿服务品牌'] ? 50 * members : 0),
      members,
    ),
  );
  const zf4 = Math.max(0, surveyOf(r['年终检查.调查研究工作']) - Math.min(50 * (r['年终检查.调研报告照搬'] | 0), 100));
  const style = zf1 + zf2 + zf3 + zf4;

  // 纪律建设
  const jl1 = Math.max(
    0,
    50 * Math.min(r['年终检查.纪律教育次数'], 6) - Math.min(20 * (r['年终检查.警示教育缺席'] | 0), 100),
  );
  const risks = r['年终检查.廉政风险点数'];
  const jl2 =
    risks === 0
      ? 0
      : share(
          300 * Math.min(r['年终检查.防控措施落实数'], risks) -
            risks * Math.min(30 * (r['年终检查.风险点漏查'] | 0), 90),
          risks,
        );
  const jl3 = Math.max(
    0,
    ratingOf(r['年终检查.监督执纪工作']) - Math.min(50 * (r['年终检查.提醒谈话不及时'] | 0), 100),
  );
  const found = r['年终检查.反馈问题数'];
  const mended = r['年终检查.整改完成数'];
  const jl4 = r['年终检查.虚假整改']
    ? 0
    : found === 0 || mended >= found
      ? 300
      : 10 * mended >= 9 * found
        ? 240
        : 5 * mended >= 4 * found
          ? 150
          : 0;
  const discipline = jl1 + jl2 + jl3 + jl4;

  // 精神文明建设
  const honour = r['年终检查.文明创建等级'];
  const js1 =
    (honour === '全国级' ? 300 : honour === '省级' ? 250 : honour === '省直级' ? 200 : 50) -
    Math.min(20 * (r['年终检查.创建资料不全'] | 0), 60);
  const js2 = Math.min(200, 50 * Math.min(r['年终检查.文体活动次数'], 4) + (r['年终检查.文体活动被推广'] ? 30 : 0));
  const js3 = Math.max(0, ratingOf(r['年终检查.典型选树工作']) - (r['年终检查.典型未宣传'] ? 50 : 0));
  const culture = Math.max(0, js1) + js2 + js3;

  const balanced =
    responsibility >= 1080 &&
    politics >= 1080 &&
    thought >= 840 &&
    organisation >= 1080 &&
    style >= 720 &&
    discipline >= 720 &&
    culture >= 480;
  return 2 * (responsibility + politics + thought + organisation + style + discipline + culture) + (balanced ? 1 : 0);
}

/** above ÷ below in whole cents, ties up; not less than 0. */
function share(above: number, below: number): number {
  return above <= 0 ? 0 : Math.floor((2 * above + below) / (2 * below));
}

/** Of a standard of two points. */
function surveyOf(rating: string): number {
  return rating === '好' ? 200 : rating === '较好' ? 160 : rating === '一般' ? 100 : 0;
}
