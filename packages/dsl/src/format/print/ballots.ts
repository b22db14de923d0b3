import { block, phrase, table, wordAndAmount } from './layout.ts';
import type { Placed } from '../placed-comments.ts';
import type { Doc } from 'prettier';
import type { Printers } from './printers.ts';

/** Ballots, part by part in a fixed order. */
export const ballotPrinters: Pick<Printers, 'ballot' | 'ballot-option' | 'ballot-group' | 'empty-group' | 'turnout'> = {
  ballot: (node, print) => {
    const { words, comments, child, children } = print;
    const small = (word: 'options' | 'groups', rows: readonly Doc[]): Doc =>
      comments.around(node[word], phrase(words.keyword(word), table(print, node[word], rows)));
    const inputs = children('inputs');
    const parts: readonly (readonly [Placed | null, Doc])[] = [
      ...node.inputs.map((input, index) => [input, inputs[index] ?? ''] as const),
      [node.options.length === 0 ? null : node.options, small('options', children('options'))],
      [node.groups.length === 0 ? null : node.groups, small('groups', children('groups'))],
      [node.emptyGroup, child('emptyGroup')],
      [node.turnout, child('turnout')],
    ];
    const written = parts.flatMap(([part, doc]) => (part === null ? [] : [{ part, doc }]));
    const lines = block(
      print,
      node,
      written.map(({ part }) => part),
      written.map(({ doc }) => doc),
    );
    return phrase(words.keyword('ballot'), child('name'), lines);
  },

  'ballot-option': ({ points }, { words, child }) =>
    phrase(child('name'), points === null ? words.keyword('not-counted') : child('points')),

  'ballot-group': ({ weight }, { words, child }) =>
    phrase(child('name'), wordAndAmount(words, 'weight', weight, child('weight'))),

  'empty-group': ({ policy }, { words }) => phrase(words.keyword('empty-group'), words.keyword(policy)),

  turnout: ({ least }, { words, child }) => [
    phrase(
      words.keyword('turnout'),
      words.keyword('by'),
      child('eligible'),
      wordAndAmount(words, 'at-least', least, child('least')),
    ),
    words.comma,
    phrase(words.keyword('else'), child('otherwise')),
  ],
};
