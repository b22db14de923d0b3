import type { Node } from '../../ast/nodes.ts';
import { block, followed, phrase, table, wordAndAmount } from './layout.ts';
import type { Placed } from '../placed-comments.ts';
import type { Doc } from 'prettier';
import type { Print, Printers } from './printers.ts';

/** Ballots, part by part in a fixed order. */
export const ballotPrinters: Pick<
  Printers,
  | 'ballot'
  | 'panel'
  | 'ballot-option'
  | 'ballot-group'
  | 'empty-group'
  | 'turnout'
  | 'issued'
  | 'denominator'
  | 'marks'
  | 'void-marks'
  | 'fewest'
  | 'oneself'
  | 'sum-of-marks'
> = {
  ballot: (node, print) => {
    const { words, comments, child, children } = print;
    const small = (word: 'options' | 'groups', rows: readonly Doc[]): Doc =>
      comments.around(node[word], phrase(words.keyword(word), table(print, node[word], rows)));
    const lines = parts(print, node, [
      ...each(node.inputs, children('inputs')),
      [node.options.length === 0 ? null : node.options, small('options', children('options'))],
      [node.groups.length === 0 ? null : node.groups, small('groups', children('groups'))],
      [node.emptyGroup, child('emptyGroup')],
      [node.issued, child('issued')],
      [node.denominator, child('denominator')],
      [node.turnout, child('turnout')],
    ]);
    return phrase(words.keyword('ballot'), child('name'), lines);
  },

  panel: (node, print) => {
    const { words, comments, child, children } = print;
    const groups = (): Doc =>
      comments.around(node.groups, phrase(words.keyword('groups'), table(print, node.groups, children('groups'))));
    const lines = parts(print, node, [
      ...each(node.inputs, children('inputs')),
      [node.marks, child('marks')],
      [node.oneself, child('oneself')],
      [node.sum, child('sum')],
      ...each(node.voids, children('voids')),
      ...each(node.drops, children('drops')),
      [node.groups.length === 0 ? null : node.groups, node.groups.length === 0 ? '' : groups()],
      [node.emptyGroup, child('emptyGroup')],
      [node.fewest, child('fewest')],
    ]);
    return phrase(words.keyword(node.peers ? 'peer-review' : 'ballot'), child('name'), lines);
  },

  issued: (_, { words, child }) => phrase(words.keyword('issued'), child('figure')),

  denominator: ({ of }, { words }) => phrase(words.keyword('denominator'), words.keyword(`${of}-ballots`)),

  marks: (node, print) => {
    const { words, child, children } = print;
    const lines = node.lines.length === 0 ? null : block(print, node, node.lines, children('lines'));
    return phrase(words.keyword('marks'), child('range'), child('rounding'), child('step'), lines);
  },

  'void-marks': (_, { words, child }) =>
    phrase(words.keyword('void'), child('reason'), followed(words, words.keyword('when'), child('condition'))),

  fewest: ({ least, answer }, { words, child }) => [
    wordAndAmount(words, 'minimum', least, child('least')),
    words.comma,
    phrase(words.keyword('else'), answer === 'effect' ? child('otherwise') : words.keyword(answer)),
  ],

  oneself: ({ included }, { words }) => words.keyword(included ? 'with-oneself' : 'without-oneself'),

  'sum-of-marks': (_, { words }) => words.keyword('sum-of-marks'),

  'ballot-option': ({ counted }, { words, child }) =>
    phrase(child('name'), counted ? child('points') : words.keyword('not-counted')),

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

/** A part with how it is printed; null for one that is not there. */
type Part = readonly [Placed | null, Doc];

function each(nodes: readonly Node[], docs: readonly Doc[]): readonly Part[] {
  return nodes.map((node, index) => [node, docs[index] ?? ''] as const);
}

function parts(print: Print<'ballot' | 'panel'>, node: Node, all: readonly Part[]): Doc {
  const written = all.flatMap(([part, doc]) => (part === null ? [] : [{ part, doc }]));
  return block(
    print,
    node,
    written.map(({ part }) => part),
    written.map(({ doc }) => doc),
  );
}
