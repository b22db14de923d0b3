/**
 * The result of an assessment: plain JSON, versioned. Together with the manifest it is all that reports and explanations need.
 * Every number is an exact text (`86.35`, `1/3`): nothing passes through a binary float.
 */
import type { Bilingual } from './bilingual.ts';
import type { QuotaOutcome } from './cohort/quota.ts';
import type { RecordValue } from './evaluator.ts';
import type { Among, Figure } from './figure.ts';
import type { Origin } from './manifest-basics.ts';
import type { GradeEffectSpec, TermSpec } from './manifest-grades.ts';
import type { RecordIssue } from './record/issue.ts';
import type { TraceText } from './trace.ts';

/** All subjects assessed together. */
export interface CohortResult {
  readonly schema: 'assess/result/1';
  readonly policy: { readonly title: string; readonly version: string | null };
  /** Best first; equals, and those without a rank at the end, by name in the order of code units. */
  readonly subjects: readonly SubjectResult[];
  /** In the order of the records. No record is dropped: it is here or among the subjects. */
  readonly refused: readonly RefusedRecord[];
  /** How the places of every quota were filled, for each class with a candidate. */
  readonly quotas: readonly QuotaSummary[];
}

/** A record that cannot be assessed, and every reason why. */
export interface RefusedRecord {
  readonly outcome: 'refused';
  /** Place of the record in what was given, from 0. */
  readonly record: number;
  /** Its name as far as it says one. */
  readonly subject: string | null;
  readonly issues: readonly RecordIssue[];
}

export interface SubjectResult {
  /** `no-result`: the policy says that there is no score; then there is no grade and no rank either, and `reasons` says why. */
  readonly outcome: 'assessed' | 'no-result';
  /** Why there is no result, in the order of the policy; empty where there is one. */
  readonly reasons: readonly NoResultReason[];
  /** Place of the record in what was given, from 0. */
  readonly record: number;
  readonly subject: string;
  /** What is recorded for each input of the manifest, in its order; numbers as exact texts. */
  readonly inputs: readonly RecordValue[];
  /** What is recorded for each attribute of the subject, by key: such as where it belongs, for those who roll the results up. */
  readonly attributes: Readonly<Record<string, RecordValue>>;
  /** The tree of all scores; the root is the total. */
  readonly total: ItemScore;
  /** Null when the policy gives no grades. */
  readonly grade: GradeResult | null;
  /** By every further scale, in the order of the manifest. */
  readonly scales: readonly ScaleResult[];
  /** Among all subjects with a grade (all subjects where there are no grades). Null for a subject without one, or assessed alone. */
  readonly rank: Rank | null;
  /** The same within each class, for every attribute with options. */
  readonly classRanks: readonly ClassRank[];
  /** The figures over the cohort that its scores are made of, in the order of the manifest. */
  readonly cohort: readonly CohortFigureResult[];
  /** What the final grade leads to. */
  readonly consequences: readonly Consequence[];
  /** What the policy guarantees and this result breaks: a fault of the policy, or of the record. */
  readonly broken: readonly BrokenGuarantee[];
  /** The value of every step. */
  readonly trace: TraceText;
}

/** A figure over the cohort as it is for one subject: a correction of any other record can change it. */
export interface CohortFigureResult extends Among {
  /** The words of the policy. */
  readonly label: string;
  readonly value: string;
}

/** A clause of the policy for which there is no result. */
export interface NoResultReason {
  /** The identity and the name of the item. */
  readonly item: string;
  readonly name: string;
  readonly message: Bilingual;
  readonly origin: Origin;
}

export interface ItemScore {
  readonly id: string;
  readonly name: string;
  /** In points of the item's own scale, as are the next two. */
  readonly full: string;
  /**
   * `scored`: there is a score. `no-result`, `not-applicable`: the policy says that there is none. `not-there`: there is no such item for
   * the class of the subject.
   */
  readonly state: 'scored' | 'no-result' | 'not-applicable' | 'not-there';
  /** The final score; null where there is none. */
  readonly score: string | null;
  /** Before rounding. */
  readonly exact: string | null;
  /** How many points of the total one point of this item is worth. */
  readonly worth: string;
  readonly zeroed: boolean;
  readonly children: readonly ItemScore[];
}

/** A guarantee that a result breaks. */
export interface BrokenGuarantee {
  readonly title: string | null;
  readonly origin: Origin;
}

/** One consequence, with its amounts worked out. */
export interface Consequence {
  readonly action: string;
  readonly about: string | null;
  /** Whom it concerns; empty: the subject itself. */
  readonly whom: readonly string[];
  /** By when it is done. */
  readonly within: TermSpec | null;
  /** For how long it holds. */
  readonly lasting: TermSpec | null;
  /** In yuan. */
  readonly amount: string | null;
  /** A number by which something else, such as pay, is multiplied. */
  readonly factor: string | null;
  readonly origin: Origin;
}

/** The grade by a scale that has a name. */
export interface ScaleResult {
  readonly name: string;
  readonly grade: GradeResult;
}

/** Grades by name. */
export interface GradeResult {
  /** The quantity that thresholds look at and that ranks the subjects; null for a scale of conditions alone. */
  readonly basis: string | null;
  /** By thresholds and conditions alone. */
  readonly reached: string;
  /** After the effects; null for a subject without a grade (不定等次). */
  readonly graded: string | null;
  /** After quotas; null for a subject without a grade, and while quotas are open. */
  readonly final: string | null;
  /** A quota limits this grade, and the subject was assessed alone, or a meeting has yet to decide. */
  readonly open: boolean;
  /** The policy gives no grade, which is not the lowest one: 不定等次, or an outcome beside the grades. */
  readonly ungraded: boolean;
  /** 另设: the outcome beside the grades that it is, else null. */
  readonly outcome: string | null;
  /** 取消评优: keeps the grade and is out of awards. */
  readonly barred: boolean;
  /** The effects that acted. */
  readonly effects: readonly ActedEffect[];
  /** The quotas for which the subject was a candidate, best grade first. */
  readonly quotas: readonly (QuotaOutcome & { readonly gradeName: string })[];
}

export interface ActedEffect {
  readonly effect: GradeEffectSpec['effect'];
  /** The grade or outcome that it names, else null. */
  readonly grade: string | null;
  /** How many grades down, for an effect that says so, else 0. */
  readonly levels: number;
  readonly veto: boolean;
  readonly cause: string;
  /** The title of the case it comes from, else null. */
  readonly title: string | null;
  readonly origin: Origin;
  /** What was measured against the clause, such as the turnout. */
  readonly figures: readonly Figure[];
}

/** Standard competition ranking: equals share a place and the places behind are skipped. */
export interface Rank {
  readonly place: number;
  readonly of: number;
}

export interface ClassRank extends Rank {
  /** Key of the attribute. */
  readonly by: string;
  readonly class: string;
}

export interface QuotaSummary {
  /** Name of the further scale that it belongs to; null for the main one. */
  readonly scale: string | null;
  /** Index into the scale's quotas. */
  readonly quota: number;
  readonly grade: string;
  readonly class: string | null;
  readonly base: number;
  readonly places: number;
  readonly candidates: number;
  /** Candidates that have a place. */
  readonly taken: number;
  /** Places that stay with subjects which only an effect, such as a veto, keeps out of the grade (不递补). */
  readonly held: number;
  /** Candidates of whom it is open whether they have one: a meeting has yet to decide. */
  readonly open: number;
  /** `worst`: the quota gives its grade to the last in order. */
  readonly from: QuotaOutcome['from'];
}
