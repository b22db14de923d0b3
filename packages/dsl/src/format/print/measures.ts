import { followed, phrase, table, wordAndAmount } from './layout.ts';
import type { Printers } from './printers.ts';
import { earned, ifZeroClause } from './rules.ts';

/** Rules that measure a figure against others. */
export const measurePrinters: Pick<Printers, 'against' | 'against-row' | 'interpolation' | 'anchor' | 'uncapped'> = {
  against: (node, print) => {
    const { words, child } = print;
    const head = phrase(
      followed(words, words.keyword('against'), child('figure')),
      followed(words, words.keyword('target'), child('target')),
      earned(words, node.amount, child('amount')),
    );
    return phrase(
      [head, ifZeroClause(words, node.ifZero, child('ifZero'))],
      table(print, node, print.children('rows')),
    );
  },

  // 每多100万元 加1分; 每少 目标的1% 扣0.1分; each below 1% of target deduct 0.1 points
  'against-row': ({ side, step, ofTarget }, { words, child }) => {
    const word = side === 'above' ? 'each-above' : 'each-below';
    if (!ofTarget) return phrase(wordAndAmount(words, word, step, child('step')), child('effect'));
    const share = words.zh
      ? [words.keyword('of-target'), child('step')]
      : phrase(child('step'), words.keyword('of-target'));
    return phrase(words.keyword(word), share, child('effect'));
  },

  interpolation: (node, print) => {
    const { words, child } = print;
    const head = followed(words, words.keyword('interpolation'), child('figure'));
    return phrase(
      [head, ifZeroClause(words, node.ifZero, child('ifZero'))],
      table(print, node, print.children('anchors')),
    );
  },

  anchor: ({ amount }, { words, child }) => phrase(child('at'), earned(words, amount, child('amount'))),

  uncapped: (_, { words }) => words.keyword('uncapped'),
};
