/**
 * The one table of the language's words. Lexer, formatter, completion, highlighting and the word list of the reference are
 * all made from it; nothing else in the code spells a keyword.
 */

/** The two languages in which a policy can be written. Both are understood in every file. */
export type Vocabulary = 'zh' | 'en';

/** Where a word belongs; the first seven are reserved, the others are ordinary names outside their slot. */
export type KeywordRole =
  | 'chapter'
  | 'level'
  | 'line'
  | 'verb'
  | 'logic'
  | 'comparison'
  | 'noun'
  | 'clause'
  | 'absence'
  | 'effect'
  | 'rule'
  | 'ballot'
  | 'grade'
  | 'use'
  | 'type'
  | 'rounding';

/**
 * Identity, role, Chinese and English spellings. Spellings are parted by `/`, the canonical one first. Where both sides have
 * the same number (above one), each spelling has its own partner in the other language; otherwise they are synonyms and
 * the formatter writes the first.
 */
const rows = [
  ['policy', 'chapter', '办法', 'policy'],
  ['basis', 'chapter', '依据', 'basis'],
  ['import', 'chapter', '引入', 'import'],
  ['subjects', 'chapter', '考核对象', 'subjects'],
  ['period', 'chapter', '考核期', 'period'],
  ['holidays', 'chapter', '节假日', 'holidays'],
  ['require', 'chapter', '要求', 'require'],
  ['full-marks', 'chapter', '满分', 'full marks'],
  ['rounding', 'chapter', '保留', 'round to'],
  ['declares', 'chapter', '声明', 'declares'],
  ['define', 'chapter', '定义', 'define'],
  ['table', 'chapter', '对照表', 'table'],
  ['total', 'chapter', '总分', 'total'],
  ['scorecard', 'chapter', '评分表', 'scorecard'],
  ['negative-list', 'chapter', '负面清单', 'negative list'],
  ['grades', 'chapter', '等次', 'grades/grade'],
  ['consequences', 'chapter', '结果运用', 'consequences'],
  ['procedure', 'chapter', '程序', 'procedure'],
  ['guarantee', 'chapter', '保证', 'guarantee'],
  ['sample', 'chapter', '样本', 'sample'],
  ['test', 'chapter', '测试', 'test'],

  ['method', 'level', '方式', 'method/methods'],
  ['dimension', 'level', '维度', 'dimension/dimensions'],
  ['content', 'level', '内容', 'content/contents'],
  ['indicator', 'level', '指标', 'indicator/indicators'],
  ['standard', 'level', '标准', 'standard/standards'],

  ['input', 'line', '填报', 'input'],
  ['score', 'line', '得分', 'score'],
  ['by', 'line', '按', 'by'],
  ['proportion', 'line', '按比例', 'in proportion'],
  ['tiers', 'line', '分档', 'tiers'],
  ['interpolation', 'line', '插值', 'interpolate'],
  ['checklist', 'line', '逐项达标', 'checklist'],
  ['discretion', 'line', '酌情', 'at discretion'],
  ['against', 'line', '对标', 'against'],
  ['deadline', 'line', '限期', 'deadline'],
  ['ballot', 'line', '测评', 'ballot'],
  ['peer-review', 'rule', '互评', 'peer review'],
  ['bonuses', 'line', '加分', 'bonuses'],
  ['penalties', 'line', '扣分', 'penalties'],
  ['case', 'line', '情形', 'case/cases'],
  ['when', 'line', '当', 'when'],

  ['earn', 'verb', '得', 'earns/earn'],
  ['deduct', 'verb', '扣', 'deduct/deducts'],
  ['add', 'verb', '加', 'add/adds'],
  ['no-points', 'verb', '不得分', 'no points'],
  ['per', 'verb', '每', 'per'],
  ['each-above', 'verb', '每多', 'each above'],
  ['each-below', 'verb', '每少', 'each below'],
  ['veto', 'verb', '一票否决', 'veto'],
  ['otherwise', 'verb', '其余', 'otherwise'],

  ['and', 'logic', '且', 'and'],
  ['or', 'logic', '或', 'or'],
  ['not', 'logic', '非', 'not'],
  ['if', 'logic', '若', 'if'],
  ['then', 'logic', '则', 'then'],
  ['else', 'logic', '否则', 'else'],
  ['to', 'logic', '至', 'to'],
  ['occurs', 'logic', '发生', 'occurs'],
  ['not-occurs', 'logic', '未发生', 'does not occur'],
  ['among', 'logic', '属于', 'among'],
  ['every', 'logic', '各', 'every'],
  ['consecutive', 'logic', '连续', 'consecutive'],

  ['at-least', 'comparison', '不低于/不少于/不早于', 'at least/no fewer than/no earlier than'],
  ['at-most', 'comparison', '不高于/不超过/不多于/不晚于', 'at most/not exceeding/no more than/no later than'],
  ['above', 'comparison', '高于/超过/多于/晚于', 'above/exceeding/more than/after'],
  ['below', 'comparison', '低于/不满/少于/早于', 'below/under/less than/before'],
  ['or-more', 'comparison', '以上/及以上', 'or more'],
  ['or-less', 'comparison', '以下/及以下/以内', 'or less'],
  ['outside', 'comparison', '以外', 'outside'],

  ['negative-case', 'noun', '负面情形', 'negative case/negative cases'],
  ['adjusting-case', 'noun', '加扣情形', 'adjusting case/adjusting cases'],

  ['weight', 'clause', '占', 'weight'],
  ['using', 'clause', '采用', 'using'],
  ['applies', 'clause', '适用', 'applies to'],
  ['source', 'clause', '来源', 'source'],
  ['cap', 'clause', '封顶', 'cap'],
  ['down-to-zero', 'clause', '扣完为止', 'down to zero'],
  ['uncapped', 'clause', '不封顶', 'uncapped'],
  ['highest-only', 'clause', '就高不重复', 'highest only'],
  ['recorded-with', 'clause', '登记', 'recorded with'],
  ['quota', 'clause', '名额', 'quota'],
  ['ties', 'clause', '同分', 'ties'],
  ['version', 'clause', '版本', 'version'],
  ['language', 'clause', '语法', 'language'],
  ['from', 'clause', '来自', 'from'],
  ['lower-level', 'clause', '下级', 'lower level'],
  ['based-on', 'clause', '依', 'of'],
  ['factor', 'clause', '系数', 'factor'],
  ['may-exceed', 'clause', '可超满分', 'may exceed full marks'],
  ['may-be-negative', 'clause', '可为负分', 'may be negative'],
  ['lowest-of-parts', 'clause', '取最低', 'lowest of parts'],
  ['best-of-parts', 'clause', '取最高', 'best of parts'],
  ['most', 'clause', '至多', 'up to'],
  ['lower-is-better', 'clause', '以低为优', 'lower is better'],
  ['as', 'clause', '为', 'as'],
  ['if-zero', 'clause', '分母为零', 'if denominator zero'],

  ['not-reported', 'absence', '未报', 'not reported'],
  ['not-applicable', 'absence', '不适用', 'not applicable'],
  ['by-period', 'clause', '分期', 'by period'],
  ['missing-period', 'clause', '缺期', 'missing period'],
  ['accumulated', 'clause', '累计', 'accumulated'],
  ['quarters', 'absence', '季度', 'quarters'],
  ['half-years', 'absence', '半年', 'half years'],
  ['months', 'absence', '月', 'months'],

  ['none-applicable', 'absence', '全不适用', 'none applicable'],
  ['rescale-table', 'absence', '全表折算', 'rescale'],
  ['rescale', 'absence', '本级折算', 'rescale within parent'],
  ['mean-of-others', 'absence', '取均值', 'mean of others'],
  ['full', 'absence', '计满分', 'full'],
  ['zero', 'absence', '计零分', 'zero'],
  ['refuse', 'absence', '退回', 'return'],
  ['not-counted', 'absence', '不计', 'not counted'],
  ['no-result', 'absence', '无结果', 'no result'],

  ['complete-only', 'effect', '不足不计', 'complete only'],
  ['begun-counts', 'effect', '不足按一计', 'begun counts'],
  ['proportionally', 'effect', '按比例计', 'proportionally'],
  ['step', 'effect', '步长', 'step'],
  ['on-gross', 'effect', '计毛额', 'on gross'],
  ['on-net', 'effect', '计净额', 'on net'],
  ['booked-by', 'effect', '计期', 'booked by'],
  ['not-booked', 'effect', '不计期', 'in any period'],
  ['once', 'effect', '仅计一次', 'once'],
  ['owner', 'effect', '责任', 'owner'],

  ['all', 'rule', '全部', 'all'],
  ['check-point', 'rule', '要点', 'check'],
  ['target', 'rule', '目标', 'target'],
  ['of-target', 'rule', '目标的', 'of target'],
  ['shifted', 'rule', '节假日顺延', 'shifted by holidays'],
  ['day-off', 'rule', '休', 'off'],
  ['day-on', 'rule', '班', 'at work'],
  ['late', 'rule', '逾期', 'late'],
  ['early', 'rule', '提前', 'early'],

  ['options', 'ballot', '选项', 'options'],
  ['groups', 'ballot', '群体', 'groups'],
  ['marks', 'ballot', '打分', 'marks'],
  ['void', 'ballot', '作废', 'void'],
  ['without-oneself', 'ballot', '不含本人', 'without oneself'],
  ['with-oneself', 'ballot', '含本人', 'oneself included'],
  ['sum-of-marks', 'ballot', '计总和', 'sum of marks'],
  ['issued', 'ballot', '发出', 'ballots issued'],
  ['denominator', 'ballot', '分母', 'denominator'],
  ['issued-ballots', 'ballot', '发出票', 'issued ballots'],
  ['returned-ballots', 'ballot', '收回票', 'returned ballots'],
  ['valid-ballots', 'ballot', '有效票', 'valid ballots'],
  ['turnout', 'ballot', '参评率', 'turnout'],
  ['empty-group', 'ballot', '空组', 'empty group'],
  ['drop', 'clause', '去掉', 'drop'],
  ['highest', 'ballot', '最高', 'highest'],
  ['lowest', 'ballot', '最低', 'lowest'],

  ['fixed-at', 'grade', '定为', 'fixed at'],
  ['ceiling', 'grade', '最高评为', 'no higher than'],
  ['one-down', 'grade', '降一档', 'one grade down'],
  ['down', 'grade', '降', 'down'],
  ['out-of-awards', 'grade', '取消评优', 'out of awards'],
  ['no-grade', 'grade', '不定等次', 'no grade'],
  ['off-scale', 'grade', '另设', 'off scale'],
  ['base', 'grade', '基数', 'base'],
  ['assessed', 'grade', '参评对象', 'assessed'],
  ['graded', 'grade', '定等对象', 'graded'],
  ['unvetoed', 'grade', '无否决对象', 'unvetoed'],
  ['minimum', 'grade', '至少', 'minimum'],
  ['last', 'grade', '末', 'last'],
  ['size', 'grade', '对象数', 'headcount'],
  ['with-above', 'grade', '连同以上', 'with those above'],
  ['still-tied', 'grade', '仍同', 'still tied'],
  ['all-in', 'grade', '均入选', 'all in'],
  ['none-in', 'grade', '均不入选', 'none in'],
  ['by-meeting', 'grade', '议定', 'decided by meeting'],
  ['move-up', 'grade', '递补', 'move up'],
  ['no-move-up', 'grade', '不递补', 'do not move up'],
  ['equals-skip', 'grade', '并列跳位', 'equals skip places'],
  ['equals-dense', 'grade', '并列不跳位', 'equals skip no places'],
  ['equals-mean', 'grade', '并列取平均', 'equals share the mean place'],

  ['missing-year', 'use', '缺年', 'missing year'],
  ['breaks', 'use', '中断', 'breaks'],
  ['skips', 'use', '跳过', 'skips'],
  ['for', 'use', '对', 'for'],
  ['within', 'use', '期限', 'within'],
  ['amount', 'use', '金额', 'amount'],
  ['lasting', 'use', '为期', 'lasting'],
  ['stage', 'use', '步骤', 'stage'],
  ['evidence', 'use', '留存', 'evidence'],
  ['collects', 'use', '采集', 'collects'],
  ['monotone', 'use', '单调', 'monotone'],
  ['set', 'use', '设', 'set'],
  ['expect', 'use', '应得', 'expect'],
  ['peers', 'use', '同组', 'together with'],
  ['final-grade', 'use', '最终等次', 'final grade'],
  ['data', 'use', '数据', 'data'],
  ['ledger', 'use', '台账', 'ledger'],
  ['results', 'use', '结果', 'results'],
  ['includes', 'use', '结果包含', 'consequences include'],
  ['excludes', 'use', '结果不含', 'consequences do not include'],

  ['integer', 'type', '整数', 'integer'],
  ['decimal', 'type', '小数', 'decimal'],
  ['percent', 'type', '百分比', 'percent'],
  ['date', 'type', '日期', 'date'],
  ['yes-or-no', 'type', '是否', 'yes or no'],
  ['text', 'type', '文本', 'text'],
  ['list', 'type', '清单', 'list'],
  ['yes', 'type', '是', 'yes'],
  ['no', 'type', '否', 'no'],
  ['inclusive', 'type', '含', 'inclusive'],
  ['exclusive', 'type', '不含', 'exclusive'],

  ['half-up', 'rounding', '四舍五入', 'half up'],
  ['half-even', 'rounding', '四舍六入', 'half even'],
  ['round-down', 'rounding', '向下取整', 'rounded down'],
  ['round-up', 'rounding', '向上取整', 'rounded up'],
] as const satisfies readonly (readonly [string, KeywordRole, string, string])[];

/** Identity of a keyword, the same in both vocabularies. */
export type KeywordId = (typeof rows)[number][0];

/** One keyword: a single token, however it is spelt. */
export interface Keyword {
  readonly id: KeywordId;
  readonly role: KeywordRole;
  /** Spellings per language, the canonical one first. English ones may hold several words, parted by one space. */
  readonly spellings: Readonly<Record<Vocabulary, readonly string[]>>;
  /** A reserved word is never a name (unless in brackets); a soft one is a name outside its slot. */
  readonly reserved: boolean;
  /** May be written together with other joinable words before a number, and behind a number and its unit: `且不低于80分以上`. */
  readonly joinable: boolean;
}

const reservedRoles: ReadonlySet<KeywordRole> = new Set([
  'chapter',
  'level',
  'line',
  'verb',
  'logic',
  'comparison',
  'noun',
]);

const joinableRoles: ReadonlySet<KeywordRole> = new Set(['level', 'verb', 'logic', 'comparison', 'noun', 'rounding']);

/** Clause words that take a number or follow one, and the count noun 情形; chapter and rule words are never joined. */
const alsoJoinable: ReadonlySet<string> = new Set<KeywordId>([
  'case',
  'weight',
  'cap',
  'down-to-zero',
  'uncapped',
  'of-target',
  'discretion',
  'step',
  'quota',
  'minimum',
  'last',
  'down',
  'most',
  'drop',
  'highest',
  'lowest',
  'shifted',
  'late',
  'early',
  'not-reported',
  'complete-only',
  'begun-counts',
  'proportionally',
  'on-gross',
  'on-net',
]);

/** All keywords, in the order of the table. */
export const keywords: readonly Keyword[] = rows.map(([id, role, zh, en]) => ({
  id,
  role,
  spellings: { zh: zh.split('/'), en: en.split('/') },
  reserved: reservedRoles.has(role),
  joinable: joinableRoles.has(role) || alsoJoinable.has(id),
}));

const byId: ReadonlyMap<KeywordId, Keyword> = new Map(keywords.map((keyword) => [keyword.id, keyword]));

/** The keyword with this identity. */
export function keyword(id: KeywordId): Keyword {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no keyword ${id}`);
  return found;
}
