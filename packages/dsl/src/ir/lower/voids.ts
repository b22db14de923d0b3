/** Where there is no result, and why. */
import type { Message } from '../../source/locale.ts';
import type { Span } from '../../source/span.ts';
import type { TruthExpression } from '../ir.ts';
import { always, and, not, or } from './operations.ts';

/**
 * What comes of a missing value, as far as it is no number of points: no result, or one of the ways in which what is not applicable is
 * left out. `not-applicable`: the item in which it is read decides which.
 */
export type VoidOutcome = 'no-result' | 'zero' | 'not-applicable' | 'mean-of-others' | 'rescale' | 'rescale-table';

/** A condition under which something has no value, with the clause that says so. */
export interface Void {
  readonly holds: TruthExpression;
  /** Absent: no result. */
  readonly outcome?: VoidOutcome;
  readonly span: Span;
  /** Why, for people. */
  readonly message: Message;
}

/** `无结果` written in the place of a value. */
export function voidAt(span: Span): Void {
  return { holds: always, span, message: { zh: '该处写明无结果', en: 'the policy says that there is no result here' } };
}

/** `不适用` written in the place of a value. */
export function inapplicableAt(span: Span): Void {
  const message = { zh: '表中写明不适用', en: 'the table says that it is not applicable' };
  return { holds: always, outcome: 'not-applicable', span, message };
}

/** Those with this outcome. */
export function voidsOfOutcome(voids: readonly Void[], outcome: VoidOutcome): readonly Void[] {
  return voids.filter((each) => (each.outcome ?? 'no-result') === outcome);
}

/** The same as far as a condition holds too, such as that their row was chosen. */
export function voidsWhere(condition: TruthExpression, voids: readonly Void[] = []): readonly Void[] {
  return voids.map((each) => ({ ...each, holds: and([condition, each.holds]) }));
}

/** What 分母为零 says, as far as a divisor is zero. */
export function zeroVoids(isZero: TruthExpression, voids: readonly Void[] = []): readonly Void[] {
  const message = { zh: '分母为零', en: 'the denominator is zero' };
  return voidsWhere(isZero, voids).map((each) => ({
    ...each,
    message: each.outcome === undefined ? message : each.message,
  }));
}

/** Whether any of them holds; null where there is none. */
export function anyVoid(voids: readonly Void[]): TruthExpression | null {
  return voids.length === 0 ? null : or(voids.map(({ holds }) => holds));
}

/** The condition where there is a value. */
export function unlessVoid(voids: readonly Void[]): TruthExpression {
  const some = anyVoid(voids);
  return some === null ? always : not(some);
}

/** Messages about the parts of an item, which say themselves why. */
export const ofPart: Message = { zh: '下级无结果', en: 'a part has no result' };
export const noPartApplies: Message = { zh: '下级没有一项适用', en: 'no part is applicable' };
export const partMessages: ReadonlySet<Message> = new Set([ofPart]);
