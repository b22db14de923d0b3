/**
 * The manifest: everything about a compiled policy except its arithmetic, as plain JSON. An evaluator computes the value of
 * every *step*; the manifest says what the steps mean: which is the score of which item, what a case took, which grade was
 * reached. Explanation, cohort and result read the manifest and the step values, so they are written once for every target.
 *
 * Numbers are decimal or fraction texts (`"12.5"`, `"1/3"`), so that nothing passes through a binary float.
 */

import type { FigureSpec, Origin, StepIndex } from './manifest-basics.ts';
import type { ConsequenceSpec, GradeScaleSpec } from './manifest-grades.ts';
import type { GuaranteeSpec, StageSpec } from './manifest-procedure.ts';

export interface Manifest {
  readonly schema: 'assess/manifest/1';
  readonly policy: { readonly title: string; readonly version: string | null; readonly basis: readonly string[] };
  /** Name of what is assessed; also the key under which a record names its subject. */
  readonly subject: string;
  readonly inputs: readonly InputSpec[];
  readonly steps: readonly StepSpec[];
  /** Conditions on a record beyond its single figures. A record that breaks one is refused with the message. */
  readonly requirements: readonly RequirementSpec[];
  /** Figures over all subjects, which steps read; empty where each subject can be assessed by itself. */
  readonly cohort: readonly CohortFigureSpec[];
  /** Other policies whose results are figures of the record. */
  readonly results: readonly PolicyResultsSpec[];
  readonly total: ItemSpec;
  /** Null when the policy gives no grades. */
  readonly scale: GradeScaleSpec | null;
  /** Further scales, such as stars or the grade of one item. They rank nobody. */
  readonly scales: readonly GradeScaleSpec[];
  readonly consequences: readonly ConsequenceSpec[];
  /** 程序: the stages in order; empty where the policy says none. */
  readonly procedure: readonly StageSpec[];
  /** 保证: what should hold for every admissible record. */
  readonly guarantees: readonly GuaranteeSpec[];
}

/** What a step is, for readers of a trace. `choice` and `grade` values are indices from 0; `date` values days since 1970-01-01. */
export interface StepSpec {
  readonly name: string;
  readonly type: 'number' | 'truth';
}

// ---------------------------------------------------------------- inputs

export interface InputSpec {
  /** The record's key and the column's heading: the name, behind the method's name and a dot where a sheet is used twice. */
  readonly key: string;
  readonly title: string | null;
  /**
   * `decision`: what a meeting decided of a tie for the last place of a quota; `history`: the grades of earlier years;
   * `evidence`: whether the evidence of a stage of the procedure is there.
   */
  readonly role: 'attribute' | 'figure' | 'case' | 'ballot' | 'decision' | 'history' | 'evidence';
  readonly type: InputType;
  /**
   * What a record without a value means. `refuse`: it is not admissible. `none`: nothing occurred (0, no, no entries), for cases.
   * `not-reported`: an answer of its own that the policy deals with.
   */
  readonly absent: 'refuse' | 'none' | 'not-reported';
  /**
   * The classes for which there is this input; empty: all. For others nothing may be recorded, except that nothing occurred or
   * 不适用, and nothing is missing.
   */
  readonly only: readonly ClassLimit[];
  /** Whether the record may say 不适用: the policy has an answer to that. */
  readonly notApplicable: boolean;
  /** The period to which it belongs: inputs of one number are recorded together or not at all. Null for all others. */
  readonly together: number | null;
  /** Evidence named by 来源. */
  readonly source: readonly string[];
  readonly origin: Origin;
}

/** The options of an attribute (by its key) that a subject must have one of. */
export interface ClassLimit {
  readonly by: string;
  readonly options: readonly string[];
}

export type InputType = ScalarInputType | ListInputType;

/** What one value can be: that of an input, or of a field of an entry. */
export type ScalarInputType =
  | NumberInputType
  | { readonly kind: 'date'; readonly low: string | null; readonly high: string | null }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | TextInputType;

/** `filled`: a text of nothing but blanks will not do, as for the reason of a judgement. */
export interface TextInputType {
  readonly kind: 'text';
  readonly filled?: true | undefined;
}

/** A number is recorded as the figure in its unit: 95.5 for 95.5%, 3 for 3万元. */
export interface NumberInputType {
  readonly kind: 'number';
  /** Identity of the unit in the vocabulary, or null. */
  readonly unit: string | null;
  readonly decimals: number;
  readonly low: string;
  readonly high: string;
  /** 步长: only the low end and whole steps above it. Absent where any number within the bounds will do. */
  readonly step?: string | undefined;
  /** The only numbers that can be recorded, from the least up, where the policy lists them. */
  readonly values?: readonly string[] | undefined;
}

/** Any number of entries with the same fields: the events of a case, projects, goals, marks by several people. */
export interface ListInputType {
  readonly kind: 'list';
  readonly fields: readonly ListFieldSpec[];
  /** The most and the fewest entries of a list that is recorded; 0 where any number is enough. */
  readonly most: number;
  readonly least: number;
}

/** A field of every entry. `not-reported`: an entry may be without it. */
export interface ListFieldSpec {
  readonly name: string;
  readonly type: ScalarInputType;
  readonly absent: 'refuse' | 'not-reported';
}

/** Another policy whose results are figures of the record: of the same subjects, or several of each from the level below. */
export interface PolicyResultsSpec {
  /** What this policy calls it. */
  readonly name: string;
  readonly policy: { readonly title: string; readonly version: string | null };
  /**
   * Null: of the same subjects, and the figures are inputs. Else they are fields of the entries of the input `list`, whose field
   * `subject` names each of them, and the attribute `by` of its subjects names the subject of this policy.
   */
  readonly below: { readonly by: string; readonly list: string; readonly subject: string } | null;
  readonly figures: readonly ResultFigureSpec[];
}

export interface ResultFigureSpec {
  /** Key of the input, or name of the field. */
  readonly key: string;
  readonly of: 'score' | 'grade';
  /** Of a score the names of its item from the outside in, which need not be next to each other; empty for the total. */
  readonly path: readonly string[];
  /** Of a grade what stands for none (不定等次), where a subject can be without one. */
  readonly ungraded: string | null;
}

export interface RequirementSpec {
  readonly holds: StepIndex;
  readonly message: { readonly zh: string; readonly en: string };
  readonly origin: Origin;
}

// ---------------------------------------------------------------- the cohort

/**
 * A figure that is computed over the values of one step of all subjects together. Within a class that is how the figure of
 * each of its members is found; a subject that does not count itself is compared with those that do.
 */
export type CohortFigureSpec = ExtremeFigureSpec | MeanFigureSpec | RankFigureSpec | StandardScoreFigureSpec;

interface CohortFigureBase {
  /** The words of the policy. */
  readonly label: string;
  readonly origin: Origin;
  /** In which it is shown; the step of each subject is in base units. */
  readonly unit: string | null;
  /** Index from 0: the figure can be computed as soon as those of all lower stages are. */
  readonly stage: number;
  /** The number of each subject. */
  readonly of: StepIndex;
  /** Whether a subject counts; null: all do. */
  readonly where: StepIndex | null;
  /** What parts the cohort into classes: subjects with the same options are together. Empty: one class of all. */
  readonly by: readonly CohortKeySpec[];
}
/** The step gives the index of an option. */
export interface CohortKeySpec {
  readonly step: StepIndex;
  readonly name: string;
  readonly options: readonly string[];
}
/** Of nobody: 0. `percentile`: the share of those who count that are not better, the subject's equals and itself included. */
export interface ExtremeFigureSpec extends CohortFigureBase {
  readonly kind: 'greatest' | 'least' | 'sum' | 'percentile';
}
/** Of nobody: 0. The first row of `trims` that has the number of those who count says how many of the ends are left out. */
export interface MeanFigureSpec extends CohortFigureBase {
  readonly kind: 'mean';
  readonly trims: readonly TrimSpec[];
}
export interface TrimSpec {
  /** Both included; null is without end. More than `highest` and `lowest` together. */
  readonly from: number;
  readonly to: number | null;
  readonly highest: number;
  readonly lowest: number;
}
/** The greatest value has place 1; equal values are parted by `ties`, of which more is better too. */
export interface RankFigureSpec extends CohortFigureBase {
  readonly kind: 'rank';
  readonly ties: readonly StepIndex[];
  /** What equals have: `skip` 1, 2, 2, 4; `dense` 1, 2, 2, 3; `mean` 1, 2.5, 2.5, 4. */
  readonly sharing: 'skip' | 'dense' | 'mean';
}
/** (value − mean) ÷ standard deviation over all who count (not a sample), rounded. Where all are equal: 0. */
export interface StandardScoreFigureSpec extends CohortFigureBase {
  readonly kind: 'standard-score';
  readonly decimals: number;
  readonly rounding: 'half-up' | 'half-even' | 'down' | 'up';
}

// ---------------------------------------------------------------- the score tree

export interface ItemSpec {
  /** Unique in the policy: the names from the method down, joined by dots. */
  readonly id: string;
  /** `scorecard`: one whose full marks differ from those of the item that uses it and convert in proportion. */
  readonly level: 'total' | 'scorecard' | 'method' | 'dimension' | 'content' | 'indicator' | 'standard';
  readonly name: string;
  readonly title: string | null;
  readonly basis: readonly string[];
  readonly origin: Origin;
  /** Full marks, in points of this item's own scale. */
  readonly full: StepIndex;
  /** Marks that can be had: `full` without what is not applicable below and made good for the whole table. */
  readonly open: StepIndex;
  /** Whether there is this item for the class of the subject; null: for all. Where it is not, none of its values mean anything. */
  readonly isThere: StepIndex | null;
  /** Share in the parent (0 to 1) where the parent weighs its parts, else null. */
  readonly weight: StepIndex | null;
  /** What the rule, or the children together, give, times 系数: before adjustments, bounds and rounding. */
  readonly base: StepIndex;
  readonly rule: RuleSpec;
  readonly children: readonly ItemSpec[];
  readonly adjustments: readonly AdjustmentSpec[];
  /** True when 不得分 acted, or null when nothing can make it act. */
  readonly zeroed: StepIndex | null;
  /** Null when there always is a result. Where there is none, `exact` and `score` are 0 and mean nothing. */
  readonly noResult: NoResultSpec | null;
  /** Null when it always is applicable. Where it is not, it is left out; `exact` and `score` are 0 and mean nothing. */
  readonly notApplicable: NoResultSpec | null;
  /** Clauses that give the base full marks or nothing because something is missing, in their order: the first that acts does. */
  readonly answers: readonly NoResultCause[];
  /** After adjustments and bounds, before rounding. */
  readonly exact: StepIndex;
  /** The final score. */
  readonly score: StepIndex;
  readonly rounding: { readonly decimals: number; readonly mode: string } | null;
  /** How many points of the total one point of this item is worth (all weights above multiplied). */
  readonly worth: StepIndex;
}

/** 无结果: when an item has no score. */
export interface NoResultSpec {
  readonly acts: StepIndex;
  /** The reasons that are the item's own; those of its parts are theirs. */
  readonly causes: readonly NoResultCause[];
}
export interface NoResultCause {
  readonly acts: StepIndex;
  readonly message: { readonly zh: string; readonly en: string };
  readonly origin: Origin;
}

/** How an item gets its base. `inputs` are the figures it reads, as indices into `Manifest.inputs`. */
export interface RuleSpec {
  readonly kind:
    | 'sum'
    | 'weighted-sum'
    | 'accumulated'
    | 'best-of-parts'
    | 'full'
    | 'score'
    | 'proportion'
    | 'tiers'
    | 'by'
    | 'against'
    | 'interpolation'
    | 'checklist'
    | 'discretion'
    | 'deadline'
    | 'ballot'
    | 'when';
  readonly origin: Origin;
  readonly inputs: readonly number[];
  /** Index of the row that decided, for rules with rows. */
  readonly chosen: StepIndex | null;
  readonly rows: readonly Origin[];
  /** Figures worth showing on the way, such as the rate of 按比例 or the days late. */
  readonly figures: readonly FigureSpec[];
}

export type AdjustmentSpec = CaseSpec | ListSpec | WhenSpec;

interface AdjustmentBase {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly basis: readonly string[];
  readonly origin: Origin;
  /** Signed points before this line's own cap. */
  readonly gross: StepIndex;
  /** Signed points after this line's own cap (before caps of the lists and bounds of the item around it). */
  readonly points: StepIndex;
  /** The cap as an unsigned number of points, or null. */
  readonly cap: StepIndex | null;
}
export interface CaseSpec extends AdjustmentBase {
  readonly kind: 'case';
  readonly inputs: readonly number[];
  readonly owner: string | null;
  /** Whether it happened. */
  readonly occurred: StepIndex;
  /** How many times it happened. */
  readonly count: StepIndex;
  /** 每次: every time counts alike, so that `gross` is `count` times the points of one. */
  readonly everyTime: boolean;
  readonly veto: boolean;
  /** How many recorded events lie outside of the assessed period and do not count; null where none can. */
  readonly outside: StepIndex | null;
}
export interface ListSpec extends AdjustmentBase {
  readonly kind: 'list';
  readonly sort: 'bonuses' | 'penalties' | 'negative-list' | 'section';
  readonly children: readonly AdjustmentSpec[];
  /** 适用 当: the list counts only where this holds; null: always. */
  readonly applies: StepIndex | null;
  /** Points given up because only the highest of equal matters counts, or null. */
  readonly duplicates: StepIndex | null;
}
export interface WhenSpec extends AdjustmentBase {
  readonly kind: 'when';
  readonly occurred: StepIndex;
}
