import type { ClauseNode, ItemNode, ListNode, ScorecardNode, TotalNode } from '../../ast/nodes.ts';
import type { Doc } from 'prettier';
import { block, followed, inOrder, list, phrase, table, wordAndAmount } from './layout.ts';
import type { Words } from '../words.ts';
import type { Print, Printers } from './printers.ts';

/** The order of the clauses of a head. 依据 and 声明 can be long and stand last. */
const clauseOrder: readonly ClauseNode['kind'][] = [
  'points',
  'weight',
  'periods',
  'missing-period',
  'sub-period',
  'applies',
  'using',
  'factor',
  'lowest-of-parts',
  'best-of-parts',
  'not-applicable',
  'none-applicable',
  'without-result',
  'may-exceed',
  'may-be-negative',
  'cap',
  'uncapped',
  'highest-only',
  'rounding',
  'basis',
  'declares',
];

/** The tree of items: heads with their clauses and bodies. */
export const itemPrinters: Pick<
  Printers,
  | 'total'
  | 'scorecard'
  | 'item'
  | 'list'
  | 'points'
  | 'weight'
  | 'using'
  | 'sheet-table'
  | 'sheet-row'
  | 'applies'
  | 'periods'
  | 'sub-period'
  | 'missing-period'
  | 'factor'
  | 'lowest-of-parts'
  | 'best-of-parts'
  | 'without-result'
  | 'may-exceed'
  | 'may-be-negative'
  | 'cap'
  | 'period-cap'
  | 'highest-only'
> = {
  total: (node, print) => phrase(print.words.keyword('total'), clauses(node, print), body(node, print)),

  scorecard: (node, print) =>
    phrase(print.words.keyword('scorecard'), print.child('name'), clauses(node, print), body(node, print)),

  item: (node, print) =>
    phrase(print.words.keyword(node.level), print.child('title'), clauses(node, print), optionalBody(node, print)),

  list: (node, print) =>
    phrase(print.words.keyword(node.sort), print.child('title'), clauses(node, print), optionalBody(node, print)),

  points: ({ amount }, { words, parent, child }) =>
    parent?.kind === 'total' || amount.kind === 'by-table'
      ? phrase(words.keyword('full-marks'), child('amount'))
      : child('amount'),

  weight: ({ amount }, { words, child }) => wordAndAmount(words, 'weight', amount, child('amount')),

  using: (_, { words, child }) => phrase(words.keyword('using'), child('scorecard')),

  'sheet-table': (node, print) =>
    phrase(print.words.keyword('by'), print.child('key'), table(print, node, print.children('rows'), true)),

  'sheet-row': ({ options }, { words, child, children }) =>
    phrase(options.length === 0 ? words.keyword('otherwise') : list(words, children('options')), child('scorecard')),

  periods: (node, print) =>
    phrase(
      print.words.keyword('by-period'),
      node.unit === null ? table(print, node, print.children('periods'), true) : print.words.keyword(node.unit),
      node.accumulated ? print.words.keyword('accumulated') : null,
    ),

  'sub-period': (_, { child }) => phrase(child('name'), child('weight')),

  'missing-period': ({ policy }, { words }) => phrase(words.keyword('missing-period'), words.keyword(policy)),

  applies: ({ condition }, { words, child, children }) =>
    phrase(
      words.keyword('applies'),
      condition === null ? list(words, children('names')) : followed(words, words.keyword('when'), child('condition')),
    ),

  factor: (_, { words, child }) => followed(words, words.keyword('factor'), child('amount')),

  'lowest-of-parts': (_, { words }) => words.keyword('lowest-of-parts'),

  'best-of-parts': ({ count }, { words, child }) => wordAndAmount(words, 'best-of-parts', count, child('count')),

  'without-result': ({ policy }, { words }) => phrase(words.keyword('no-result'), words.keyword(policy)),

  'may-exceed': ({ limit }, { words, child }) =>
    phrase(words.keyword('may-exceed'), limit === null ? null : words.keyword('to'), child('limit')),

  'may-be-negative': ({ limit }, { words, child }) =>
    phrase(words.keyword('may-be-negative'), limit === null ? null : words.keyword('to'), child('limit')),

  cap: (node, { words, child, children }) => {
    const { amount, yearly, periods, on } = node;
    if (amount === null && periods.length === 0) return words.keyword('down-to-zero');
    const whole = yearly ? perPeriod(words, 'year', child('amount')) : child('amount');
    const parts = [...children('periods'), ...(amount === null ? [] : [whole])];
    const touches = words.zh && periods.length === 0 && !yearly;
    const amounts =
      touches && amount !== null
        ? wordAndAmount(words, 'cap', amount, whole)
        : [words.keyword('cap'), ' ', list(words, parts)];
    return phrase(amounts, on === null ? null : words.keyword(on === 'gross' ? 'on-gross' : 'on-net'));
  },

  'period-cap': ({ period }, { words, child }) => perPeriod(words, period, child('amount')),

  'highest-only': ({ keys }, { words, children }) =>
    keys.length === 0
      ? phrase(words.keyword('highest-only'), words.keyword('once'))
      : phrase(words.keyword('highest-only'), words.keyword('by'), list(words, children('keys'))),
};

type WithBody = TotalNode | ScorecardNode | ItemNode | ListNode;

function clauses(node: WithBody, print: Print<WithBody['kind']>): Doc {
  return phrase(...inOrder(node.clauses, print.children('clauses'), clauseOrder));
}

function body(node: WithBody, print: Print<WithBody['kind']>): Doc {
  return block(print, node, node.body, print.children('body'));
}

function optionalBody(node: WithBody, print: Print<WithBody['kind']>): Doc | null {
  return node.body.length === 0 && print.comments.inside(node) === null ? null : body(node, print);
}

/** `每天3分`, `3 points per day` */
function perPeriod(words: Words, period: string, amount: Doc): Doc {
  const per = words.keyword('per');
  return words.zh ? [per, words.unitAlone(period), amount] : [amount, ' ', per, ' ', words.unitAlone(period)];
}
