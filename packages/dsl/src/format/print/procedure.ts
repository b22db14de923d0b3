import { block, followed, list, phrase, wordAndAmount } from './layout.ts';
import type { Printers } from './printers.ts';

/** The procedure, and what the policy guarantees. */
export const procedurePrinters: Pick<Printers, 'procedure' | 'stage' | 'guarantee'> = {
  procedure: (node, print) =>
    phrase(print.words.keyword('procedure'), block(print, node, node.stages, print.children('stages'))),

  stage: ({ within, evidence, collects, owner }, { words, child, children }) =>
    phrase(
      words.keyword('stage'),
      child('title'),
      within === null ? null : wordAndAmount(words, 'within', within, child('within')),
      evidence.length === 0 ? null : phrase(words.keyword('evidence'), list(words, children('evidence'))),
      collects.length === 0 ? null : phrase(words.keyword('collects'), list(words, children('collects'))),
      owner === null ? null : phrase(words.keyword('owner'), child('owner')),
    ),

  guarantee: ({ title, condition }, { words, child }) => {
    const word = words.keyword('guarantee');
    if (condition === null) return phrase(word, child('title'), words.keyword('monotone'));
    return title === null
      ? followed(words, word, child('condition'))
      : phrase(word, child('title'), child('condition'));
  },
};
