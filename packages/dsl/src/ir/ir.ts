/**
 * The typed intermediate representation between the checked policy and everything that runs it. A program is a list of
 * *steps*, each one expression over inputs and earlier steps. The manifest, shared with the runtime, says what they mean.
 *
 * The kernel is small on purpose: every rule of the language lowers to these operations, so a new kind of rule touches no
 * target. Numbers are exact rationals. A choice is the index of its option, a grade the index of its grade (0 is the
 * best), a date the days since 1970-01-01: all numbers.
 */
import type { Manifest, Rational } from '@assess/runtime';
import type { Span } from '../source/span.ts';

export interface Program {
  readonly manifest: Manifest;
  /** Parallel to `manifest.steps`. */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly value: Expression;
  /** The clause of the policy that this step computes. */
  readonly origin: Span;
}

export type Expression = NumberExpression | TruthExpression;

export type NumberExpression =
  | ConstantOperation
  | InputOperation
  | NumberStepOperation
  | SumOperation
  | ProductOperation
  | QuotientOperation
  | LeastOperation
  | GreatestOperation
  | RoundOperation
  | NumberIfOperation
  | CountEventsOperation
  | HighestPerKeyOperation
  | CohortOperation;

export type TruthExpression =
  | TruthOperation
  | TruthStepOperation
  | PresentOperation
  | LessOperation
  | LessOrEqualOperation
  | EqualOperation
  | AndOperation
  | OrOperation
  | NotOperation;

export interface ConstantOperation {
  readonly op: 'constant';
  readonly value: Rational;
}
/**
 * The recorded figure of a number, the index of a choice's option, the day number of a date, 1 or 0 for yes or no.
 * An absent input of a case reads as 0; any other absent input must be guarded by `present`.
 */
export interface InputOperation {
  readonly op: 'input';
  readonly input: number;
}
export interface NumberStepOperation {
  readonly op: 'step';
  readonly step: number;
}
export interface SumOperation {
  readonly op: 'sum';
  readonly operands: readonly NumberExpression[];
}
export interface ProductOperation {
  readonly op: 'product';
  readonly operands: readonly NumberExpression[];
}
/** Lowering guards every divisor that can be zero with `if`: a zero divisor here is a bug of ours. */
export interface QuotientOperation {
  readonly op: 'quotient';
  readonly dividend: NumberExpression;
  readonly divisor: NumberExpression;
}
/** The smallest of at least one. */
export interface LeastOperation {
  readonly op: 'least';
  readonly operands: readonly NumberExpression[];
}
/** The greatest of at least one. */
export interface GreatestOperation {
  readonly op: 'greatest';
  readonly operands: readonly NumberExpression[];
}
/** To a number of decimals; ties of half-up go away from zero (四舍五入); `down` and `up` are towards and away from zero. */
export interface RoundOperation {
  readonly op: 'round';
  readonly operand: NumberExpression;
  readonly decimals: number;
  readonly mode: 'half-up' | 'half-even' | 'down' | 'up';
}
/** Only the chosen side is evaluated. */
export interface NumberIfOperation {
  readonly op: 'if';
  readonly condition: TruthExpression;
  readonly consequent: NumberExpression;
  readonly alternative: NumberExpression;
}
/** The number of recorded events of an input of type events. */
export interface CountEventsOperation {
  readonly op: 'count-events';
  readonly input: number;
}
/**
 * 就高不重复: over the events of all `lists` together, grouped by the values of `key` (empty: one group), the sum over the groups
 * of the greatest `points` in the group. `points` do not depend on the event.
 */
export interface HighestPerKeyOperation {
  readonly op: 'highest-per-key';
  readonly lists: readonly { readonly input: number; readonly points: NumberExpression }[];
  readonly key: readonly string[];
}

/** A figure of `manifest.cohort` for the subject; everything that it is made of stands in earlier steps. */
export interface CohortOperation {
  readonly op: 'cohort';
  readonly figure: number;
}

export interface TruthOperation {
  readonly op: 'truth';
  readonly value: boolean;
}
export interface TruthStepOperation {
  readonly op: 'truth-step';
  readonly step: number;
}
/** Whether the record has a value for the input. */
export interface PresentOperation {
  readonly op: 'present';
  readonly input: number;
}
export interface LessOperation {
  readonly op: 'less';
  readonly left: NumberExpression;
  readonly right: NumberExpression;
}
export interface LessOrEqualOperation {
  readonly op: 'less-or-equal';
  readonly left: NumberExpression;
  readonly right: NumberExpression;
}
export interface EqualOperation {
  readonly op: 'equal';
  readonly left: NumberExpression;
  readonly right: NumberExpression;
}
export interface AndOperation {
  readonly op: 'and';
  readonly operands: readonly TruthExpression[];
}
export interface OrOperation {
  readonly op: 'or';
  readonly operands: readonly TruthExpression[];
}
export interface NotOperation {
  readonly op: 'not';
  readonly operand: TruthExpression;
}
