/** The words about what is missing. */
import type { AbsenceTestNode } from '../../ast/nodes.ts';
import { words } from '../token.ts';

/** What can be asked of a name: `x 不适用`. */
export const absenceStates: readonly AbsenceTestNode['state'][] = ['no-result', 'not-reported', 'not-applicable'];

/** Words behind such a word that make it the clause of a head: `不适用 本级折算`. */
export const absenceAnswers: ReadonlySet<unknown> = new Set([
  words.zero,
  words.full,
  words['mean-of-others'],
  words.rescale,
  words['rescale-table'],
  words['no-result'],
  words.refuse,
]);
