import type { Printers } from './printers.ts';
import { list, phrase } from './layout.ts';

/** What a policy takes from other files. */
export const importPrinters: Pick<Printers, 'import' | 'chapter-word'> = {
  import: (_, { words, child, children }) =>
    phrase(words.keyword('import'), list(words, children('chapters')), words.keyword('from'), child('file')),

  'chapter-word': ({ chapter }, { words }) => words.keyword(chapter),
};
