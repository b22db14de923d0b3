import { block, cells, infix, joined, list, parentheses, phrase, table } from './layout.ts';
import type { Printers } from './printers.ts';
import { keyword } from '../../vocabulary/keywords.ts';

/** Samples and tests. */
export const testPrinters: Pick<
  Printers,
  | 'sample'
  | 'test'
  | 'test-data'
  | 'test-results'
  | 'set'
  | 'absent'
  | 'events'
  | 'event'
  | 'event-field'
  | 'expect'
  | 'refusal'
  | 'consequence'
  | 'standing'
  | 'final-grade'
  | 'fact-table'
  | 'fact-row'
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
      node.peers.length === 0 ? null : phrase(print.words.keyword('peers'), list(print.words, print.children('peers'))),
      node.data === null ? block(print, node, node.facts, print.children('facts')) : print.child('data'),
    ),

  'test-data': ({ ledgers, results }, { words, child, children }) =>
    phrase(
      words.keyword('data'),
      list(words, children('records')),
      ledgers.length === 0 ? null : phrase(words.keyword('ledger'), list(words, children('ledgers'))),
      results.length === 0 ? null : phrase(words.keyword('results'), list(words, children('results'))),
      words.keyword('expect'),
      child('expected'),
    ),

  'test-results': (_, { child }) => phrase(child('policy'), child('test')),

  'final-grade': (_, { words, child }) => infix(words, words.keyword('final-grade'), '=', child('grade')),

  set: (_, { words, child }) => phrase(words.keyword('set'), infix(words, child('path'), '=', child('value'))),

  absent: ({ state }, { words }) => words.keyword(state),

  events: (node, print) => cells(print, node, print.children('events')),

  event: (_, { words, children }) => parentheses(words, joined(words.comma, children('fields'))),

  'event-field': ({ name }, { words, child }) => {
    // A result of the level below is called as in expressions, without brackets, and is a key of the record: it stays as it is.
    const isResult = name.text.length === name.span.end - name.span.start && resultWords.has(name.text);
    return [isResult ? name.text : child('name'), words.zh ? '：' : ': ', child('value')];
  },

  expect: (_, { words, child }) => phrase(words.keyword('expect'), child('condition')),

  refusal: (_, { words, child }) => phrase(words.keyword('refuse'), child('reason')),

  consequence: ({ negative }, { words, child }) =>
    phrase(words.keyword(negative ? 'excludes' : 'includes'), child('action')),

  standing: ({ standing }, { words }) => words.keyword(standing),

  'fact-table': (node, print) => {
    const { words, children } = print;
    return phrase(
      words.keyword('set'),
      list(words, children('sets')),
      node.expects.length === 0 ? null : phrase(words.keyword('expect'), list(words, children('expects'))),
      table(print, node, children('rows')),
    );
  },

  'fact-row': ({ title }, { words, child, children }) => {
    const values = list(words, children('cells'));
    return title === null ? values : [child('title'), words.zh ? '：' : ': ', values];
  },
};

const resultWords: ReadonlySet<string> = new Set(
  [keyword('total'), keyword('grades')].flatMap(({ spellings }) => [...spellings.zh, ...spellings.en]),
);
