/** What the manifest says of grades: scales with their effects and quotas, and what follows from them. */
import type { FigureSpec, Origin, StepIndex } from './manifest-basics.ts';

/** Grades best first. A grade value is an index into `grades`. */
export interface GradeScaleSpec {
  readonly name: string | null;
  readonly grades: readonly string[];
  readonly origin: Origin;
  /** The quantity that thresholds look at and that ranks the subjects; null for a further scale of conditions alone. */
  readonly basis: StepIndex | null;
  /** 另设: named outcomes beside the grades, the one with precedence first. */
  readonly outcomes: readonly string[];
  /** By thresholds and conditions alone. */
  readonly reached: StepIndex;
  readonly effects: readonly GradeEffectSpec[];
  /** After the effects, before quotas. */
  readonly graded: StepIndex;
  /** No grade at all: 不定等次, or one of the outcomes. */
  readonly ungraded: StepIndex | null;
  /** The outcome, counted from 1, or 0 for none; null where there are no outcomes. */
  readonly outcome: StepIndex | null;
  /** 取消评优: out of awards. */
  readonly barred: StepIndex | null;
  readonly lines: readonly Origin[];
  readonly quotas: readonly QuotaSpec[];
}
export interface GradeEffectSpec {
  /** `outcome`: 定为 one of the outcomes beside the grades. */
  readonly effect: 'fixed' | 'ceiling' | 'down' | 'outcome' | 'out-of-awards' | 'no-grade';
  /** Index of the grade of `fixed` and `ceiling`, into the outcomes of `outcome`, else null. */
  readonly grade: number | null;
  /** How many grades down; 0 unless the effect is `down`. */
  readonly levels: number;
  readonly acts: StepIndex;
  readonly veto: boolean;
  /** The case, ballot or condition it comes from. */
  readonly cause: string;
  /** The title of that case, where it has one that says more than its name. */
  readonly title: string | null;
  /** The clause that says when it acts and what it does: of a row or a 参评率 the whole of it. */
  readonly origin: Origin;
  /** What is measured against that clause, such as the turnout. */
  readonly figures: readonly FigureSpec[];
}
export interface QuotaSpec {
  readonly grade: number;
  readonly origin: Origin;
  readonly kind: 'share' | 'number';
  /**
   * The amount by option of `by`; the entry with `option` null is for all others. A share is a fraction of one (`"0.3"`). A class
   * without an entry is not limited.
   */
  readonly amounts: readonly { readonly option: string | null; readonly amount: string }[];
  /**
   * The amount by how many subjects the base has, instead of `amounts`; empty where it does not depend on that. Both ends are
   * included, `to` null is without end, and the first that holds decides.
   */
  readonly sizes: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly kind: 'share' | 'number';
    readonly amount: string;
  }[];
  /** Index of the choice by whose option `amounts` are chosen, or null. All of one class have the same. */
  readonly sort: number | null;
  /** Index of the attribute (a choice or a text) that parts the cohort, or null. */
  readonly by: number | null;
  /** `worst`: the grade goes to the last in order (末), instead of the first. */
  readonly from: 'best' | 'worst';
  /** 连同以上: the places are for this grade and those above together. */
  readonly joint: boolean;
  /** assessed: all subjects of the class; graded: those that have a grade; unvetoed: those whom no veto hits. */
  readonly base: 'assessed' | 'graded' | 'unvetoed';
  readonly rounding: 'half-up' | 'half-even' | 'down' | 'up';
  readonly minimum: number;
  /** Higher is better, in this order, after `GradeScaleSpec.basis`. */
  readonly ties: readonly { readonly step: StepIndex; readonly name: string }[];
  /** `meeting`: 议定, by the input `decision`. */
  readonly stillTied: 'all-in' | 'none-in' | 'meeting';
  /** Index of the input that carries what a meeting decided, or null. */
  readonly decision: number | null;
  readonly moveUp: boolean;
}

/** What follows from a result: reported, never computed with. */
export interface ConsequenceSpec {
  /** Name of the further scale that `grades` are of; null: the main one. */
  readonly scale: string | null;
  /** Any of these grades leads to it, as indices; with neither grades nor outcomes nor `noGrade` every result does. */
  readonly grades: readonly number[];
  /** Outcomes beside the grades that lead to it, as indices. */
  readonly outcomes: readonly number[];
  /** 不定等次 leads to it. */
  readonly noGrade: boolean;
  /** A condition that must hold too, or null. */
  readonly condition: StepIndex | null;
  readonly action: string;
  readonly about: string | null;
  readonly whom: readonly string[];
  /** By when it is done. */
  readonly within: TermSpec | null;
  /** For how long it holds. */
  readonly lasting: TermSpec | null;
  /** In yuan. */
  readonly amount: StepIndex | null;
  /** A number by which something else, such as pay, is multiplied. */
  readonly factor: StepIndex | null;
  readonly origin: Origin;
}

/** A date (`2025-01-31`), or a length of time: a number of units of the vocabulary. `text` is as the drafter wrote it. */
export type TermSpec =
  | { readonly kind: 'date'; readonly date: string; readonly text: string }
  | { readonly kind: 'span'; readonly amount: string; readonly unit: string; readonly text: string };
