/** One finding, one consequence, one number as text. */
import { shown } from '../bilingual.ts';
import type { Bilingual, Locale } from '../bilingual.ts';
import { absolute, isNegative, isZero, zero } from '../decimal/rational.ts';
import { formatShort, parseRational } from '../decimal/text.ts';
import type { Rational } from '../evaluator.ts';
import type { Origin } from '../manifest-basics.ts';
import { withUnit } from '../record/unit-words.ts';
import type { Finding, FindingKind } from './explanation.ts';
import { factsText } from './render-facts.ts';

/** The exact value of a text of an explanation. */
export function read(text: string): Rational {
  return parseRational(text) ?? zero;
}

/** A number of points, cut to four decimals where it has more. */
export function points(value: Rational): string {
  return formatShort(value);
}

/** A number of points with its sign, `+2` or `−0.5`. */
export function signed(value: Rational): string {
  if (isZero(value)) return '0';
  return `${isNegative(value) ? '−' : '+'}${formatShort(absolute(value))}`;
}

/** A text of the policy or of a record on one line, without anything that moves a terminal's cursor. */
export function clean(text: string): string {
  return shown(text, 200);
}

/** The title behind a name, with a space, unless it says the same. */
export function titleOf(name: string, title: string | null): string {
  return title === null || title === name ? '' : ` ${clean(title)}`;
}

/** A clause with its line, and its file where that is not the policy: `情形 … 每次扣0.5分（第 31 行）`. */
export function originText(origin: Origin, locale: Locale): string {
  const text = clean(origin.text);
  const file = origin.file === null ? '' : clean(origin.file);
  if (locale === 'zh') return `${text}（${file === '' ? '' : `${file} `}第 ${origin.line} 行）`;
  return `${text} (line ${origin.line}${file === '' ? '' : ` of ${file}`})`;
}

/** These say which bound it was; the clause stands with the line that they bind. */
const withoutClause: ReadonlySet<FindingKind> = new Set([
  'answer',
  'mean-of-others',
  'case-cap',
  'no-result',
  'floor',
  'ceiling',
  'rounding',
]);

/** A finding in its parts. */
export interface FindingParts {
  /** The clause with its line; empty where the finding stands with the line that it binds. */
  readonly clause: string;
  /** What is recorded, the row that decided, and how many points. */
  readonly text: string;
  /** The articles of the documents behind it, joined; empty where there are none. */
  readonly articles: string;
}

/** What a finding says, in its parts. */
export function findingParts(finding: Finding, locale: Locale): FindingParts {
  const zh = locale === 'zh';
  const { kind, row, origin, basis, owner, counts } = finding;
  const parts = factsText(finding, locale);
  if (row !== null) parts.push(zh ? `适用 ${originText(row, locale)}` : `by ${originText(row, locale)}`);
  parts.push(changeText[kind](finding)[locale]);
  if (owner !== null) parts.push(`${zh ? '责任人 ' : 'owner '}${clean(owner)}`);
  if (!counts) parts.push(zh ? '因不得分不再计算' : 'not counted, because the item earns no points');
  const text = parts.join(zh ? '，' : ', ');
  if (withoutClause.has(kind)) return { clause: '', text, articles: '' };
  return { clause: originText(origin, locale), text, articles: basis.map(clean).join(zh ? '、' : ', ') };
}

/** The clause, what is recorded, the row that decided, how many points, and which article of the documents. */
export function findingText(finding: Finding, locale: Locale): string {
  const zh = locale === 'zh';
  const { clause, text, articles } = findingParts(finding, locale);
  if (clause === '') return text;
  const cited = articles === '' ? '' : zh ? `（依据 ${articles}）` : ` (basis ${articles})`;
  return `${clause}${zh ? '：' : ': '}${text}${cited}`;
}

const changeText: Record<FindingKind, (finding: Finding) => Bilingual> = {
  rule: ({ before, after, amount }) => ({
    zh: `得 ${show(after)} 分（满分 ${show(before)}），${gainOrLoss(amount).zh}`,
    en: `earns ${show(after)} of ${show(before)}, ${gainOrLoss(amount).en}`,
  }),
  start: ({ after }) => ({
    zh: `从 ${show(after)} 分起，加分才得分`,
    en: `starts from ${show(after)} and earns its points by additions`,
  }),
  factor: ({ before, after }) => ({
    zh: `乘以系数，${show(before)} 分变为 ${show(after)} 分`,
    en: `multiplied by the factor, from ${show(before)} to ${show(after)}`,
  }),
  case: ({ count, each, inputs, amount }) => {
    if (count === null) return gainOrLoss(amount);
    const unit = inputs[0]?.unit ?? 'time';
    // Points that a person gave are no count.
    if (unit === 'point') return gainOrLoss(amount);
    const times = withUnit(show(count), unit);
    const of = each === null || count === '1' ? { zh: '', en: '' } : timesEach(each, unit);
    return {
      zh: `${times.zh}${of.zh}，${gainOrLoss(amount).zh}`,
      en: `${times.en}${of.en}, ${gainOrLoss(amount).en}`,
    };
  },
  when: ({ amount }) => ({
    zh: `条件成立，${gainOrLoss(amount).zh}`,
    en: `the condition holds, ${gainOrLoss(amount).en}`,
  }),
  'case-cap': (finding) => capped(finding, { zh: '本条封顶', en: 'capped' }),
  'list-condition': (finding) => capped(finding, { zh: '清单适用的条件不成立', en: 'the list does not apply' }),
  'list-cap': (finding) => capped(finding, { zh: '清单封顶', en: 'cap of the list' }),
  duplicates: (finding) => capped(finding, { zh: '就高不重复', en: 'only the highest counts' }),
  zeroed: ({ before }) => ({
    zh: `本项不得分，扣 ${show(before)} 分`,
    en: `the item earns no points, ${show(before)} lost`,
  }),
  answer: ({ note, after }) => ({
    zh: `${note?.zh ?? ''}，按办法计 ${show(after)} 分`,
    en: `${note?.en ?? ''}: the policy gives ${show(after)}`,
  }),
  'mean-of-others': ({ amount }) => ({
    zh: `不适用的按其他各项的平均得分率计，${gainOrLoss(amount).zh}`,
    en: `what is not applicable counts like the mean of the others, ${gainOrLoss(amount).en}`,
  }),
  'no-result': ({ before }) => ({
    zh: `本项无结果，已得的 ${show(before)} 分不计`,
    en: `the item has no result, ${show(before)} so far not counted`,
  }),
  floor: (finding) => capped(finding, { zh: '扣到下限为止', en: 'the item goes no lower' }),
  ceiling: (finding) => capped(finding, { zh: '得分到上限为止', en: 'the item goes no higher' }),
  rounding: ({ before, after, amount }) => ({
    zh: `取舍：${show(before)} 记为 ${show(after)}（${signed(read(amount))}）`,
    en: `rounded: ${show(before)} becomes ${show(after)} (${signed(read(amount))})`,
  }),
};

/** A bound that held: what there was, what it became, and what it spared or cost. */
function capped({ before, after, amount }: Finding, what: Bilingual): Bilingual {
  const change = read(amount);
  const by = points(absolute(change));
  return {
    zh: `${what.zh}：由 ${signed(read(before))} 变为 ${signed(read(after))}，${isNegative(change) ? `少计 ${by} 分` : `少扣 ${by} 分`}`,
    en: `${what.en}: ${signed(read(before))} becomes ${signed(read(after))}, ${by} ${isNegative(change) ? 'not counted' : 'spared'}`,
  };
}

function gainOrLoss(amount: string): Bilingual {
  const value = read(amount);
  if (isZero(value)) return { zh: '不影响得分', en: 'no points' };
  const size = points(absolute(value));
  return isNegative(value) ? { zh: `扣 ${size} 分`, en: `${size} lost` } : { zh: `加 ${size} 分`, en: `${size} added` };
}

/** `3次 × 每次 2 分`: what stands behind the count. */
function timesEach(each: string, unit: string): Bilingual {
  return { zh: ` × 每${withUnit('', unit).zh} ${show(each)} 分`, en: ` × ${withUnit(show(each), 'point').en} each` };
}

function show(text: string): string {
  return points(read(text));
}
