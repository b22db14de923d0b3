// Writes the made-up data of policies/hubei-trade-unions: one record per unit as CSV and as JSON, and the ledger of events.
// Seeded and without dependencies: the same text on every machine. Units, figures and events are inventions.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csv, seeded } from './made-up-data.mjs';

const folder = new URL('../policies/hubei-trade-unions/', import.meta.url);
const subject = '直属党组织';
const methods = ['日常考评', '年终检查'];

// ---------------------------------------------------------------- chance

const random = seeded(20231230);
const between = (low, high) => low + Math.floor(random() * (high - low + 1));

// ---------------------------------------------------------------- units

const units = [
  ...named(
    '机关支部',
    '党支部',
    `办公室 组织部 宣传教育部 权益保障部 劳动和经济工作部 基层工作部 女职工部 财务部 资产监督管理部 经费审查办公室 机关党委办公室 政策研究室
     网络工作部 法律工作部 社会联络部 劳模工作办公室 产业工会工作部 人事处 信访接待室 机关服务中心 离退休干部第一 离退休干部第二 离退休干部第三
     驻会产业工会联合`,
  ),
  ...named(
    '直属单位支部',
    '党支部',
    `职工法律援助中心 困难职工帮扶中心 职工热线服务中心 职工互助保障中心 劳模疗休养服务中心 会计核算中心 信息数据中心 职工创新服务中心 职工书屋管理中心
     职工美术馆 职工体育服务中心 职工心理关爱中心 女职工服务中心 农民工服务中心 新就业形态劳动者服务中心 职工技能鉴定中心 职工旅行社 机关幼儿园
     后勤保障中心 机关车队 工会档案馆 职工出版社 职工影视中心 劳动关系研究所 职工消费服务中心 资产评估中心 对外交流中心 应急救助中心`,
  ),
  ...named(
    '直属单位党委',
    '党委',
    '工人文化宫 工会干部学校 职工报社 工人疗养院 第二工人疗养院 职工之家宾馆 职工服务中心 职工职业学院 职工医院 职工培训中心 资产经营公司 物业管理公司',
  ),
];

function named(kind, suffix, names) {
  const members = { 机关支部: [8, 45], 直属单位支部: [5, 60], 直属单位党委: [80, 420] }[kind];
  return names.split(/\s+/).map((name) => ({
    name: `${name}${suffix}`,
    kind,
    members: between(members[0], members[1]),
    // How well the unit works, from 0 to 1; most do well.
    merit: 0.52 + 0.38 * random() ** 0.6,
  }));
}

// ---------------------------------------------------------------- the sheet of standards

/** Values from the worst to the best; a rung from 0 to 1 picks one. */
const ladder =
  (...values) =>
  (_unit, rung) =>
    values[Math.min(Math.floor(rung * values.length), values.length - 1)];

/** A share, from the worst to the best, of another figure or of the members, as a whole number. */
const shareOf =
  (whole, ...shares) =>
  (unit, rung, sheet) =>
    Math.round((whole === null ? unit.members : sheet[whole]) * ladder(...shares)(unit, rung));

const visits = { 机关支部: 12, 直属单位支部: 8, 直属单位党委: 20 };
/** So many yuan per member, in 万元. */
const perHead = (unit, yuan) => Number(((unit.members * yuan) / 10000).toFixed(2));
const levels = ladder('差', '一般', '较好', '好', '好');
const any = (low, high) => () => between(low, high);

/** In the order of the policy: figures with how they are drawn, cases with how often at most they are recorded (0: once). */
// prettier-ignore
/** @type {[name: string, draw: (unit: object, rung: number, part: object) => string | number][]} */
const sheet = [
  ['研究党建次数', ladder(0, 1, 2, 3, 4, 4, 5, 6)],
  ['责任清单缺失', 0],
  ['书记讲党课次数', ladder(0, 1, 1, 2, 2, 3)],
  ['书记督办次数', ladder(0, 1, 2, 3, 4, 5, 6)],
  ['他人代为履责', 3],
  ['廉政建设研究次数', ladder(0, 1, 2, 2, 3)],
  ['一岗双责不落实', 3],
  ['重点任务完成率', ladder(72.5, 80, 86.7, 90, 94.9, 95, 100, 100, 100, 100)],
  ['重点任务被督办', 3],
  ['交办任务数', any(0, 18)],
  ['交办任务办结数', shareOf('交办任务数', 0, 0.8, 0.9, 1, 1, 1)],
  ['办理质量退回', 7],
  ['党建经费支出', (unit, rung) => perHead(unit, ladder(0, 80, 100, 180, 220, 300, 340, 400)(unit, rung))],
  ['党务干部缺配', 3],
  ['第一议题学习次数', ladder(0, 5, 8, 10, 11, 12, 12, 14, 18)],
  ['第一议题走过场', 5],
  ['主题教育任务完成率', ladder(60, 77.8, 88.9, 92.3, 96.4, 100, 100, 100)],
  ['调研成果转化数', ladder(0, 1, 2, 3, 3, 4)],
  ['检视问题未整改', 3],
  ['研判报告报送日期', ladder(null, '2023-12-31', '2023-12-16', '2023-12-15', '2023-12-04', '2023-12-01', '2023-11-30', '2023-11-28', '2023-11-15')],
  ['研判质量不高', 0],
  ['组织生活会质量', levels],
  ['查摆问题未销号', 4],
  ['下基层次数', (unit, rung) => Math.round(visits[unit.kind] * ladder(0, 0.5, 0.75, 0.9, 1, 1.2)(unit, rung))],
  ['办成惠民实事', 4],
  ['下基层增加负担', 3],
  ['集体学习次数', ladder(0, 6, 9, 10, 11, 12, 12, 13, 16)],
  ['学习记录缺失', 6],
  ['党员学时达标率', ladder(58.3, 75, 84.6, 91.7, 95.5, 98.2, 100, 100)],
  ['书记培训学时', ladder(24, 40, 55, 56, 58, 64, 72)],
  ['培训计划缺失', 0],
  ['意识形态工作', levels],
  ['阵地管理不严', 4],
  ['谈心谈话人数', shareOf(null, 0.5, 0.8, 0.9, 0.95, 1, 1, 1)],
  ['思想动态未分析', 4],
  ['信息采用篇数', ladder(null, 0, 1, 2, 4, 5, 6, 9, 12)],
  ['研究成果获奖', 3],
  ['按期换届', ladder(false, true, true, true, true, true, true, true, true)],
  ['委员缺额', 4],
  ['党员大会次数', ladder(1, 2, 3, 4, 4, 5)],
  ['支委会次数', ladder(5, 8, 10, 11, 12, 12, 14)],
  ['党课次数', ladder(0, 2, 3, 4, 4, 5)],
  ['会议记录造假', 0],
  ['主题党日缺次', 3],
  ['主题党日内容不实', 4],
  ['发展党员数', any(0, 6)],
  ['程序合规人数', shareOf('发展党员数', 0, 0.6, 1, 1, 1, 1, 1)],
  ['发展材料不全', 4],
  ['党费足额收缴率', ladder(93.75, 95, 97.99, 98, 99.2, 100, 100, 100)],
  ['党费未公示', 0],
  ['民主评议完成日期', ladder(null, '2024-02-05', '2024-01-20', '2024-01-19', '2024-01-04', '2023-12-26', '2023-12-21', '2023-12-20', '2023-12-15', '2023-12-08')],
  ['评议结果未运用', 0],
  ['文风会风问题', 7],
  ['变相增加负担', 4],
  ['职工群众满意率', ladder(52.4, 60, 71.3, 82.6, 88.4, 93.7, 95, 96.8, 98.2)],
  ['窗口投诉属实', 3],
  ['志愿服务总时长', (unit, rung) => unit.members * ladder(0, 8, 12, 16, 18, 20, 22, 26)(unit, rung) + between(0, 5)],
  ['志愿服务品牌', 0],
  ['调查研究工作', levels],
  ['调研报告照搬', 3],
  ['纪律教育次数', ladder(0, 2, 4, 5, 6, 6, 7, 8)],
  ['警示教育缺席', 6],
  ['廉政风险点数', any(4, 36)],
  ['防控措施落实数', shareOf('廉政风险点数', 0.4, 0.7, 0.85, 0.95, 1, 1, 1)],
  ['风险点漏查', 4],
  ['监督执纪工作', levels],
  ['提醒谈话不及时', 3],
  ['反馈问题数', any(0, 15)],
  ['整改完成数', shareOf('反馈问题数', 0.6, 0.8, 0.9, 0.95, 1, 1, 1, 1)],
  ['虚假整改', 0],
  ['文明创建等级', ladder('未获评', '未获评', '省直级', '省直级', '省级', '省级', '全国级')],
  ['创建资料不全', 4],
  ['文体活动次数', ladder(0, 1, 2, 3, 4, 5, 6)],
  ['文体活动被推广', 0],
  ['典型选树工作', levels],
  ['典型未宣传', 0],
];

const welcome = new Set(['办成惠民实事', '研究成果获奖', '志愿服务品牌', '文体活动被推广']);
/** Cases that cost the whole standard: rarer than the others. */
const grave = new Set(['会议记录造假', '虚假整改']);

/** One filled sheet. `lift` raises every figure a little: the year-end check sees what was made good meanwhile. */
function fillSheet(unit, lift) {
  const filled = {};
  for (const [name, draw] of sheet) {
    if (typeof draw === 'function') {
      const rung = Math.min(0.999, Math.max(0, unit.merit + lift + (random() - 0.5) * 0.5));
      filled[name] = draw(unit, rung, filled);
    } else {
      const chance = welcome.has(name) ? unit.merit * 0.3 : (1 - unit.merit) * (grave.has(name) ? 0.05 : 0.3);
      if (random() < chance)
        filled[name] = draw === 0 ? true : between(1, Math.max(1, Math.round(draw * (1.1 - unit.merit))));
    }
  }
  return filled;
}

// ---------------------------------------------------------------- ballots

const groups = ['机关党委委员', '党组织书记', '党员群众代表'];
const options = ['好', '较好', '一般', '差', '弃权'];

function fillBallot(unit) {
  const invited = [9, 40, Math.min(60, Math.max(5, Math.round(unit.members / 2)))];
  const filled = { 应到人数: invited.reduce((sum, count) => sum + count, 0) };
  for (const [index, group] of groups.entries()) {
    const count = invited[index];
    const votes = [0, 0, 0, 0, 0];
    for (let voter = 0; voter < count; voter++) {
      if (random() < 0.05) continue;
      const opinion = unit.merit * 1.14 - random() ** 1.5 * 0.66;
      votes[random() < 0.02 ? 4 : opinion > 0.6 ? 0 : opinion > 0.4 ? 1 : opinion > 0.2 ? 2 : 3]++;
    }
    for (const [rank, option] of options.entries()) filled[`${group}.${option}`] = votes[rank];
  }
  return filled;
}

// ---------------------------------------------------------------- negative list and ledger

/** How often at most a case is drawn (0: once). Cases that are recorded as events are in `eventCases`. */
// prettier-ignore
const negativeCases = {
  F01: 0, F02: 0, F03: 2, F04: 4, F05: 4, F06: 0, F07: 5, F08: 0, F09: 2, F10: 3, F11: 3, F12: 2, F13: 2,
  F14: 0, F15: 0, F16: 5, F17: 0, F18: 0, F19: 3, F20: 2, F21: 4, F22: 3, F23: 0, F24: 4, F26: 5, F27: 3,
  F28: 3, F29: 3, F31: 0, F32: 0, F34: 0, F35: 2, F36: 0, F37: 4, F38: 0,
};
/** Cases with a veto are left to the scenarios below. */
const vetoes = new Set(['F03', 'F06', 'F09', 'F11', 'F13', 'F20', 'F31', 'F32', 'F35']);

const matters = {
  国家级表彰: ['全国五一劳动奖状', '全国工人先锋号', '全国模范职工之家'],
  省部级表彰: ['湖北五一劳动奖状', '省级文明单位', '省直机关先进基层党组织', '全国工人先锋号'],
  厅局级表彰: ['省直机关红旗党支部', '省级文明单位', '工会系统先进集体', '巾帼文明岗'],
  全国经验推广: ['“支部共建”做法', '“书记项目”做法'],
  全省经验推广: ['“支部共建”做法', '“职工夜校”做法', '“红色联盟”做法'],
  国家级通报批评: ['资金使用问题'],
  省部级通报批评: ['资金使用问题', '会风会纪问题'],
  厅局级通报批评: ['会风会纪问题', '信息报送问题', '安全检查问题'],
  本级约谈提醒: ['信息报送问题', '安全检查问题', '考勤管理问题'],
  F25: ['违规收受礼品', '违规公务接待'],
  F30: ['党员甲受警告处分', '党员乙受严重警告处分', '党员丙受警告处分', '党员丁受警告处分'],
  F33: ['迟报问题线索', '瞒报问题线索'],
};
// prettier-ignore
const chanceOfEvent = {
  国家级表彰: 0.01, 省部级表彰: 0.06, 厅局级表彰: 0.14, 全国经验推广: 0.03, 全省经验推广: 0.1,
  国家级通报批评: -0.02, 省部级通报批评: -0.08, 厅局级通报批评: -0.3, 本级约谈提醒: -0.4, F30: -0.15,
};

const events = [];

function enter(unit, name, ...matterNames) {
  for (const matter of matterNames) {
    const date = `2023-${String(between(1, 11)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`;
    events.push({ 对象: unit, 情形: name, 日期: date, 事项: matter });
  }
}

// ---------------------------------------------------------------- records

function fillRecord(unit) {
  const record = { [subject]: unit.name, 类别: unit.kind, 党员数: unit.members, 运行月数: 12 };
  const self = unit.merit + random() * 0.2;
  record.自评等次 = self > 0.88 ? '优秀' : self > 0.72 ? '良好' : self > 0.62 ? '合格' : '基本合格';
  methods.forEach((method, index) => {
    for (const [name, value] of Object.entries(fillSheet(unit, index * 0.03))) record[`${method}.${name}`] = value;
  });
  for (const [name, value] of Object.entries(fillBallot(unit))) record[`民主测评.${name}`] = value;
  for (const [name, most] of Object.entries(negativeCases)) {
    const happens = !vetoes.has(name) && random() < (1 - unit.merit) * 0.12;
    if (happens) record[name] = most === 0 ? true : between(1, most);
  }
  for (const [name, chance] of Object.entries(chanceOfEvent)) {
    const likely = chance > 0 ? chance * unit.merit : -chance * (1 - unit.merit);
    for (const matter of matters[name]) if (random() < likely) enter(unit.name, name, matter);
  }
  return record;
}

const records = new Map(units.map((unit) => [unit.name, fillRecord(unit)]));
/** Units that do neither best nor worst: here the sweeps below disturb nothing. */
const middling = units.filter((unit) => unit.merit < 0.8).map((unit) => records.get(unit.name));

// Every standard at its worst and at its best, and every case, at least once in each method.
let standard = 0;
sheet.forEach(([name, draw], index) => {
  const figure = typeof draw === 'function';
  if (figure && typeof sheet[index - 1]?.[1] === 'number') standard++;
  methods.forEach((method, turn) => {
    const at = (offset) => middling[(standard * 4 + turn * 7 + offset) % middling.length];
    if (!figure) at(2)[`${method}.${name}`] = draw === 0 || (turn === 0 ? draw : 1);
    for (const [record, rung] of figure
      ? [
          [at(0), 0],
          [at(11), 0.999],
        ]
      : []) {
      const unit = units.find((candidate) => candidate.name === record[subject]);
      const part = Object.fromEntries(sheet.map(([other]) => [other, record[`${method}.${other}`]]));
      record[`${method}.${name}`] = draw(unit, rung, part);
    }
  });
});
Object.entries(negativeCases).forEach(([name, most], index) => {
  if (!vetoes.has(name)) middling[(index * 5 + 2) % middling.length][name] ??= most === 0 ? true : 1 + (index % most);
});

// ---------------------------------------------------------------- scenarios

// What chance alone would not bring.

const set = (unit, values) => Object.assign(records.get(unit), values);

function ballot(unit, invited, ...votes) {
  set(unit, { '民主测评.应到人数': invited });
  for (const [index, group] of groups.entries()) {
    for (const [rank, option] of options.entries()) set(unit, { [`民主测评.${group}.${option}`]: votes[index][rank] });
  }
}

/** The second unit gets the first one's record and events: equal in every respect but the name. */
function twin(model, unit) {
  records.set(unit, { ...records.get(model), [subject]: unit });
  for (let index = events.length - 1; index >= 0; index--) if (events[index].对象 === unit) events.splice(index, 1);
  for (const { 情形, 日期, 事项 } of events.filter(({ 对象 }) => 对象 === model))
    events.push({ 对象: unit, 情形, 日期, 事项 });
}

// Would be 优秀, kept out by a veto; with 不递补 their places are used up.
set('机关党委办公室党支部', { F11: 1 });
enter('信访接待室党支部', 'F33', '迟报问题线索');
set('资产评估中心党支部', { F13: 1 });
set('职工培训中心党委', { F03: 1 });
enter('会计核算中心党支部', 'F25', '违规公务接待', '违规收受礼品', '违规公车私用');
// 优秀, yet out of awards.
set('财务部党支部', { F20: 1 });
set('职工医院党委', { F35: 3 });
// Vetoes further down.
set('职工之家宾馆党委', { F31: true });
set('工人疗养院党委', { F32: true });
set('离退休干部第三党支部', { F06: true });
set('法律工作部党支部', { F09: 3 });

// Equal by total, 述职评议 and 年终检查 across the last place of their class: neither gets it.
twin('驻会产业工会联合党支部', '基层工作部党支部');
// Equal by total across the last place, told apart by 述职评议 (2 points less, made good by an award of 1 point).
ballot('职工美术馆党支部', 66, [6, 3, 0, 0, 0], [24, 16, 0, 0, 0], [8, 7, 0, 0, 0]);
twin('职工美术馆党支部', '困难职工帮扶中心党支部');
ballot('困难职工帮扶中心党支部', 66, [3, 6, 0, 0, 0], [24, 16, 0, 0, 0], [8, 7, 0, 0, 0]);
enter('困难职工帮扶中心党支部', '厅局级表彰', '职工信赖的服务窗口');

// Turnout: just below 80% (no grade), exactly 80%, an empty group.
ballot('职工心理关爱中心党支部', 69, [6, 2, 0, 0, 0], [24, 6, 1, 0, 1], [10, 4, 1, 0, 0]);
ballot('职工书屋管理中心党支部', 70, [5, 3, 0, 0, 0], [22, 8, 1, 0, 1], [11, 4, 1, 0, 0]);
ballot('职工互助保障中心党支部', 30, [1, 3, 3, 1, 1], [0, 0, 0, 0, 0], [4, 8, 6, 2, 0]);
// 述职评议 exactly at 85; below 60, which fixes the grade at 不合格 whatever the total.
ballot('政策研究室党支部', 60, [3, 3, 3, 0, 0], [10, 20, 10, 0, 0], [2, 4, 2, 0, 1]);
ballot('职工消费服务中心党支部', 72, [0, 1, 4, 4, 0], [2, 6, 16, 16, 0], [0, 3, 8, 9, 0]);
// Founded in the second half of the year; a figure not reported.
set('职工旅行社党支部', { 运行月数: 5 });
set('职工热线服务中心党支部', { '日常考评.党建经费支出': null });
// A denominator of zero that earns nothing.
set('工会档案馆党支部', { '年终检查.廉政风险点数': 0, '年终检查.防控措施落实数': 0 });

// Every section of the negative list above its cap, and the list as a whole.
// prettier-ignore
set('资产监督管理部党支部', {
  F01: true, F02: true, F04: 3, F05: 3, F07: 5, F08: true, F10: 3, F12: 2, F14: true, F15: true, F16: 5, F17: true, F18: true,
  F19: 3, F22: 3, F24: 4, F26: 5, F27: 3, F28: 3, F29: 3, F34: true, F36: true, F37: 4,
});
enter('资产监督管理部党支部', 'F30', ...matters.F30);
// 就高不重复: one matter on two levels counts once; lists above their caps.
enter('后勤保障中心党支部', '国家级表彰', '全国工人先锋号');
enter('后勤保障中心党支部', '省部级表彰', '全国工人先锋号', '湖北五一劳动奖状');
enter('物业管理公司党委', '国家级表彰', '全国模范职工之家');
enter('物业管理公司党委', '省部级表彰', '全国模范职工之家', '省级文明单位');
enter('人事处党支部', '全国经验推广', '“支部共建”做法');
enter('人事处党支部', '全省经验推广', '“支部共建”做法', '“红色联盟”做法');
enter('法律工作部党支部', '国家级通报批评', '资金使用问题');
enter('法律工作部党支部', '省部级通报批评', '资金使用问题', '会风会纪问题');
enter('工人疗养院党委', '国家级通报批评', '安全检查问题');

// ---------------------------------------------------------------- files

for (const { 对象, 情形, 日期, 事项 } of events) {
  const record = records.get(对象);
  record[情形] = [...(record[情形] ?? []), { 日期, 事项 }];
}

// prettier-ignore
const columns = [
  subject, '类别', '党员数', '运行月数', '自评等次',
  ...methods.flatMap((method) => sheet.map(([name]) => `${method}.${name}`)),
  '民主测评.应到人数', ...groups.flatMap((group) => options.map((option) => `民主测评.${group}.${option}`)),
  ...Object.keys(negativeCases),
];

const write = (name, text) => writeFileSync(fileURLToPath(new URL(name, folder)), text);

write('2023-数据.csv', csv(columns, [...records.values()]));
write('2023-事件.csv', csv(['对象', '情形', '日期', '事项'], events));
/** What is absent is left out; the order of the keys is that of the columns. */
const present = (record) =>
  Object.fromEntries(
    [...columns, ...Object.keys(matters)]
      .filter((key) => (record[key] ?? null) !== null)
      .map((key) => [key, record[key]]),
  );
write('2023-数据.json', `${JSON.stringify([...records.values()].map(present), null, 2)}\n`);
