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
  | SumRankedOperation
  | SumPerGroupOperation
  | FieldOperation
  | CohortOperation;

export type TruthExpression =
  | TruthOperation
  | TruthStepOperation
  | PresentOperation
  | NotApplicableOperation
  | FieldPresentOperation
  | FieldIsSubjectOperation
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
/**
 * The values of a bag from the greatest to the least, numbered from 0; the sum of those at the places `from` (included) to `to`
 * (excluded). Null is no limit on that side; the limits need not be whole and may lie outside of the bag. Without values 0.
 * A sum, a count (of values 1), the best n, the worst n, a trimmed mean and the rest after n are all this one operation.
 */
export interface SumRankedOperation {
  readonly op: 'sum-ranked';
  readonly bag: readonly BagPart[];
  readonly from: NumberExpression | null;
  readonly to: NumberExpression | null;
}
/** What goes into a bag: a value for every entry of a list for which `where` holds, or a single one. */
export type BagPart = EntriesPart | SinglePart;
/** In `where` and `value` stands the current entry of the list (see `FieldOperation`). `where` null: for every entry. */
export interface EntriesPart {
  readonly kind: 'entries';
  /** Index of an input of type list. */
  readonly list: number;
  readonly where: TruthExpression | null;
  readonly value: NumberExpression;
}
export interface SinglePart {
  readonly kind: 'single';
  readonly where: TruthExpression | null;
  readonly value: NumberExpression;
}
/**
 * The entries of `lists` for which `where` holds, parted by the values of `key`; the sum over the parts of `value`, which is
 * evaluated with these lists restricted to the entries of the part. So the greatest of every part, a cap on every month and so
 * on. Entries without a key field form a part of their own. With no key all entries are one part; without entries 0.
 *
 * What `value` reads through a step was computed before and is not restricted.
 */
export interface SumPerGroupOperation {
  readonly op: 'sum-per-group';
  readonly lists: readonly GroupedList[];
  readonly key: readonly GroupKey[];
  readonly value: NumberExpression;
}
/** In `where` stands the current entry of the list. */
export interface GroupedList {
  readonly list: number;
  readonly where: TruthExpression | null;
}
/** A field that all grouped lists have, of one type. Parts other than the `value` are of dates; a week begins on Monday. */
export interface GroupKey {
  readonly field: string;
  readonly part: 'value' | 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';
}
/**
 * A field of the current entry of a list, as a number like an input's. Stands only inside of an `EntriesPart` or a `GroupedList`
 * of that list; the innermost around it counts. A field that may be absent must be guarded by `field-present`.
 */
export interface FieldOperation {
  readonly op: 'field';
  readonly list: number;
  readonly field: string;
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
/** Whether the record says that the input is not applicable; then it is not present. */
export interface NotApplicableOperation {
  readonly op: 'not-applicable';
  readonly input: number;
}
/** Whether the record has a value for the input; 不适用 is none. */
export interface PresentOperation {
  readonly op: 'present';
  readonly input: number;
}
/** Whether the current entry of a list has the field. Stands where `FieldOperation` does. */
export interface FieldPresentOperation {
  readonly op: 'field-present';
  readonly list: number;
  readonly field: string;
}
/** Whether a text of the current entry is the subject's own name. Stands where `FieldOperation` does. */
export interface FieldIsSubjectOperation {
  readonly op: 'field-is-subject';
  readonly list: number;
  readonly field: string;
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
