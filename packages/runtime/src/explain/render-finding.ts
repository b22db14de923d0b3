/** One finding, one consequence, one number as text. */
import type { Locale } from '../bilingual.ts';
import { absolute, isNegative, isZero, zero } from '../decimal/rational.ts';
import { formatShort, parseRational } from '../decimal/text.ts';
import type { Rational, RecordValue } from '../evaluator.ts';
import type { ConsequenceSpec, Origin } from '../manifest.ts';
import { withUnit } from '../record/unit-words.ts';
import type { Finding, FindingKind, InputReading } from './explanation.ts';

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

/** A clause with its line: `情形 … 每次扣0.5分（第 31 行）`. */
export function originText(origin: Origin, locale: Locale): string {
  return locale === 'zh' ? `${origin.text}（第 ${origin.line} 行）` : `${origin.text} (line ${origin.line})`;
}

/** What made the difference, what is recorded, how many points, which clause and article. */
export function findingText(finding: Finding, locale: Locale): string {
  const zh = locale === 'zh';
  const parts = [changeText[finding.kind](finding)[locale], ...facts(finding, locale)];
  const { row, origin, basis } = finding;
  if (row !== null) parts.push(zh ? `适用 ${originText(row, locale)}` : `by ${originText(row, locale)}`);
  parts.push(originText(origin, locale));
  if (basis.length > 0) parts.push(`${zh ? '依据 ' : 'basis '}${basis.join(zh ? '、' : ', ')}`);
  if (!finding.counts) parts.push(zh ? '因不得分不再计算' : 'not counted, because the item earns no points');
  return parts.join(zh ? '；' : '; ');
}

function facts({ inputs, figures }: Finding, locale: Locale): string[] {
  const zh = locale === 'zh';
  return [
    ...inputs.map((input) => `${input.key}${zh ? '：' : ': '}${recordedText(input, locale)}`),
    ...figures.map(({ label, value, unit }) => {
      const figure = withUnit(formatShort(read(value)), unit);
      return `${label[locale]}${zh ? '：' : ': '}${figure[locale]}`;
    }),
  ];
}

function recordedText({ value, unit }: InputReading, locale: Locale): string {
  const zh = locale === 'zh';
  if (value === null) return zh ? '未填报' : 'not reported';
  if (typeof value === 'boolean') return value ? (zh ? '是' : 'yes') : zh ? '否' : 'no';
  if (typeof value === 'object') return value.map(eventText).join(zh ? '、' : ', ') || (zh ? '无' : 'none');
  return withUnit(String(value), unit)[locale];
}

function eventText(event: Exclude<RecordValue, number | string | boolean | null>[number]): string {
  return Object.values(event).join(' ');
}

type Words = { readonly zh: string; readonly en: string };

const changeText: Record<FindingKind, (finding: Finding) => Words> = {
  rule: ({ before, after, amount }) => ({
    zh: `按规则得 ${show(after)} 分（满分 ${show(before)}），${gainOrLoss(amount).zh}`,
    en: `the rule gives ${show(after)} of ${show(before)}, ${gainOrLoss(amount).en}`,
  }),
  start: ({ after }) => ({
    zh: `本项从 ${show(after)} 分起加分`,
    en: `the item starts from ${show(after)} and earns its points`,
  }),
  factor: ({ before, after }) => ({
    zh: `乘以系数，${show(before)} 分变为 ${show(after)} 分`,
    en: `multiplied by the factor, from ${show(before)} to ${show(after)}`,
  }),
  case: ({ name, count, amount }) => ({
    zh: `${name}${count === null ? '' : ` 发生 ${show(count)} 次`}，${gainOrLoss(amount).zh}`,
    en: `${name}${count === null ? '' : ` occurred, count ${show(count)}`}, ${gainOrLoss(amount).en}`,
  }),
  when: ({ amount }) => ({
    zh: `条件成立，${gainOrLoss(amount).zh}`,
    en: `the condition holds, ${gainOrLoss(amount).en}`,
  }),
  'case-cap': (finding) => capped(finding, { zh: '本条封顶', en: 'capped' }),
  'list-cap': (finding) => capped(finding, { zh: `${finding.name} 封顶`, en: `cap of ${finding.name}` }),
  duplicates: (finding) => capped(finding, { zh: '就高不重复', en: 'only the highest counts' }),
  zeroed: ({ name, before }) => ({
    zh: `${name}：不得分，失 ${show(before)} 分`,
    en: `${name}: no points, ${show(before)} lost`,
  }),
  floor: (finding) => capped(finding, { zh: '扣到下限为止', en: 'the item goes no lower' }),
  ceiling: (finding) => capped(finding, { zh: '得分到上限为止', en: 'the item goes no higher' }),
  rounding: ({ before, after, amount }) => ({
    zh: `取舍：${show(before)} 记为 ${show(after)}（${signed(read(amount))}）`,
    en: `rounded: ${show(before)} becomes ${show(after)} (${signed(read(amount))})`,
  }),
};

/** A bound that held: what there was, what it became, and what it spared or cost. */
function capped({ before, after, amount }: Finding, what: Words): Words {
  const change = read(amount);
  const by = points(absolute(change));
  return {
    zh: `${what.zh}：由 ${signed(read(before))} 变为 ${signed(read(after))}，${isNegative(change) ? `少计 ${by} 分` : `少扣 ${by} 分`}`,
    en: `${what.en}: ${signed(read(before))} becomes ${signed(read(after))}, ${by} ${isNegative(change) ? 'not counted' : 'spared'}`,
  };
}

function gainOrLoss(amount: string): Words {
  const value = read(amount);
  if (isZero(value)) return { zh: '不影响得分', en: 'no points' };
  const size = points(absolute(value));
  return isNegative(value) ? { zh: `扣 ${size} 分`, en: `${size} lost` } : { zh: `加 ${size} 分`, en: `${size} added` };
}

function show(text: string): string {
  return points(read(text));
}

/** What a grade leads to: whom, what, about what, until when, how much. */
export function consequenceText(consequence: ConsequenceSpec, locale: Locale): string {
  const zh = locale === 'zh';
  const { action, about, whom, within, amount } = consequence;
  const to = whom.length === 0 ? '' : zh ? `对 ${whom.join('、')} ` : `${whom.join(', ')}: `;
  const parts = [
    `${to}${action}`,
    ...(about === null ? [] : [zh ? `“${about}”` : `"${about}"`]),
    ...(within === null ? [] : [`${zh ? '期限 ' : 'within '}${within}`]),
    ...(amount === null ? [] : [`${zh ? '金额 ' : 'amount '}${amount}`]),
  ];
  return parts.join(' ');
}
