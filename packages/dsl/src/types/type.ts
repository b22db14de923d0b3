/** Types of figures and expressions. Knows no syntax tree. */

/**
 * What a number measures. Counts (次, 人, 件 …) are kept apart from one another when compared and vanish when divided by:
 * 元 ÷ 人 is money per head, written as money. `ratio` is a pure number or a percentage.
 */
export type Dimension = 'points' | 'ratio' | 'count' | 'money' | 'days' | 'workdays' | 'hours' | 'months';

export type Type = NumberType | TruthType | DateType | ChoiceType | GradeType | TextType | EventsType | ErrorType;

export interface NumberType {
  readonly type: 'number';
  readonly dimension: Dimension;
  /** For counts: identity of the counting unit in the vocabulary (`time`, `person`, …), null when it does not matter. */
  readonly counted: string | null;
}
export interface TruthType {
  readonly type: 'truth';
}
export interface DateType {
  readonly type: 'date';
}
/** `owner` is the symbol-independent identity of the declaring field: its name. */
export interface ChoiceType {
  readonly type: 'choice';
  readonly options: readonly string[];
  readonly field: string;
}
export interface GradeType {
  readonly type: 'grade';
  /** Best first. */
  readonly grades: readonly string[];
  /** Outcomes beside the grades. */
  readonly outcomes: readonly string[];
}
export interface TextType {
  readonly type: 'text';
}
export interface EventsType {
  readonly type: 'events';
}
/** Of something already reported: compatible with everything, so one mistake gives one message. */
export interface ErrorType {
  readonly type: 'error';
}
