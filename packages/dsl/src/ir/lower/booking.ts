/** 计期: which entries lie in the assessed period. */
import { assessedPeriod } from '../../check/booking.ts';
import type { BookedByNode } from '../../ast/nodes.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import type { Context } from './context.ts';
import { and, atMost, whole } from './operations.ts';
import { dayOf } from './tree.ts';

/** The condition on each entry of an input that its date is in the period; null where every entry counts. */
export function inPeriod(booked: BookedByNode | null, input: number, context: Context): TruthExpression | null {
  const range = assessedPeriod(context.analysis.tree)?.range;
  if (booked?.field?.kind !== 'name' || range?.kind !== 'range') return null;
  const { low, high } = range;
  if (low.kind !== 'date' || high.kind !== 'date') throw new Error('a period without dates reached lowering');
  const date: NumberExpression = { op: 'field', list: input, field: booked.field.text };
  return and([atMost(whole(dayOf(low, context)), date), atMost(date, whole(dayOf(high, context)))]);
}
