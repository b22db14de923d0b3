import { block, cells, infix, joined, parentheses, phrase } from './layout.ts';
import type { Printers } from './printers.ts';

/** Samples and tests. */
export const testPrinters: Pick<
  Printers,
  'sample' | 'test' | 'set' | 'absent' | 'events' | 'event' | 'event-field' | 'expect'
> = {
  sample: (node, print) =>
    phrase(
      print.words.keyword('sample'),
      print.child('name'),
      node.from === null ? null : phrase(print.words.keyword('from'), print.child('from')),
      block(print, node, node.facts, print.children('facts')),
    ),

  test: (node, print) =>
    phrase(
      print.words.keyword('test'),
      print.child('title'),
      node.from === null ? null : phrase(print.words.keyword('from'), print.child('from')),
      block(print, node, node.facts, print.children('facts')),
    ),

  set: (_, { words, child }) => phrase(words.keyword('set'), infix(words, child('path'), '=', child('value'))),

  absent: (_, { words }) => words.keyword('not-reported'),

  events: (node, print) => cells(print, node, print.children('events')),

  event: (_, { words, children }) => parentheses(words, joined(words.comma, children('fields'))),

  'event-field': (_, { words, child }) => [child('name'), words.zh ? '：' : ': ', child('value')],

  expect: (_, { words, child }) => phrase(words.keyword('expect'), child('condition')),
};
