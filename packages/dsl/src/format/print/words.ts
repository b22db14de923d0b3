import type { Printers } from './printers.ts';
import { list, phrase } from './layout.ts';

/** Names, texts, numbers and dates. */
export const wordPrinters: Pick<
  Printers,
  | 'name'
  | 'missing'
  | 'path'
  | 'builtin-name'
  | 'text'
  | 'quantity'
  | 'date'
  | 'range'
  | 'title'
  | 'basis'
  | 'full'
  | 'no-result'
  | 'inapplicable'
> = {
  name: (node, { words }) => words.name(node),

  // Only a text without mistakes is printed.
  missing: () => '',

  path: (_, { words, children }) =>
    children('names').flatMap((name, index) => (index === 0 ? [name] : [words.zh ? '·' : '.', name])),

  'builtin-name': ({ name }, { words }) => (name === 'grade' ? words.inflected('grades') : words.keyword(name)),

  text: (node, { words }) => words.text(node),

  quantity: (node, { words }) => words.quantity(node),

  date: (node, { words }) => words.date(node),

  range: ({ low, high }, { words }) => words.range(low, high),

  title: (_, { child }) => phrase(child('name'), child('text')),

  basis: (_, { words, children }) => phrase(words.keyword('basis'), list(words, children('documents'))),

  full: (_, { words }) => words.keyword('full-marks'),

  'no-result': (_, { words }) => words.keyword('no-result'),

  inapplicable: (_, { words }) => words.keyword('not-applicable'),
};
