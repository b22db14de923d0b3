import { builders } from 'prettier/doc';
import type { CountedNoun } from '../../ast/nodes.ts';
import { block, phrase, stack, table } from './layout.ts';
import type { Printers } from './printers.ts';

const { hardline } = builders;

/** What is counted in what: `7个维度`, `33项标准`, `38种负面情形`. English has no such words. */
const countingUnits: Readonly<Record<CountedNoun, string>> = {
  method: 'unit',
  dimension: 'unit',
  content: 'item',
  indicator: 'item',
  standard: 'item',
  case: 'kind',
  'negative-case': 'kind',
  'adjusting-case': 'kind',
};

/** The file and the chapters before the tree of items. */
export const headPrinters: Pick<
  Printers,
  | 'file'
  | 'policy'
  | 'subjects'
  | 'period'
  | 'holidays'
  | 'holiday-row'
  | 'full-marks'
  | 'declares'
  | 'declared-count'
  | 'table'
> = {
  file: (node, print) => {
    const content = print.comments.inside(node) ?? stack(print, node.chapters, print.children('chapters'));
    return node.chapters.length === 0 && print.comments.inside(node) === null ? '' : [content, hardline];
  },

  policy: ({ version, language }, { words, child }) =>
    phrase(
      words.keyword('policy'),
      child('title'),
      version === null ? null : phrase(words.keyword('version'), child('version')),
      language === null ? null : phrase(words.keyword('language'), child('language')),
    ),

  period: (_, { words, child }) => phrase(words.keyword('period'), child('range')),

  subjects: (node, print) => {
    const { words, child, children } = print;
    const empty = node.fields.length === 0 && print.comments.inside(node) === null;
    return phrase(
      words.keyword('subjects'),
      child('name'),
      empty ? null : block(print, node, node.fields, children('fields')),
    );
  },

  holidays: (node, print) => phrase(print.words.keyword('holidays'), table(print, node, print.children('rows'))),

  'holiday-row': ({ to, works }, { words, child }) => {
    const word = words.keyword(works ? 'day-on' : 'day-off');
    const days =
      to === null
        ? child('from')
        : words.zh
          ? [child('from'), words.keyword('to'), child('to')]
          : phrase(child('from'), words.keyword('to'), child('to'));
    return phrase(days, word);
  },

  'full-marks': (_, { words, child }) => phrase(words.keyword('full-marks'), child('amount')),

  declares: (_, { words, children }) => phrase(words.keyword('declares'), ...children('counts')),

  'declared-count': ({ count, noun }, { words }) =>
    words.zh
      ? words.quantity({ ...count, unit: countingUnits[noun] }) + words.keyword(noun)
      : phrase(words.quantity(count), count.digits === '1' ? words.keyword(noun) : words.inflected(noun)),

  table: (_, { words, child }) => phrase(words.keyword('table'), child('name'), child('choice')),
};
