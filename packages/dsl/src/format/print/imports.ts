import type { Printers } from './printers.ts';
import { list, phrase } from './layout.ts';

/** What a policy takes from other files. */
export const importPrinters: Pick<Printers, 'import' | 'import-policy' | 'chapter-word'> = {
  import: (_, { words, child, children }) =>
    phrase(words.keyword('import'), list(words, children('chapters')), words.keyword('from'), child('file')),

  'import-policy': ({ below }, { words, child }) =>
    phrase(
      words.keyword('import'),
      words.keyword('policy'),
      child('name'),
      words.keyword('from'),
      child('file'),
      below === null ? null : phrase(words.keyword('lower-level'), words.keyword('by'), child('below')),
      child('notReported'),
    ),

  'chapter-word': ({ chapter }, { words }) => words.keyword(chapter),
};
