/**
 * An explanation as data: where every point of one subject went, and why the grade is what it is. Numbers are exact texts.
 *
 * The law of conservation, at every item: `full + fromChildren + Σ amount of the findings that count = score`. And for the
 * whole: the full marks of the total, plus all `inTotal` of the losses and gains, are the total.
 */
import type { RecordValue } from '../evaluator.ts';
import type { Figure } from '../figure.ts';
import type { InputSpec, ItemSpec } from '../manifest.ts';
import type { Bilingual } from '../bilingual.ts';
import type { Origin } from '../manifest-basics.ts';
import type { ItemScore } from '../result.ts';
import type { ClassRank, GradeResult, Rank, SubjectResult } from '../result.ts';

export interface Explanation {
  readonly schema: 'assess/explanation/1';
  readonly policy: { readonly title: string; readonly version: string | null; readonly basis: readonly string[] };
  readonly subject: string;
  readonly total: ItemExplanation;
  /** Why there is no result; empty where there is one. */
  readonly reasons: SubjectResult['reasons'];
  /** What cost points, the most points of the total first. */
  readonly losses: readonly Change[];
  /** What earned points beyond full marks or was spared by a bound or rounding, the most points of the total first. */
  readonly gains: readonly Change[];
  /** Null when the policy gives no grades. */
  readonly grade: GradeExplanation | null;
  /** By every further scale, with its name. */
  readonly scales: readonly (GradeExplanation & { readonly name: string })[];
  readonly rank: Rank | null;
  readonly classRanks: readonly ClassRank[];
  /** The figures over the cohort that no item names: those of the grades. */
  readonly compared: readonly Figure[];
  readonly consequences: SubjectResult['consequences'];
}

export interface ItemExplanation {
  readonly id: string;
  readonly level: ItemSpec['level'];
  readonly name: string;
  readonly title: string | null;
  readonly basis: readonly string[];
  readonly origin: Origin;
  /** Marks that can be had, in points of the item's own scale. */
  readonly full: string;
  readonly score: string;
  /** Where there is no score, `score` is 0 so that the account adds up, and means nothing. */
  readonly state: ItemScore['state'];
  /** Why there is no score, as far as that is the item's own. */
  readonly why: readonly Bilingual[];
  /** Share in the parent (0 to 1) where the parent weighs its parts, else null. */
  readonly weight: string | null;
  /** How many points of the total one point of this item is worth. */
  readonly worth: string;
  /** What the children did to the score, in points of this item: Σ (score − full) of each on this item's scale. */
  readonly fromChildren: string;
  /** In the order in which the score is made: rule, adjustments, 不得分, bounds, rounding. */
  readonly findings: readonly Finding[];
  readonly children: readonly ItemExplanation[];
}

/**
 * What made the difference:
 * `rule` the item's rule gave less or more than full marks; `start` the item starts from nothing and earns its points;
 * `factor` 系数 or another share of what the children gave; `case` something occurred; `when` a condition held;
 * `case-cap` the cap of that line; `duplicates` 就高不重复; `list-cap` the cap of the list around; `list-condition` what the list around counts under does not hold;
 * `answer` full marks or nothing because something is missing; `mean-of-others` what is not applicable counts like the other parts;
 * `zeroed` 不得分; `no-result` what the item had so far where it has no result; `floor` the least an item can have; `ceiling` the most; `rounding`.
 */
export type FindingKind =
  | 'rule'
  | 'start'
  | 'factor'
  | 'case'
  | 'when'
  | 'case-cap'
  | 'duplicates'
  | 'list-cap'
  | 'list-condition'
  | 'answer'
  | 'mean-of-others'
  | 'zeroed'
  | 'no-result'
  | 'floor'
  | 'ceiling'
  | 'rounding';

export interface Finding {
  readonly kind: FindingKind;
  /** Identity of the case, list or condition, or of the item itself. */
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  /** The clause of the policy. */
  readonly origin: Origin;
  /** Articles of the documents behind it, those of the item around included. */
  readonly basis: readonly string[];
  /** In points of the item: what there was, what became of it, and the difference. */
  readonly before: string;
  readonly after: string;
  readonly amount: string;
  /** False when 不得分 swallowed it. */
  readonly counts: boolean;
  /** The difference in points of the total; 0 when it does not count there. */
  readonly inTotal: string;
  readonly inputs: readonly InputReading[];
  /** Figures on the way, such as a rate or the days late. */
  readonly figures: readonly Figure[];
  /** Why the policy's answer to something missing holds. */
  readonly note: Bilingual | null;
  /** The row of a table that decided. */
  readonly row: Origin | null;
  /** How many times it occurred, for cases. */
  readonly count: string | null;
  /** The points of one time without sign, for cases of which every time counts alike. */
  readonly each: string | null;
  /** The cap that bound, as an unsigned number of points. */
  readonly cap: string | null;
  /** Who answers for it, for cases that say so. */
  readonly owner: string | null;
}

export interface InputReading {
  readonly key: string;
  readonly role: InputSpec['role'];
  readonly title: string | null;
  readonly value: RecordValue;
  readonly unit: string | null;
  readonly source: readonly string[];
}

/** Findings that belong together: all of an item without parts, or those of one line of an item with parts. */
export interface Change {
  /** Identity of the item. */
  readonly item: string;
  /** Names from below the total down to the item; empty for the total itself. */
  readonly path: readonly string[];
  readonly title: string | null;
  /** The case, list or condition, where the findings are of one line of an item with parts, else null. */
  readonly line: { readonly name: string; readonly title: string | null } | null;
  /** Full marks and score of an item without parts, else null. */
  readonly marks: { readonly full: string; readonly score: string } | null;
  readonly findings: readonly Finding[];
  /** In points of the total; negative for a loss. */
  readonly inTotal: string;
}

export interface GradeExplanation {
  readonly result: GradeResult;
  /** The line of the scale that the subject reached. */
  readonly line: Origin | null;
  /** The line of the next better grade, which it did not reach; null for the best. */
  readonly missed: Origin | null;
  /** The clauses of the quotas in `result.quotas`, in that order. */
  readonly quotaOrigins: readonly Origin[];
}
