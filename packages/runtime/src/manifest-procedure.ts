import type { Origin, StepIndex } from './manifest-basics.ts';
import type { TermSpec } from './manifest-grades.ts';

/** A stage of the procedure (步骤). */
export interface StageSpec {
  readonly name: string;
  readonly title: string | null;
  /** By when it is done. */
  readonly within: TermSpec | null;
  /** What it leaves (留存), each with the index of the input that says whether it is there. */
  readonly evidence: readonly { readonly text: string; readonly input: number }[];
  /** What it collects (采集), as indices into `Manifest.inputs`. */
  readonly inputs: readonly number[];
  /** Who answers for it, or null. */
  readonly owner: string | null;
  readonly origin: Origin;
}

/** What the policy guarantees for every admissible record (保证). It is not evaluated into a score or a grade. */
export interface GuaranteeSpec {
  readonly title: string | null;
  /** Whether it holds for the record; null: 单调, which no single record can show. */
  readonly holds: StepIndex | null;
  readonly origin: Origin;
}
