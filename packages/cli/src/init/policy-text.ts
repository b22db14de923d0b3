/** The text of a new policy: complete, clean, and with every place marked where the drafter's own wording belongs. */
import type { Locale } from '@assess/dsl';
import type { Answers, Share } from './answers.ts';

/** How a method is scored; its name tells. */
type MethodKind = 'self-review' | 'ballot' | 'scorecard';

/** The policy that the answers describe, unformatted. */
export function policyText(answers: Answers, locale: Locale): string {
  return locale === 'zh' ? chinese(answers) : english(answers);
}

function kindOf({ name }: Share): MethodKind {
  if (/自查|自评|self/iu.test(name)) return 'self-review';
  return /述职|评议|测评|民主|ballot|debriefing|survey/iu.test(name) ? 'ballot' : 'scorecard';
}

/** A name as the policy writes it: in brackets, which the formatter keeps and the language never takes for a word of its own. */
function bracketed(name: string): string {
  return `【${name}】`;
}

function chinese({ organisation, subject, year, methods, dimensions }: Answers): string {
  const sheetUsed = methods.some((method) => kindOf(method) === 'scorecard');
  const first = methods.find((method) => kindOf(method) === 'scorecard');
  return `// ${organisation}${year}年度考核办法：由 assess init 生成的起点。标了“待定”的地方改成本单位的规定；改完运行 assess check 和 assess test。

办法 "${organisation}${year}年度${subject}考核办法" 版本 ${year}
满分 100分
保留 2位小数 四舍五入

考核对象 ${bracketed(subject)}

总分 {
${methods.map((method, index) => chineseMethod(method, index)).join('\n')}
}
${
  sheetUsed
    ? `
// 各标准的名称、填报项、分值都是待定的样子：每个维度先有一项，照着增加。
评分表 评价标准 100分 {
${dimensions.map((each, index) => chineseDimension(each, index)).join('\n')}
}
`
    : ''
}
// 待定：本单位的负面情形和扣分。
负面清单 封顶10分 {
  情形 通报批评 "受到上级通报批评" 每次扣2分 封顶6分
  情形 严重违纪 "发生严重违纪违法案件" 扣5分 一票否决 最高评为 合格
}

// 待定：分数线和名额。
等次 {
  优秀 90分以上，名额30% 向下取整 至少1个${first === undefined ? '' : ` 同分 按 ${bracketed(first.name)}`} 仍同 均不入选 不递补
  良好 80分以上
  合格 60分以上
  不合格 其余
}

结果运用 {
  优秀 {
    优先推荐 "评先评优"
  }
  不合格 {
    整改 期限60天
  }
}

测试 "样样达标得满分" 来自 满分记录 {
  应得 总分 = 100分
  应得 等次 = 优秀
}

测试 "样样不达标" 来自 零分记录 {
  应得 总分 不超过60分
}

测试 "通报批评每次扣2分，最多扣6分" 来自 满分记录 {
  设 通报批评 应得 总分 {
    1次、98分
    3次、94分
    4次、94分
  }
}

测试 "发生严重违纪违法案件的，最高评为合格" 来自 满分记录 {
  设 严重违纪 = 是
  应得 总分 = 95分
  应得 等次 = 合格
}
`;
}

function chineseMethod(method: Share, index: number): string {
  const head = `方式 ${bracketed(method.name)} 占${method.share}%`;
  switch (kindOf(method)) {
    case 'self-review':
      return `${head} { 填报 【自评等次${index + 1}】: 优秀 | 良好 | 合格 | 基本合格 来源 "自查自评报告" 按 【自评等次${index + 1}】 { 优秀 100%；良好 85%；合格 70%；基本合格 60% } }`;
    case 'ballot':
      return `${head} { 测评 【测评${index + 1}】 { 选项 { 好 100分；较好 85分；一般 70分；差 40分；弃权 不计 } 群体 { 领导 占40%；群众代表 占60% } 空组 本级折算 } }`;
    case 'scorecard':
      return `${head} 采用 评价标准`;
  }
}

function chineseDimension({ name, share }: Share, index: number): string {
  const code = `B${index + 1}`;
  return `维度 ${bracketed(name)} ${share}分 { 标准 ${code} "待定：${name}的标准" ${share}分 { 填报 【${code}完成率】: 百分比 0至100% 保留1位小数 来源 "待定：证明材料" 按比例 【${code}完成率】 情形 【${code}问题】 "待定：扣分的情形" 每次扣1分 扣完为止 } }`;
}

function english({ organisation, subject, year, methods, dimensions }: Answers): string {
  const sheetUsed = methods.some((method) => kindOf(method) === 'scorecard');
  const first = methods.find((method) => kindOf(method) === 'scorecard');
  return `// Assessment of ${organisation} ${year}: a start written by assess init. Put your own rules where it says "to be written"; then run assess check and assess test.

policy "Assessment of ${subject}, ${organisation} ${year}" version ${year}
full marks 100 points
round to 2 decimals half up

subjects ${bracketed(subject)}

total {
${methods.map((method, index) => englishMethod(method, index)).join('\n')}
}
${
  sheetUsed
    ? `
// Names, inputs and points of the standards are to be written: every dimension begins with one, add more like it.
scorecard criteria 100 points {
${dimensions.map((each, index) => englishDimension(each, index)).join('\n')}
}
`
    : ''
}
// To be written: the negative cases and their points.
negative list cap 10 points {
  case reprimand "reprimanded by a superior body" deduct 2 points per time cap 6 points
  case serious_breach "serious breach of discipline or law" deduct 5 points veto no higher than pass
}

// To be written: thresholds and quotas.
grades {
  excellent 90 points or more, quota 30% rounded down minimum 1 unit${first === undefined ? '' : ` ties by ${bracketed(first.name)}`} still tied none in do not move up
  good 80 points or more
  pass 60 points or more
  fail otherwise
}

consequences {
  excellent { recommend "awards" }
  fail { rectify within 60 days }
}

test "everything reached earns full marks" from full_record {
  expect total = 100 points
  expect grade = excellent
}

test "nothing reached" from zero_record {
  expect total not exceeding 60 points
}

test "2 points for each reprimand, 6 at most" from full_record {
  set reprimand expect total {
    1 time, 98 points
    3 times, 94 points
    4 times, 94 points
  }
}

test "a serious breach allows no more than a pass" from full_record {
  set serious_breach = yes
  expect total = 95 points
  expect grade = pass
}
`;
}

function englishMethod(method: Share, index: number): string {
  const head = `method ${bracketed(method.name)} weight ${method.share}%`;
  switch (kindOf(method)) {
    case 'self-review':
      return `${head} { input self_review_${index + 1}: excellent | good | pass | basic source "self-review report" by self_review_${index + 1} { excellent 100%; good 85%; pass 70%; basic 60% } }`;
    case 'ballot':
      return `${head} { ballot survey_${index + 1} { options { very_good 100 points; good 85 points; fair 70 points; poor 40 points; abstain not counted } groups { leaders weight 40%; staff weight 60% } empty group rescale within parent } }`;
    case 'scorecard':
      return `${head} using criteria`;
  }
}

function englishDimension({ name, share }: Share, index: number): string {
  const code = `S${index + 1}`;
  return `dimension ${bracketed(name)} ${share} points { standard ${code} "to be written: standard of ${name}" ${share} points { input [${code} rate]: percent 0 to 100% round to 1 decimal source "to be written: evidence" in proportion [${code} rate] case [${code} fault] "to be written: what costs points" deduct 1 point per time down to zero } }`;
}
