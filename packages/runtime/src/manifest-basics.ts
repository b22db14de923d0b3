/** What all parts of the manifest are made of. */

/** Index into `Manifest.steps` and into a trace. */
export type StepIndex = number;

/** Where in the policy something is said. Lines and columns count from 1. */
export interface Origin {
  /** The imported file, as seen from the policy's folder; null for the policy itself. */
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
  /** The clause as the drafter wrote it, on one line, without the body in braces. */
  readonly text: string;
}

/** A figure worth showing. Of unit `percent` the step holds the share: 0.95 is 95%; of `date` the days since 1970-01-01. */
export interface FigureSpec {
  readonly label: { readonly zh: string; readonly en: string };
  readonly step: StepIndex;
  readonly unit: string | null;
  /** Index into `Manifest.cohort` of a figure over the cohort; other figures are of the subject alone. */
  readonly cohort?: number;
}
