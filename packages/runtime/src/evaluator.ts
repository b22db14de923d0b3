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

/** One recorded value of an input or of a field of an entry; see `RecordValue`. */
export type ScalarValue = number | string | boolean | null;

/** One entry of a list, keyed by the names of its fields. */
export type ListEntry = Readonly<Record<string, ScalarValue | undefined>>;

/**
 * A recorded value. Numbers may be JavaScript numbers (read as the decimal that they print as) or decimal texts; dates are
 * `2023-11-30`; null or a missing key is an absent value.
 */
export type RecordValue = ScalarValue | readonly ListEntry[];

/** The record of one subject, keyed by `InputSpec.key`; the subject's own name under `Manifest.subject`. */
export type SubjectRecord = Readonly<Record<string, RecordValue | undefined>>;

/** The figures of the cohort for one subject, in the order of `Manifest.cohort`. */
export type CohortFigures = readonly Rational[];

/**
 * What every way to run a policy offers, interpreter and compiled module alike. `trace` expects an admissible record
 * (see `validateRecord`); for one that is not it throws, and never returns a wrong value. A policy that compares subjects with
 * one another needs the figures of the cohort too: `traceAmong` and `assessCohort` find them.
 */
export interface Evaluator {
  readonly manifest: Manifest;
  trace(record: SubjectRecord, figures?: CohortFigures): Trace;
  /**
   * The values of `stepsOfStage(manifest, stage)` alone, which read figures of lower stages only; those of other stages need not
   * be there. Only where the manifest has cohort figures.
   */
  contribute?(record: SubjectRecord, stage: number, figures: CohortFigures): readonly StepValue[];
}
