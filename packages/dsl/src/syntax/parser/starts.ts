/** The words with which lines and clauses begin. */
import type { ItemLevel } from '../../ast/nodes.ts';
import type { KeywordId } from '../../vocabulary/keywords.ts';
import { marks, words } from '../token.ts';

/** From the outermost to the innermost. */
export const levels: readonly ItemLevel[] = ['method', 'dimension', 'content', 'indicator', 'standard'];

/** Words with which a line of a body begins. */
export const lineWords: readonly KeywordId[] = [
  ...levels,
  'input',
  'define',
  'score',
  'proportion',
  'tiers',
  'by',
  'interpolation',
  'checklist',
  'discretion',
  'against',
  'deadline',
  'ballot',
  'peer-review',
  'bonuses',
  'penalties',
  'negative-list',
  'case',
  'when',
  'declares',
  'require',
];
export const lineStarts = new Set(lineWords.map((id) => words[id]));

/** Words with which a clause in the head of an item or a list begins. */
export const clauseWords: readonly KeywordId[] = [
  'full-marks',
  'weight',
  'using',
  'applies',
  'by-period',
  'missing-period',
  'basis',
  'rounding',
  'declares',
  'cap',
  'down-to-zero',
  'uncapped',
  'highest-only',
  'may-exceed',
  'may-be-negative',
  'factor',
  'lowest-of-parts',
  'best-of-parts',
  'no-result',
  'not-applicable',
  'none-applicable',
];
/** Tokens with which such a clause begins: the words, and the number of `5分`. */
export const clauseStarts = new Set([...clauseWords.map((id) => words[id]), marks.number, marks.minus]);
