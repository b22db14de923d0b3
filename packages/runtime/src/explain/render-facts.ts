/** What is recorded, and the figures that follow from it, as short phrases. */
import { shown } from '../bilingual.ts';
import type { Locale } from '../bilingual.ts';
import { zero } from '../decimal/rational.ts';
import { formatShort, parseRational } from '../decimal/text.ts';
import type { ListEntry } from '../evaluator.ts';
import type { Among, Figure } from '../figure.ts';
import { withUnit } from '../record/unit-words.ts';
import type { Finding, InputReading } from './explanation.ts';

/**
 * The recorded values that a rule or a case read. The figure of a case is its count, which is said anyway; the votes of a group stand
 * together; and where something was not reported, nothing that would follow from it is said.
 */
export function factsText({ kind, inputs, figures }: Finding, locale: Locale): string[] {
  // Behind the figure of a case stands the reason of a judgement.
  const worthSaying =
    kind === 'case' ? inputs.filter(({ value }, index) => index > 0 || typeof value === 'object') : inputs;
  const votes = worthSaying.filter(isVote);
  const missing = worthSaying.some(({ value }) => value === null);
  return [
    ...worthSaying
      .filter((input) => !isVote(input))
      .map((input) => `${plain(input.key)} ${recordedText(input, locale)}`),
    ...groups(votes).map(([group, members]) => `${group} ${votesText(members, locale)}`),
    ...(missing ? [] : figures.map((figure) => figureText(figure, locale))),
  ];
}

/** The counts of a ballot, but not the figures that are declared with it. */
function isVote({ role, unit }: InputReading): boolean {
  return role === 'ballot' && unit === 'ballot';
}

/** Votes by the name of their group, or of the ballot where it has none; in the order of the policy. */
function groups(votes: readonly InputReading[]): [string, InputReading[]][] {
  const found = new Map<string, InputReading[]>();
  for (const vote of votes) {
    const group = plain(vote.key.split('.').at(-2) ?? vote.key);
    found.set(group, [...(found.get(group) ?? []), vote]);
  }
  return [...found];
}

function votesText(votes: readonly InputReading[], locale: Locale): string {
  const cast = votes.filter(({ value }) => value !== 0 && value !== '0');
  if (cast.length === 0) return locale === 'zh' ? '无票' : 'no votes';
  const options = cast.map(({ key, value }) => `${plain(key.split('.').at(-1) ?? key)} ${count(value)}`);
  return options.join(locale === 'zh' ? '、' : ', ');
}

function count(value: InputReading['value']): string {
  return typeof value === 'number' || typeof value === 'string' ? plain(String(value)) : '';
}

/** A figure with what it is, `参评率 79.5%`; cut to four decimals where it has more. */
export function figureText({ label, value, unit, among }: Figure, locale: Locale): string {
  const shownValue = unit === 'date' ? value : withUnit(formatShort(parseRational(value) ?? zero), unit)[locale];
  const text = `${plain(label[locale])} ${shownValue}`;
  return among === undefined ? text : text + amongText(among, locale);
}

/** Of how many subjects a figure is one: `（平原，共 32 个）`. */
function amongText({ size, classes }: Among, locale: Locale): string {
  const names = classes.map((each) => plain(each.class));
  return locale === 'zh'
    ? `（${[...names, `共 ${size} 个`].join('，')}）`
    : ` (${[...names, `of ${size}`].join(', ')})`;
}

function recordedText({ value, unit }: InputReading, locale: Locale): string {
  const zh = locale === 'zh';
  if (value === null) return zh ? '未填报' : 'not reported';
  if (typeof value === 'boolean') return yesOrNo(value, zh);
  if (typeof value === 'object')
    return value.map((entry) => entryText(entry, zh)).join(zh ? '、' : '; ') || (zh ? '无' : 'none');
  return withUnit(plain(String(value)), unit)[locale];
}

function entryText(entry: ListEntry, zh: boolean): string {
  const values = Object.values(entry).filter((value) => value !== null && value !== undefined);
  const words = values.map((value) => (typeof value === 'boolean' ? yesOrNo(value, zh) : String(value)));
  return plain(words.join(' '));
}

function yesOrNo(value: boolean, zh: boolean): string {
  return value ? (zh ? '是' : 'yes') : zh ? '否' : 'no';
}

/** A text of the policy or of a record on one line, without anything that moves a terminal's cursor. */
function plain(text: string): string {
  return shown(text, 200);
}
