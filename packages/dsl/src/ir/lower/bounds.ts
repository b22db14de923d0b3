/** How low and how high a score can be. */
import type { ClauseNode } from '../../ast/nodes.ts';
import { clauseOf } from '../../check/marks.ts';
import type { NumberExpression } from '../ir.ts';
import type { Frame } from './frames.ts';
import { constant, greatest, least, nothing } from './operations.ts';
import { valueOf } from './tree.ts';

export interface Bounds {
  readonly low: NumberExpression | null;
  readonly high: NumberExpression | null;
  readonly isUsual: boolean;
}

/** 0 and full marks, unless 可超满分 or 可为负分 says otherwise. */
export function boundsOf(clauses: readonly ClauseNode[], full: NumberExpression): Bounds {
  const exceed = clauseOf({ clauses }, 'may-exceed');
  const negative = clauseOf({ clauses }, 'may-be-negative');
  const limit = (clause: typeof exceed | typeof negative, usual: NumberExpression): NumberExpression | null => {
    if (clause === null) return usual;
    return clause.limit === null ? null : constant(valueOf(clause.limit));
  };
  return {
    low: limit(negative, nothing),
    high: limit(exceed, full),
    isUsual: exceed === null && negative === null,
  };
}

/** A sheet that converts has no bound of its own where the item that uses it may leave that bound (semantics 3.3). */
export function sheetBounds({ user }: Frame, full: NumberExpression): Bounds {
  const clauses = user?.node.kind === 'item' ? user.node.clauses : [];
  const may = (kind: 'may-be-negative' | 'may-exceed'): boolean => clauseOf({ clauses }, kind) !== null;
  const usual = boundsOf([], full);
  return {
    low: may('may-be-negative') ? null : usual.low,
    high: may('may-exceed') ? null : usual.high,
    isUsual: !may('may-be-negative') && !may('may-exceed'),
  };
}

/** A value within its bounds. */
export function within(value: NumberExpression, { low, high }: Bounds): NumberExpression {
  const below = high === null ? value : least([value, high]);
  return low === null ? below : greatest([low, below]);
}
