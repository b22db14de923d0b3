import type { KeywordId } from '../../vocabulary/keywords.ts';
import { roundingWord } from './fields.ts';
import { block, followed, list, phrase, table, wordAndAmount } from './layout.ts';
import type { Printers } from './printers.ts';

/** Grades, quotas and the use of results. */
export const gradePrinters: Pick<
  Printers,
  | 'grades'
  | 'grade-line'
  | 'off-scale'
  | 'quota'
  | 'quota-sizes'
  | 'quota-size'
  | 'consequences'
  | 'consequence-entry'
  | 'action'
> = {
  grades: (node, print) => {
    const { words, child } = print;
    return phrase(
      words.keyword('grades'),
      child('name'),
      node.basedOn === null ? null : followed(words, words.keyword('based-on'), child('basedOn')),
      block(print, node, node.lines, print.children('lines')),
    );
  },

  'grade-line': ({ condition, otherwise, quota }, { words, child }) => {
    const line = phrase(child('name'), otherwise ? words.keyword('otherwise') : child('condition'));
    if (quota === null) return line;
    return [line, otherwise || condition !== null ? words.comma : ' ', child('quota')];
  },

  'off-scale': (_, { words, child }) => phrase(words.keyword('off-scale'), child('name')),

  quota: (node, { words, child, children }) => {
    const { amount, last, by, base, rounding, minimum, withAbove, ties, stillTied, moveUp } = node;
    const word = (id: KeywordId | null): string | null => (id === null ? null : words.keyword(id));
    return phrase(
      last ? words.keyword('quota') : null,
      wordAndAmount(words, last ? 'last' : 'quota', amount, child('amount')),
      by === null ? null : phrase(words.keyword('by'), child('by')),
      base === null ? null : phrase(words.keyword('base'), words.keyword(base)),
      word(rounding === null ? null : roundingWord(rounding)),
      minimum === null ? null : wordAndAmount(words, 'minimum', minimum, child('minimum')),
      word(withAbove ? 'with-above' : null),
      ties.length === 0 ? null : phrase(words.keyword('ties'), words.keyword('by'), list(words, children('ties'))),
      stillTied === null ? null : phrase(words.keyword('still-tied'), words.keyword(stillTied)),
      word(moveUp === null ? null : moveUp ? 'move-up' : 'no-move-up'),
    );
  },

  'quota-sizes': (node, print) =>
    phrase(print.words.keyword('by'), print.words.keyword('size'), table(print, node, print.children('rows'))),

  'quota-size': ({ condition, amount }, { words, child }) =>
    phrase(
      condition === null ? words.keyword('otherwise') : child('condition'),
      wordAndAmount(words, 'earn', amount, child('amount')),
    ),

  consequences: (node, print) =>
    phrase(print.words.keyword('consequences'), block(print, node, node.entries, print.children('entries'))),

  'consequence-entry': (node, print) => {
    const { words } = print;
    return phrase(
      node.noGrade ? words.keyword('no-grade') : null,
      print.child('streak'),
      node.grades.length === 0 ? null : list(words, print.children('grades')),
      node.condition === null ? null : followed(words, words.keyword('when'), print.child('condition')),
      block(print, node, node.actions, print.children('actions')),
    );
  },

  action: ({ whom, within, lasting, amount, factor }, { words, child, children }) =>
    phrase(
      whom.length === 0 ? null : phrase(words.keyword('for'), list(words, children('whom'))),
      child('action'),
      child('about'),
      within === null ? null : wordAndAmount(words, 'within', within, child('within')),
      lasting === null ? null : wordAndAmount(words, 'lasting', lasting, child('lasting')),
      amount === null ? null : wordAndAmount(words, 'amount', amount, child('amount')),
      factor === null ? null : wordAndAmount(words, 'factor', factor, child('factor')),
      child('rounding'),
    ),
};
