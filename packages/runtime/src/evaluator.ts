import type { Manifest } from './manifest.ts';

/** An exact number. Not necessarily in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The value of one step. */
export type StepValue = Rational | boolean;

/** The values of all steps of one evaluation, by step index. */
export type Trace = readonly StepValue[];

/** One event of a case that is recorded with fields; dates as `2023-05-01`. */
export type EventRecord = Readonly<Record<string, string>>;

/**
 * A recorded value. Numbers may be JavaScript numbers (read as the decimal that they print as) or decimal texts; dates are
 * `2023-11-30`; null or a missing key is an absent value.
 */
export type RecordValue = number | string | boolean | null | readonly EventRecord[];

/** The record of one subject, keyed by `InputSpec.key`; the subject's own name under `Manifest.subject`. */
export type SubjectRecord = Readonly<Record<string, RecordValue | undefined>>;

/**
 * What every way to run a policy offers, interpreter and compiled module alike. `trace` expects an admissible record
 * (see `validateRecord`); for one that is not it throws, and never returns a wrong value.
 */
export interface Evaluator {
  readonly manifest: Manifest;
  trace(record: SubjectRecord): Trace;
}
