import type { HubeiRecord } from '../hand-written/record.ts';
import { capped, clamped, lateDays, quality, rounded } from './float.ts';

/** 日常考评 in points. year-end.ts is the same text with other keys. */
export function daily(r: HubeiRecord): { score: number; balanced: boolean } {
  const members = r['党员数'];
  const kind = r['类别'];

  // 主体责任
  const zr1 = 3 * Math.min(1, r['日常考评.研究党建次数'] / 4) - (r['日常考评.责任清单缺失'] ? 1 : 0);
  const lectures = r['日常考评.书记讲党课次数'];
  const pursued = r['日常考评.书记督办次数'];
  const zr2 =
    (lectures >= 2 && pursued >= 4 ? 3 : lectures >= 1 && pursued >= 2 ? 2 : lectures >= 1 || pursued >= 2 ? 1 : 0) -
    capped(0.5, r['日常考评.他人代为履责'], 1);
  const studies = r['日常考评.廉政建设研究次数'];
  const shirking = r['日常考评.一岗双责不落实'] ?? 0;
  const zr3 = shirking >= 3 ? 0 : (studies >= 2 ? 3 : studies >= 1 ? 1.5 : 0) - 0.5 * shirking;
  const done = r['日常考评.重点任务完成率'] / 100;
  const zr4 =
    (done >= 1 ? 3 : done >= 0.95 ? 2.5 : done >= 0.9 ? 2 : done >= 0.8 ? 1 : 0) -
    capped(0.5, r['日常考评.重点任务被督办'], 1);
  const tasks = r['日常考评.交办任务数'];
  const zr5 =
    3 * (tasks === 0 ? 1 : Math.min(1, r['日常考评.交办任务办结数'] / tasks)) - 0.5 * (r['日常考评.办理质量退回'] ?? 0);
  const each = ((r['日常考评.党建经费支出'] ?? 0) * 10000) / members;
  const zr6 = (each >= 300 ? 3 : each >= 200 ? 2 : each >= 100 ? 1 : 0) - capped(0.5, r['日常考评.党务干部缺配'], 1);
  const responsibility =
    clamped(zr1, 3) + clamped(zr2, 3) + clamped(zr3, 3) + clamped(zr4, 3) + clamped(zr5, 3) + clamped(zr6, 3);

  // 政治建设
  const zz1 = 4 * Math.min(1, r['日常考评.第一议题学习次数'] / 12) - capped(0.5, r['日常考评.第一议题走过场'], 1.5);
  const zz2 =
    2.5 * (r['日常考评.主题教育任务完成率'] / 100) +
    1.5 * Math.min(1, r['日常考评.调研成果转化数'] / 3) -
    capped(0.5, r['日常考评.检视问题未整改'], 1);
  const reportLate = lateDays(r['日常考评.研判报告报送日期'], '2023-11-30');
  const zz3 = reportLate >= 16 ? 0 : 4 - 0.2 * reportLate - (r['日常考评.研判质量不高'] ? 1 : 0);
  const zz4 = 3 * quality(r['日常考评.组织生活会质量']) - capped(0.3, r['日常考评.查摆问题未销号'], 0.9);
  const target = kind === '机关支部' ? 12 : kind === '直属单位支部' ? 8 : 20;
  const zz5 =
    3 * Math.min(1, r['日常考评.下基层次数'] / target) +
    capped(0.2, r['日常考评.办成惠民实事'], 0.6) -
    capped(0.5, r['日常考评.下基层增加负担'], 1);
  const politics = clamped(zz1, 4) + clamped(zz2, 4) + clamped(zz3, 4) + clamped(zz4, 3) + clamped(zz5, 3);

  // 思想建设
  const sx1 = 3 * Math.min(1, r['日常考评.集体学习次数'] / 12) - capped(0.2, r['日常考评.学习记录缺失'], 1);
  const sx2 =
    2 * (r['日常考评.党员学时达标率'] / 100) +
    (r['日常考评.书记培训学时'] >= 56 ? 1 : 0) -
    (r['日常考评.培训计划缺失'] ? 0.5 : 0);
  const sx3 = 3 * quality(r['日常考评.意识形态工作']) - capped(0.5, r['日常考评.阵地管理不严'], 1.5);
  const talks = r['日常考评.谈心谈话人数'] / members;
  const sx4 =
    (talks >= 1 ? 3 : talks >= 0.9 ? 2.4 : talks >= 0.8 ? 1.5 : 0) - capped(0.3, r['日常考评.思想动态未分析'], 0.9);
  const articles = r['日常考评.信息采用篇数'] ?? 0;
  const sx5 =
    (articles >= 6 ? 2 : articles >= 4 ? 1.5 : articles >= 2 ? 1 : articles >= 1 ? 0.5 : 0) +
    capped(0.5, r['日常考评.研究成果获奖'], 1);
  const thought = clamped(sx1, 3) + clamped(sx2, 3) + clamped(sx3, 3) + clamped(sx4, 3) + clamped(sx5, 2);

  // 组织建设
  const zj1 = (r['日常考评.按期换届'] ? 3 : 0) - capped(0.5, r['日常考评.委员缺额'], 1.5);
  const zj2 = r['日常考评.会议记录造假']
    ? 0
    : Math.min(1, r['日常考评.党员大会次数'] / 4) +
      2 * Math.min(1, r['日常考评.支委会次数'] / 12) +
      Math.min(1, r['日常考评.党课次数'] / 4);
  const missed = r['日常考评.主题党日缺次'] ?? 0;
  const zj3 =
    missed >= 3
      ? 0
      : 3 - (missed === 2 ? 1.5 : missed === 1 ? 0.5 : 0) - capped(0.3, r['日常考评.主题党日内容不实'], 0.9);
  const recruits = r['日常考评.发展党员数'];
  const zj4 =
    3 * (recruits === 0 ? 1 : Math.min(1, r['日常考评.程序合规人数'] / recruits)) -
    capped(0.3, r['日常考评.发展材料不全'], 0.9);
  const dues = r['日常考评.党费足额收缴率'] / 100;
  const zj5 = (dues >= 1 ? 2 : dues >= 0.98 ? 1.5 : dues >= 0.95 ? 1 : 0) - (r['日常考评.党费未公示'] ? 0.5 : 0);
  const reviewLate = lateDays(r['日常考评.民主评议完成日期'], '2023-12-20');
  const zj6 = reviewLate >= 31 ? 0 : 3 - capped(0.1, reviewLate, 1.5) - (r['日常考评.评议结果未运用'] ? 0.5 : 0);
  const organisation =
    clamped(zj1, 3) + clamped(zj2, 4) + clamped(zj3, 3) + clamped(zj4, 3) + clamped(zj5, 2) + clamped(zj6, 3);

  // 作风建设
  const zf1 = 3 - 0.5 * (r['日常考评.文风会风问题'] ?? 0) - capped(0.5, r['日常考评.变相增加负担'], 1.5);
  const content = r['日常考评.职工群众满意率'] / 100;
  const zf2 = content < 0.6 ? 0 : 4 * Math.min(1, content / 0.95) - capped(0.5, r['日常考评.窗口投诉属实'], 1);
  const zf3 = 3 * Math.min(1, r['日常考评.志愿服务总时长'] / members / 20) + (r['日常考评.志愿服务品牌'] ? 0.5 : 0);
  const zf4 = 2 * quality(r['日常考评.调查研究工作']) - capped(0.5, r['日常考评.调研报告照搬'], 1);
  const style = clamped(zf1, 3) + clamped(zf2, 4) + clamped(zf3, 3) + clamped(zf4, 2);

  // 纪律建设
  const jl1 = 3 * Math.min(1, r['日常考评.纪律教育次数'] / 6) - capped(0.2, r['日常考评.警示教育缺席'], 1);
  const risks = r['日常考评.廉政风险点数'];
  const jl2 =
    risks === 0
      ? 0
      : 3 * Math.min(1, r['日常考评.防控措施落实数'] / risks) - capped(0.3, r['日常考评.风险点漏查'], 0.9);
  const jl3 = 3 * quality(r['日常考评.监督执纪工作']) - capped(0.5, r['日常考评.提醒谈话不及时'], 1);
  const found = r['日常考评.反馈问题数'];
  const mended = found === 0 ? 1 : r['日常考评.整改完成数'] / found;
  const jl4 = r['日常考评.虚假整改'] ? 0 : mended >= 1 ? 3 : mended >= 0.9 ? 2.4 : mended >= 0.8 ? 1.5 : 0;
  const discipline = clamped(jl1, 3) + clamped(jl2, 3) + clamped(jl3, 3) + jl4;

  // 精神文明建设
  const honour = r['日常考评.文明创建等级'];
  const js1 =
    (honour === '全国级' ? 3 : honour === '省级' ? 2.5 : honour === '省直级' ? 2 : 0.5) -
    capped(0.2, r['日常考评.创建资料不全'], 0.6);
  const js2 = 2 * Math.min(1, r['日常考评.文体活动次数'] / 4) + (r['日常考评.文体活动被推广'] ? 0.3 : 0);
  const js3 = 3 * quality(r['日常考评.典型选树工作']) - (r['日常考评.典型未宣传'] ? 0.5 : 0);
  const culture = clamped(js1, 3) + clamped(js2, 2) + clamped(js3, 3);

  return {
    score: rounded(responsibility + politics + thought + organisation + style + discipline + culture),
    balanced:
      responsibility / 18 >= 0.6 &&
      politics / 18 >= 0.6 &&
      thought / 14 >= 0.6 &&
      organisation / 18 >= 0.6 &&
      style / 12 >= 0.6 &&
      discipline / 12 >= 0.6 &&
      culture / 8 >= 0.6,
  };
}
