import type { Doc } from 'prettier';
import type { BetweenNode, CallNode, CompareNode, ExpressionNode, Relation } from '../../ast/nodes.ts';
import { findFunction } from '../../vocabulary/functions.ts';
import { keyword, type KeywordId } from '../../vocabulary/keywords.ts';
import { findSpelling } from '../../vocabulary/spelling.ts';
import { findUnit } from '../../vocabulary/units.ts';
import type { Words } from '../words.ts';
import { roundingWord } from './fields.ts';
import {
  behindOperand,
  boundAndWord,
  followed,
  infix,
  joined,
  list,
  parentheses,
  phrase,
  wordAndAmount,
} from './layout.ts';
import type { Print, Printers } from './printers.ts';

const operators = {
  zh: { '+': '+', '-': '−', '*': '×', '/': '÷' },
  en: { '+': '+', '-': '-', '*': '*', '/': '/' },
} as const;

const symbols: Readonly<Record<'zh' | 'en', Readonly<Record<Relation, string>>>> = {
  zh: { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '!=': '≠' },
  en: { '<': '<', '<=': '<=', '>': '>', '>=': '>=', '=': '=', '!=': '!=' },
};

/** What a comparison is about decides its word: 不低于85%, 不少于2次, 不早于 6月30日. */
type Scale = 'level' | 'count' | 'date';

interface RelationWord {
  readonly id: KeywordId;
  /** Which spelling is written for each scale. */
  readonly variants: Readonly<Record<Scale, number>>;
  /** A spelling for every number (超过, 不满, 不超过), kept where the drafter wrote it. */
  readonly neutral: number | null;
}

const relationWords: Readonly<Record<'>=' | '<=' | '>' | '<', RelationWord>> = {
  '>=': { id: 'at-least', variants: { level: 0, count: 1, date: 2 }, neutral: null },
  '<=': { id: 'at-most', variants: { level: 0, count: 2, date: 3 }, neutral: 1 },
  '>': { id: 'above', variants: { level: 0, count: 2, date: 3 }, neutral: 1 },
  '<': { id: 'below', variants: { level: 0, count: 2, date: 3 }, neutral: 1 },
};

const countable: ReadonlySet<string> = new Set(['count', 'days', 'workdays', 'months', 'hours', 'parts']);

/** Conditions and formulas. */
export const expressionPrinters: Pick<
  Printers,
  | 'logic'
  | 'not'
  | 'compare'
  | 'between'
  | 'occurs'
  | 'absence-test'
  | 'among'
  | 'every'
  | 'if'
  | 'arithmetic'
  | 'negate'
  | 'parenthesis'
  | 'call'
  | 'streak'
  | 'filtered'
  | 'places'
  | 'drop'
  | 'yes-no'
> = {
  logic: ({ operator }, { words, children }) =>
    children('operands').flatMap((operand, index, operands) =>
      index === 0 ? [operand] : behindOperand(words, operands[index - 1] ?? '', words.keyword(operator), operand),
    ),

  not: (_, { words, child }) => followed(words, words.keyword('not'), child('operand')),

  compare: (node, print) => {
    const { words, child } = print;
    if (node.form === 'suffix') return phrase(child('left'), suffixed(node, print));
    if (node.form === 'prefix') return phrase(child('left'), prefixed(node, print));
    const symbol = symbols[words.vocabulary][node.relation];
    return node.left === null
      ? followed(words, symbol, child('right'))
      : infix(words, child('left'), symbol, child('right'));
  },

  between: (node, { words, child }) =>
    phrase(child('left'), node.form === 'range' ? words.range(node.low, node.high, true) : bounds(node, words)),

  occurs: ({ negative }, { words, child }) => phrase(child('path'), words.keyword(negative ? 'not-occurs' : 'occurs')),

  'absence-test': ({ state }, { words, child }) => phrase(child('path'), words.keyword(state)),

  among: (_, { words, child, children }) =>
    phrase(
      child('left'),
      followed(words, words.keyword('among'), parentheses(words, list(words, children('options')))),
    ),

  // 连续2年 不合格 缺年 跳过
  streak: ({ missing }, { words, child, children }) =>
    phrase(
      words.zh ? [words.keyword('consecutive'), child('years')] : phrase(words.keyword('consecutive'), child('years')),
      list(words, children('grades')),
      missing === null ? null : phrase(words.keyword('missing-year'), words.keyword(missing)),
    ),

  every: ({ level }, { words, child }) => [
    words.keyword('every'),
    words.zh ? '' : ' ',
    words.keyword(level),
    ' ',
    child('test'),
  ],

  if: ({ alternative }, { words, child }) =>
    phrase(
      followed(words, words.keyword('if'), child('condition')),
      followed(words, words.keyword('then'), child('consequent')),
      alternative === null ? null : followed(words, words.keyword('else'), child('alternative')),
    ),

  arithmetic: ({ operator }, { words, child }) =>
    infix(words, child('left'), operators[words.vocabulary][operator], child('right')),

  negate: (_, { child }) => ['-', child('operand')],

  parenthesis: (_, { words, child }) => parentheses(words, child('inner')),

  call: (node, print) => [
    findFunction(node.function.text)?.spellings[print.words.vocabulary] ?? print.child('function'),
    parentheses(print.words, joined(print.words.comma, [...print.children('arguments'), ...callClauses(node, print)])),
  ],

  filtered: (_, { words, child }) => phrase(child('value'), followed(words, words.keyword('when'), child('condition'))),

  places: ({ end, count, rest }, { words, child }) => {
    const places = wordAndAmount(words, end, count, child('count'));
    if (!rest) return places;
    return words.zh ? [places, words.keyword('outside')] : [words.keyword('outside'), ' ', places];
  },

  drop: ({ condition }, { words, child, children }) =>
    phrase(
      words.keyword('drop'),
      list(words, children('places')),
      condition === null ? null : followed(words, words.keyword('when'), child('condition')),
    ),

  'yes-no': ({ value }, { words }) => words.keyword(value ? 'yes' : 'no'),
};

/** What stands behind the arguments, in a fixed order. */
function callClauses(node: CallNode, { words, child, children }: Print<'call'>): Doc[] {
  const clauses: (Doc | null)[] = [
    node.by.length === 0 ? null : phrase(words.keyword('by'), list(words, children('by'))),
    node.where === null ? null : phrase(words.keyword('when'), child('where')),
    node.lowerIsBetter ? words.keyword('lower-is-better') : null,
    node.ties.length === 0 ? null : phrase(words.keyword('ties'), words.keyword('by'), list(words, children('ties'))),
    node.equals === null ? null : words.keyword(`equals-${node.equals}`),
    ...children('selection'),
    node.rounding === null ? null : child('rounding'),
    node.mode === null ? null : words.keyword(roundingWord(node.mode)),
  ];
  return clauses.filter((clause) => clause !== null);
}

/** `90分以上`, `90分以上（不含）` */
function suffixed({ relation, right, span }: CompareNode, { words, source, child }: Print<'compare'>): Doc {
  const bound = (id: KeywordId): Doc => boundAndWord(words, right, child('right'), id);
  if (relation === '>=') return bound('or-more');
  if (relation === '<=') return bound('or-less');
  const written = source.slice(right.span.end, span.end);
  const { zh, en } = keyword('outside').spellings;
  if (relation === '>' && [...zh, ...en].some((word) => written.includes(word))) return bound('outside');
  const exclusive = parentheses(words, words.keyword('exclusive'));
  return followed(words, bound(relation === '<' ? 'or-less' : 'or-more'), exclusive);
}

/** `不低于85%`, `不少于2次`, `不晚于 6月30日` */
function prefixed({ relation, left, right, span }: CompareNode, { words, source, child }: Print<'compare'>): Doc {
  if (relation === '=' || relation === '!=')
    return followed(words, symbols[words.vocabulary][relation], child('right'));
  const { id, variants, neutral } = relationWords[relation];
  const written = source.slice(left?.span.end ?? span.start, right.span.start);
  const spelling = findSpelling(written.trim().replaceAll(/\s+/gu, ' '));
  const variant = spelling?.keyword.id === id ? spelling.variant : null;
  const scale = scaleOf(right);
  const kept = scale === null || (scale !== 'date' && variant === neutral);
  return wordAndAmount(
    words,
    id,
    right,
    child('right'),
    kept && variant !== null ? variant : variants[scale ?? 'level'],
  );
}

/** What a bound measures; null where only the checker could tell. */
function scaleOf(bound: ExpressionNode): Scale | null {
  if (bound.kind === 'date') return 'date';
  if (bound.kind !== 'quantity') return null;
  return bound.unit !== null && countable.has(findUnit(bound.unit)?.dimension ?? '') ? 'count' : 'level';
}

/** `80分以上 不满90分`, `超过80分 不超过90分`, `不早于 1月1日 早于 7月1日` */
function bounds({ low, lowRelation, high, highRelation }: BetweenNode, words: Words): Doc {
  const prefix = (relation: '>=' | '<=' | '>' | '<', bound: BetweenNode['low']): Doc => {
    const { id, variants, neutral } = relationWords[relation];
    return wordAndAmount(words, id, bound, words.bound(bound), bound.kind === 'date' ? variants.date : (neutral ?? 0));
  };
  if (low.kind === 'date' || high.kind === 'date') return phrase(prefix(lowRelation, low), prefix(highRelation, high));
  if (lowRelation === '>') return phrase(prefix('>', low), prefix(highRelation, high));
  const upper = highRelation === '<' ? prefix('<', high) : boundAndWord(words, high, words.bound(high), 'or-less');
  return phrase(boundAndWord(words, low, words.bound(low), 'or-more'), upper);
}
