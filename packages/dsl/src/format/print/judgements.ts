import { inOrder, list, phrase, table, wordAndAmount } from './layout.ts';
import { clauseOrder } from './adjustments.ts';
import type { Printers } from './printers.ts';
import { earned } from './rules.ts';

/** What people tick and judge. */
export const judgementPrinters: Pick<Printers, 'checklist' | 'check-point' | 'discretion' | 'step'> = {
  // 逐项达标 每项得1分 { … }; checklist earns 1 point per item { … }
  checklist: (node, print) => {
    const { words, child } = print;
    const amount = node.amount === null ? null : earned(words, node.amount, child('amount'));
    const each = words.zh ? [child('per'), amount ?? ''] : phrase(amount, child('per'));
    return phrase(
      words.keyword('checklist'),
      node.mode === 'all' ? words.keyword('all') : null,
      amount === null && node.per === null ? null : each,
      table(print, node, print.children('points')),
    );
  },

  'check-point': ({ title, amount, field }, { words, child }) => {
    // A title that stands for the name holds it.
    const named = title === null || field.name.span.start < title.span.start;
    const documents = field.source?.documents.map((document) => words.text(document)) ?? [];
    return phrase(
      words.keyword('check-point'),
      named ? child('field') : null,
      child('title'),
      amount === null ? null : earned(words, amount, child('amount')),
      documents.length === 0 ? null : phrase(words.keyword('source'), list(words, documents)),
    );
  },

  // 酌情扣1至3分 步长0.5分 责任 "考评组"
  discretion: (node, print) => {
    const { words, child } = print;
    const [judged, verb] = [words.keyword('discretion'), words.keyword(node.verb)];
    const given = words.zh ? [judged, verb, child('figure')] : phrase(judged, verb, child('figure'));
    return phrase(given, ...inOrder(node.clauses, print.children('clauses'), clauseOrder));
  },

  step: ({ size }, { words, child }) => wordAndAmount(words, 'step', size, child('size')),
};
