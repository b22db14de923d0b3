import type { Doc } from 'prettier';
import type { AmountNode } from '../../ast/nodes.ts';
import { boundAndWord, followed, infix, list, phrase, table, wordAndAmount } from './layout.ts';
import type { Printers } from './printers.ts';
import type { Words } from '../words.ts';

/** The place of the word for dates (不晚于, no later than) among the spellings of "at most". */
const noLaterThan = 3;

/** The rules that give an item its score, except ballots. */
export const rulePrinters: Pick<
  Printers,
  'score' | 'proportion' | 'tiers' | 'tier-row' | 'by-table' | 'by-row' | 'deadline' | 'deadline-row'
> = {
  score: ({ ifZero }, { words, child }) => [
    infix(words, words.keyword('score'), '=', child('value')),
    ifZeroClause(words, ifZero, child('ifZero')),
  ],

  proportion: ({ cap, ifZero }, { words, child }) => [
    followed(words, words.keyword('proportion'), child('rate')),
    cap === null ? '' : [words.comma, child('cap')],
    ifZeroClause(words, ifZero, child('ifZero')),
  ],

  tiers: (node, print) => {
    const { words, child } = print;
    const head =
      node.subject === null ? words.keyword('tiers') : followed(words, words.keyword('tiers'), child('subject'));
    return phrase(head, table(print, node, print.children('rows')));
  },

  'tier-row': ({ condition, amount }, { words, child }) =>
    phrase(
      condition === null ? words.keyword('otherwise') : child('condition'),
      condition === null && amount.kind === 'no-result' ? child('amount') : earned(words, amount, child('amount')),
    ),

  'by-table': (node, print) => {
    const wholeLine = print.parent !== null && (print.parent.kind === 'table' || 'body' in print.parent);
    const rows = table(print, node, print.children('rows'), !wholeLine);
    return phrase(print.words.keyword('by'), print.child('key'), rows);
  },

  'by-row': ({ options }, { words, child, children }) =>
    phrase(options.length === 0 ? words.keyword('otherwise') : list(words, children('options')), child('value')),

  deadline: (node, print) =>
    phrase(
      print.words.keyword('deadline'),
      print.child('date'),
      print.words.keyword('at-most', noLaterThan),
      print.child('due'),
      node.shifted ? print.words.keyword('shifted') : null,
      table(print, node, print.children('rows')),
    ),

  'deadline-row': ({ event, from }, { words, child }) =>
    phrase(
      words.keyword(event),
      from === null ? null : boundAndWord(words, from, child('from'), 'or-more'),
      child('effect'),
    ),
};

/** `得5分`, `得满分` */
export function earned(words: Words, amount: AmountNode, doc: Doc): Doc {
  return words.zh && amount.kind === 'full' ? [words.keyword('earn'), doc] : wordAndAmount(words, 'earn', amount, doc);
}

/** `，分母为零 得5分`, or nothing. */
export function ifZeroClause(words: Words, amount: AmountNode | null, doc: Doc): Doc {
  if (amount === null) return '';
  const answer = amount.kind === 'no-result' ? doc : earned(words, amount, doc);
  return [words.comma, phrase(words.keyword('if-zero'), answer)];
}
