import type { CallNode } from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import { words } from '../token.ts';

/** Words with which a clause behind the arguments of a function begins; 按 only where no table follows. */
export const callClauses: ReadonlySet<unknown> = new Set([
  words.by,
  words.rounding,
  words['half-up'],
  words['half-even'],
  words['round-down'],
  words['round-up'],
  words.ties,
  words['equals-skip'],
  words['equals-dense'],
  words['equals-mean'],
  words['lower-is-better'],
]);

/** What the clauses behind the arguments of a function say. */
export type CallFields = Pick<CallNode, 'by' | 'rounding' | 'mode' | 'ties' | 'equals' | 'lowerIsBetter'>;

/** One clause; every kind stands there at most once. */
export interface CallClause {
  readonly kind: `clause of ${string}`;
  readonly span: Span;
  readonly fields: Partial<CallFields>;
}

/** What all clauses of a function say together. */
export function callFields(clauses: readonly CallClause[]): CallFields {
  const none: CallFields = { by: [], rounding: null, mode: null, ties: [], equals: null, lowerIsBetter: false };
  return clauses.reduce((fields, clause) => ({ ...fields, ...clause.fields }), none);
}
