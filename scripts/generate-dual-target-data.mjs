// Writes the made-up data of policies/dual-target: units, their branches and members as one set, and from it the records and
// ledgers of every stage of the policy. Seeded: the same text on every machine. Names, figures and events are inventions.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csv, seeded } from './made-up-data.mjs';

const folder = new URL('../policies/dual-target/', import.meta.url);
const random = seeded(20131231);
const between = (low, high) => low + Math.floor(random() * (high - low + 1));
const pick = (values) => values[Math.floor(random() * values.length)];

// ---------------------------------------------------------------- units, branches, members

// Offices that no city has under these names.
const offices = {
  综合部门:
    '综合事务局 编制事务局 档案史料局 统计调查局 法制事务局 外联事务局 督查事务局 研究咨询局 信息事务局 机关保障局',
  经济部门: '计划协调局 工矿局 商贸服务局 粮油局 路桥局 水利工程局 农艺局 林果局 能源局 游览局 园区事务局 招商服务局',
  窗口单位:
    '政务大厅 税费服务局 登记注册局 城建服务局 就业服务局 民生服务局 防疫服务局 学务局 住房基金局 车务局 房籍局 供水服务处',
};
const surnames = Array.from(
  '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹柏水窦章苏潘葛范彭郎鲁韦马苗方任袁柳',
);
const given = Array.from('安邦春德恩帆刚海静凯兰明宁培勤然书涛文晓雅毅昭芝志');
const names = [];
for (const surname of surnames) for (const first of given) names.push(`${surname}${first}${pick(given)}`);

const units = Object.entries(offices).flatMap(([kind, list]) =>
  list.split(' ').map((office) => {
    const count = pick([1, 2, 2, 2, 3, 3, 4]);
    const name = `市${office}${count === 1 ? '机关党支部' : count < 4 ? '党总支' : '机关党委'}`;
    // How well the unit works, from 0 to 1; most do well.
    return { name, kind, office, count, merit: 0.12 + 0.8 * random() ** 0.7 };
  }),
);

/** A rung around the merit: from 0 (the worst) to 0.999 (the best). */
const rungOf = (merit, spread = 0.5) => Math.min(0.999, Math.max(0, merit + (random() - 0.5) * spread));
const ladder = (merit, ...values) => values[Math.floor(rungOf(merit) * values.length)];

/** Votes of so many voters for the options, the best first and the one that does not count last. */
function votes(merit, voters, options) {
  const cast = options.map(() => 0);
  for (let voter = 0; voter < voters; voter++) {
    if (random() < 0.04) cast[options.length - 1]++;
    else cast[Math.min(options.length - 2, Math.floor((1 - rungOf(merit ** 0.5, 0.6)) * (options.length - 1) * 1.4))]++;
  }
  return Object.fromEntries(options.map((option, index) => [option, cast[index]]));
}
const prefixed = (prefix, values) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, value]));

/** Sizes of branches that make the shares of the scenarios below come out. */
const sizes = {
  编制事务局: [5, 5, 5, 5],
  商贸服务局: [5, 4, 4, 4],
  车务局: [5, 5, 5, 5],
  外联事务局: [4, 4, 5],
  政务大厅: [5, 5, 5, 5],
  综合事务局: [4, 4, 5],
};
const members = [];
const branches = [];
for (const unit of units) {
  unit.members = 0;
  for (let index = 1; index <= unit.count; index++) {
    // A unit that is a single branch is its own level below.
    const name = unit.count === 1 ? unit.name : `市${unit.office}第${'一二三四'[index - 1]}党支部`;
    const merit = Math.min(0.97, Math.max(0.1, unit.merit + (random() - 0.5) * 0.25));
    const size = sizes[unit.office]?.[index - 1] ?? between(3, 6);
    unit.members += size;
    branches.push({
      基层党组织: name,
      所属单位: unit.name,
      书记述职: ladder(merit, '差', '一般', '较好', '好', '好'),
      ...prefixed('支部评议', votes(merit, size + between(2, 6), ['满意', '基本满意', '不满意', '不了解'])),
      支部党员大会次数: ladder(merit, 1, 2, 3, 4, 4, 5),
      支部委员会次数: ladder(merit, 4, 8, 10, 11, 12, 12, 13),
      支部党课次数: ladder(merit, 1, 2, 3, 4, 4, 5),
      主题党日缺次: ladder(merit, 4, 3, 2, 1, 0, 0, 0, 0),
      党费收缴率: ladder(merit, 93.5, 95, 97.9, 98, 99.5, 100, 100, 100),
      结对帮扶数: ladder(merit, 0, 1, 2, 3, 4, 5, 6, 8),
    });
    for (let person = 0; person < size; person++) {
      const own = Math.min(0.98, Math.max(0.05, merit + (random() - 0.5) * 0.3));
      const due = between(18, 30);
      members.push({
        党员: names.splice(Math.floor(random() * names.length), 1)[0],
        所属党组织: name,
        述职情况: ladder(own, '未述', '一般', '较好', '好', '好'),
        ...prefixed('党员评议', votes(own, size - 1 + between(0, 4), ['优秀', '合格', '基本合格', '不合格', '弃权'])),
        责任书签订: random() < 0.6 + 0.4 * own,
        岗位目标完成率: ladder(own, 40, 60, 75, 85, 92, 96, 100, 100, 100),
        应参加次数: due,
        实参加次数: Math.round(due * ladder(own, 0.5, 0.75, 0.9, 0.95, 1, 1)),
        无故缺席: random() < (1 - own) * 0.5 ? between(1, 4) : '',
        培训学时: ladder(own, 8, 16, 24, 28, 31, 32, 36, 40),
        服务次数: ladder(own, 0, 1, 2, 3, 4, 5, 6),
        受处分: '',
      });
    }
  }
}

// ---------------------------------------------------------------- what a unit reports

/** The date in every stage's own year; stands in the records as `年`. */
const day = (text) => (text === '' ? '' : `年-${text}`);
const groups = { 工委: [5, 9], 同级党组织书记: [10, 12], 党员群众: [12, 30] };
const opinions = ['满意', '基本满意', '不满意', '不了解'];

function survey(merit) {
  const cast = Object.entries(groups).map(([group, [low, high]]) => ({
    group,
    counts: votes(merit, between(low, high), opinions),
  }));
  const returned = cast.flatMap(({ counts }) => Object.values(counts)).reduce((sum, count) => sum + count, 0);
  return {
    '专项测评.应发票数': returned + between(0, Math.floor(returned / 8)),
    ...Object.assign({}, ...cast.map(({ group, counts }) => prefixed(`专项测评.${group}`, counts))),
  };
}

const records = new Map(
  units.map(({ name, kind, merit, members: size }) => {
    const grown = between(0, 3);
    const matters = between(0, 20);
    const found = between(0, 12);
    const record = {
      直属党组织: name,
      单位类别: kind,
      党员数: size,
      研究党建次数: ladder(merit, 0, 1, 2, 3, 4, 4, 5),
      书记参加活动次数: ladder(merit, 0, 1, 2, 3, 4, 5, 6, 8),
      履责情况: ladder(merit, '差', '一般', '较好', '好', '好'),
      专职缺配: random() < (1 - merit) * 0.4 ? true : '',
      责任书签订日期: day(
        ladder(merit, '', '05-10', '04-30', '04-18', '04-02', '03-31', '03-25', '03-20', '03-10', '02-28'),
      ),
      党员大会次数: ladder(merit, 1, 2, 3, 4, 4, 5),
      支委会次数: ladder(merit, 5, 8, 10, 11, 12, 12, 14),
      党课次数: ladder(merit, 0, 2, 3, 4, 4, 5),
      发展党员数: grown,
      程序合规人数: Math.max(0, grown - (random() < 1 - merit ? 1 : 0)),
      参评党员数: Math.round(size * ladder(merit, 0.6, 0.72, 0.86, 0.95, 1, 1, 1)),
      廉政教育次数: ladder(merit, 1, 2, 3, 4, 4, 5),
      党员受处分: random() < (1 - merit) * 0.3 ? 1 : '',
      党建经费: size * ladder(merit, 12, 30, 40, 45, 48, 50, 50, 60, 80),
      党务培训学时: ladder(merit, 8, 16, 24, 32, 38, 40, 48),
      签订党员数: Math.round(size * ladder(merit, 0.5, 0.8, 0.9, 1, 1, 1)),
      完成目标党员数: Math.round(size * ladder(merit, 0.4, 0.7, 0.8, 0.9, 1, 1)),
      参加专题会议次数: ladder(merit, 4, 7, 9, 10, 11, 12, 12),
      参加观摩会次数: ladder(merit, 0, 1, 2, 3, 4, 4),
      述职评价: ladder(merit, '差', '一般', '较好', '好', '好'),
      综合考核完成率: ladder(merit, 60, 75, 88, 94, 98, 100, 104, 110),
      服务事项数: matters,
      服务事项办结数: Math.round(matters * ladder(merit, 0.5, 0.8, 0.9, 1, 1)),
      检查发现问题: ladder(merit, 6, 3, 2, 1, '', '', ''),
      问题数: found,
      销号数: Math.round(found * ladder(merit, 0.4, 0.7, 0.9, 1, 1)),
      联系服务次数: ladder(merit, 1, 2, 4, 6, 8, 10, 12, 14),
      ...survey(merit),
      市委复核: '未复核',
    };
    return [name, record];
  }),
);

// ---------------------------------------------------------------- ledgers

const ledgers = { 自定目标: [], 创新做法: [], 互评打分: [], 党建项目: [], 阶段任务: [], 历年等次: [] };
const goals =
  '创建学习型机关 建设党员活动阵地 开展结对共建 推行党员先锋岗 办好机关讲堂 建立党员志愿队 完善党内关怀 编印党务手册'.split(
    ' ',
  );
const practices = '支部联建 党员积分 移动课堂 项目认领 流动服务站 书记课题 红色讲解 民情日记'.split(' ');
const parts = {
  调研立项: ['03-31', '04-20'],
  组织实施: ['06-30', '07-15'],
  中期检查: ['09-15', '09-30'],
  总结验收: ['11-30', '12-10'],
};

/** The day so many days after another, in the same year. */
const after = (text, days) =>
  new Date(Date.UTC(2013, Number(text.slice(0, 2)) - 1, Number(text.slice(3)) + days)).toISOString().slice(5, 10);

for (const { name, kind, merit } of units) {
  const chosen = goals.toSorted(() => random() - 0.5).slice(0, between(3, 6));
  chosen.forEach((goal, index) => {
    const returned = index > 2 && random() < 0.3;
    const weight = pick([5, 10, 10, 15, 20, 30]);
    const progress = ladder(merit, 0, 40, 60, 80, 90, 100, 100, 100);
    ledgers.自定目标.push({ 对象: name, 目标: goal, 审核: returned ? '退回' : '通过', 分值: weight, 完成率: progress });
    const outcome = ladder(merit, '差', '一般', '较好', '好', '好');
    ledgers.党建项目.push({
      对象: name,
      项目: goal,
      审核: returned ? '退回' : '通过',
      分值: weight,
      进度: progress,
      成效: outcome,
    });
    if (returned) return;
    for (const [part, due] of Object.entries(parts).slice(index % 2, (index % 2) + 3)) {
      const late = ladder(merit, null, 30, 12, 5, 1, 0, -3, -8, -15, -20);
      const limit = pick(due);
      ledgers.阶段任务.push({
        对象: name,
        项目: goal,
        任务: part,
        分值: pick([2, 3, 3, 5]),
        时限: day(limit),
        完成: late !== null,
        // What is not done was last looked at when the year ended.
        完成日期: day(late === null ? '12-31' : after(limit, late)),
      });
    }
  });
  for (const practice of practices.toSorted(() => random() - 0.5).slice(0, ladder(merit, 0, 1, 1, 2, 3, 4)))
    ledgers.创新做法.push({
      对象: name,
      做法: practice,
      推广: ladder(merit * 0.8, '本单位', '市直机关', '全市', '全省'),
    });
  // The units of a class mark each other; every sheet also has the mark for oneself, which does not count.
  for (const other of units.filter((peer) => peer.kind === kind)) {
    const mark = other.name === name ? 100 : Math.round(60 + 38 * rungOf(merit, 0.4));
    ledgers.互评打分.push({ 对象: name, 评分人: other.name, 分数: mark });
  }
  for (const year of [2010, 2011, 2012])
    ledgers.历年等次.push({ 对象: name, 年度: year, 等次: ladder(merit, '不合格', '合格', '良好', '良好', '优秀') });
}

// ---------------------------------------------------------------- scenarios

// What chance alone would not bring.

const nameOf = (office) => units.find((unit) => unit.office === office).name;
const set = (office, values) => Object.assign(records.get(nameOf(office)), values);
const without = (ledger, office) => {
  ledgers[ledger] = ledgers[ledger].filter((row) => row.对象 !== nameOf(office));
};

// Shares at the bounds of the tiers, and between the bounds and their neighbours: 95%, 94.1%, 85%, 84.6%, 70%, 69.2%.
set('编制事务局', { 参评党员数: 19 });
set('商贸服务局', { 参评党员数: 16 });
set('车务局', { 参评党员数: 17 });
set('外联事务局', { 参评党员数: 11 });
set('政务大厅', { 参评党员数: 14 });
set('综合事务局', { 参评党员数: 9 });
// More than asked for in one kind of meeting makes up for nothing in another.
set('税费服务局', { 党员大会次数: 6, 支委会次数: 10, 党课次数: 3 });
set('路桥局', { 党员大会次数: 3, 支委会次数: 15, 党课次数: 3 });
set('法制事务局', { 党员大会次数: 3, 支委会次数: 10, 党课次数: 7 });
// 31 days late and never earn nothing, 30 days half; one yuan short of 50 a head counts as five.
set('民生服务局', { 责任书签订日期: day('05-01') });
set('学务局', { 责任书签订日期: day('04-30') });
set('研究咨询局', { 责任书签订日期: '' });
set('招商服务局', { 履责情况: '差', 专职缺配: '' });
set('就业服务局', { 党建经费: records.get(nameOf('就业服务局')).党员数 * 49 });
// Nothing to close, nothing to serve, nobody to admit.
set('档案史料局', { 问题数: 0, 销号数: 0, 服务事项数: 0, 服务事项办结数: 0, 发展党员数: 0, 程序合规人数: 0 });
// Turnout of exactly 80% and of 79.4%, and a group without a vote that counts.
const ballot = (office, issued, ...cast) =>
  set(office, {
    '专项测评.应发票数': issued,
    ...Object.assign(
      {},
      ...Object.keys(groups).map((group, index) =>
        prefixed(`专项测评.${group}`, Object.fromEntries(opinions.map((each, place) => [each, cast[index][place]]))),
      ),
    ),
  });
ballot('督查事务局', 40, [6, 1, 0, 0], [8, 2, 0, 0], [10, 4, 0, 1]);
ballot('城建服务局', 34, [4, 1, 0, 0], [7, 2, 0, 0], [9, 3, 1, 0]);
ballot('游览局', 30, [0, 0, 0, 3], [7, 2, 0, 0], [9, 5, 1, 0]);
// No goal approved; three practices of which two count; one practice alone on the highest level.
for (const ledger of ['自定目标', '党建项目'])
  for (const row of ledgers[ledger]) if (row.对象 === nameOf('统计调查局')) row.审核 = '退回';
without('阶段任务', '统计调查局');
without('创新做法', '粮油局');
for (const 推广 of ['市直机关', '本单位', '本单位'])
  ledgers.创新做法.push({ 对象: nameOf('粮油局'), 做法: `做法${ledgers.创新做法.length}`, 推广 });
without('创新做法', '园区事务局');
ledgers.创新做法.push({ 对象: nameOf('园区事务局'), 做法: '支部联建', 推广: '全省' });
// Marked by few: without the highest and the lowest from five others on, without points below three.
const fewMarks = (office, marks) => {
  without('互评打分', office);
  const others = units.filter((unit) => unit.office !== office);
  marks.forEach((mark, index) =>
    ledgers.互评打分.push({ 对象: nameOf(office), 评分人: others[index].name, 分数: mark }),
  );
};
fewMarks('登记注册局', [99, 90, 85, 80, 61]);
fewMarks('防疫服务局', [99, 90, 85, 61]);
fewMarks('粮油局', [88, 93, 90]);
fewMarks('税费服务局', [82, 86]);
// 不合格 this year: two years running, with a year between, with a year without a grade between, and for the first time.
const history = (office, grades) => {
  without('历年等次', office);
  for (const [year, grade] of Object.entries(grades))
    ledgers.历年等次.push({ 对象: nameOf(office), 年度: year, 等次: grade });
};
history('招商服务局', { 2011: '合格', 2012: '不合格' });
history('民生服务局', { 2011: '不合格', 2012: '合格' });
history('商贸服务局', { 2010: '合格', 2011: '不合格' });
history('研究咨询局', { 2010: '合格', 2011: '合格', 2012: '合格' });
// Not 不合格 this year, though it was the year before.
history('综合事务局', { 2011: '不合格', 2012: '不合格' });
set('水利工程局', { 市委复核: '通过' });
set('登记注册局', { 市委复核: '通过' });
set('工矿局', { 市委复核: '未通过' });

// Members: a veto on one who would be 优秀, one about whom one alone has an opinion. A unit that held no review.
const best = members.find(
  (member) => member.岗位目标完成率 === 100 && member.培训学时 >= 32 && member.述职情况 === '好',
);
best.受处分 = true;
Object.assign(members[40], prefixed('党员评议', { 优秀: 0, 合格: 0, 基本合格: 0, 不合格: 1, 弃权: 4 }));
const reviewed = branches.filter((branch) => branch.所属单位 !== nameOf('招商服务局'));
const named = new Set(reviewed.map((branch) => branch.基层党组织));
const judged = members.filter((member) => named.has(member.所属党组织));

// ---------------------------------------------------------------- files

const write = (name, text) => writeFileSync(fileURLToPath(new URL(name, folder)), text);
const inYear = (year) => (row) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace(/^年-/, `${year}-`) : value,
    ]),
  );

const all = Object.keys(records.values().next().value);
const from = (first, last) => all.slice(all.indexOf(first), all.indexOf(last) + 1);
const common = ['直属党组织', ...from('党员数', '党务培训学时')];
const own = ['签订党员数', '完成目标党员数'];
const routine = ['参加专题会议次数', '参加观摩会次数'];
const business = from('述职评价', '服务事项办结数');
const watched = from('检查发现问题', '联系服务次数');
const asked = all.filter((key) => key.startsWith('专项测评'));
const classed = ['直属党组织', '单位类别', ...common.slice(1)];
const stages = [
  { name: '第一版', year: 2007, columns: [...common, ...own, ...routine] },
  { name: '第二版', year: 2009, columns: [...common, ...own, ...routine, ...business] },
  { name: '第三版', year: 2011, columns: [...classed, ...own, ...routine, ...watched, ...business, ...asked] },
  { name: '第四版', year: 2012, columns: [...classed, ...routine, ...watched, ...business, ...asked] },
  { name: '第五版', year: 2013, columns: [...classed, ...routine, ...watched, ...business, ...asked] },
];
for (const { name, year, columns } of stages)
  write(`${name}-数据.csv`, csv([...columns, '市委复核'], [...records.values()].map(inYear(year))));
for (const [name, rows] of Object.entries(ledgers))
  write(`${name}.csv`, csv(Object.keys(rows[0]), rows.map(inYear(2013))));
write('基层党组织-数据.csv', csv(Object.keys(branches[0]), reviewed));
write('党员-数据.csv', csv(Object.keys(members[0]), judged));
