/** Numbers, items and things in messages, as the drafter wrote them. */
import { divide, formatShort } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type {
  ItemLevel,
  ItemNode,
  ListNode,
  ScorecardNode,
  TitleNode,
  TotalNode,
  CaseNode,
  MissingNode,
  Node,
} from '../ast/nodes.ts';
import type { Message } from '../source/locale.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { unitFactor, unitName } from '../types/units.ts';

/** A value in base units, written in a unit: 0.95 as `95%`, 30000 as `3万元`; without one, the bare number. */
export function showIn(value: Rational, unit: string | null): Message {
  if (unit === null) return { zh: formatShort(value), en: formatShort(value) };
  const figure = formatShort(divide(value, unitFactor(unit)));
  const name = unitName(unit, figure !== '1');
  return { zh: `${figure}${name.zh}`, en: /^\w/.test(name.en) ? `${figure} ${name.en}` : `${figure}${name.en}` };
}

/** What an item, a list or a chapter is called, in backticks. */
export function labelOf(node: ItemNode | ListNode | ScorecardNode | TotalNode | CaseNode): Message {
  switch (node.kind) {
    case 'total':
      return { zh: '总分', en: 'the total' };
    case 'scorecard':
      return quoted(node.name.kind === 'name' ? node.name.text : null, { zh: '评分表', en: 'the scorecard' });
    case 'item':
      return quoted(titleText(node.title), levelNames[node.level]);
    case 'case':
      return quoted(titleText(node.title), { zh: '情形', en: 'the case' });
    case 'list':
      return quoted(titleText(node.title), listNames[node.sort]);
  }
}

/** Where an item or a list is pointed at: its name, else the word with which it starts. */
export function headSpan(
  node: ItemNode | ListNode | ScorecardNode | TotalNode | CaseNode,
  { source }: { readonly source: SourceFile },
): Span {
  const named = node.kind === 'total' ? null : node.kind === 'scorecard' ? node.name : node.title;
  return named === null || named.kind === 'missing' ? firstWord(node, source) : named.span;
}

/** The word (in English up to two) with which a node starts. */
export function firstWord(node: Node, source: SourceFile): Span {
  const { start, end } = node.span;
  const [word = ''] =
    /^(?:\p{Script=Han}+|[a-z]+(?: list| marks| to)?)/u.exec(source.text.slice(start, Math.min(end, start + 20))) ?? [];
  return { start, end: word === '' ? end : start + word.length };
}

/** The name, or the title that stands for it. */
export function titleText(title: TitleNode | MissingNode | null): string | null {
  return title === null || title.kind === 'missing' ? null : (title.name?.text ?? title.text?.text ?? null);
}

function quoted(name: string | null, otherwise: Message): Message {
  return name === null ? otherwise : { zh: `\`${name}\``, en: `\`${name}\`` };
}

/** The levels of items in words. */
export const levelNames: Readonly<Record<ItemLevel, Message>> = {
  method: { zh: '方式', en: 'method' },
  dimension: { zh: '维度', en: 'dimension' },
  content: { zh: '内容', en: 'content' },
  indicator: { zh: '指标', en: 'indicator' },
  standard: { zh: '标准', en: 'standard' },
};

/** The sorts of lists in words. */
export const listNames: Readonly<Record<ListNode['sort'], Message>> = {
  bonuses: { zh: '加分', en: 'bonuses' },
  penalties: { zh: '扣分', en: 'penalties' },
  'negative-list': { zh: '负面清单', en: 'negative list' },
};
