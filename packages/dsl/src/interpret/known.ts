import { zero, type Rational, type StepValue } from '@assess/runtime';
import type { RecordedEntry, RecordedInput } from './read-record.ts';

/** What an expression can read. */
export interface Known {
  /** The subject's own name. */
  readonly subject: string;
  readonly inputs: readonly RecordedInput[];
  /** The values of the steps before. */
  readonly steps: readonly StepValue[];
  /** A figure of the cohort for the subject, by its index in the manifest. */
  figure(index: number): Rational;
  /** The entries of the lists that a group around restricts, by input. */
  readonly restricted: ReadonlyMap<number, readonly RecordedEntry[]>;
  /** The current entry of every list that has one, by input. */
  readonly current: ReadonlyMap<number, RecordedEntry>;
}

const nothing = new Map<number, never>();

/** What a step can read, outside of all lists and groups. */
export function knownOf(
  subject: string,
  inputs: readonly RecordedInput[],
  steps: readonly StepValue[],
  figure: Known['figure'] = () => zero,
): Known {
  return { subject, inputs, steps, figure, restricted: nothing, current: nothing };
}
