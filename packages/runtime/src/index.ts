/** What an engine embeds: exact numbers, dates, records, cohorts, results and explanations. */
export {
  absolute,
  add,
  ceiling,
  compare,
  divide,
  equal,
  floor,
  greatest,
  isInteger,
  isNegative,
  isZero,
  least,
  multiply,
  negate,
  normalise,
  one,
  rational,
  subtract,
  sum,
  toInteger,
  zero,
} from './decimal/rational.ts';
export { round } from './decimal/round.ts';
export type { RoundingMode } from './decimal/round.ts';
export {
  formatDecimal,
  formatExact,
  formatShort,
  fromNumber,
  parseDecimal,
  parseRational,
  terminatingDecimals,
} from './decimal/text.ts';
export { dayNumber, formatDate, parseDate, parseIsoDate } from './date.ts';
export type { EventRecord, Evaluator, Rational, RecordValue, StepValue, SubjectRecord, Trace } from './evaluator.ts';
export type {
  AdjustmentSpec,
  CaseSpec,
  ConsequenceSpec,
  EventFieldSpec,
  GradeEffectSpec,
  GradeScaleSpec,
  InputSpec,
  InputType,
  ItemSpec,
  ListSpec,
  Manifest,
  NumberInputType,
  Origin,
  QuotaSpec,
  RequirementSpec,
  RuleSpec,
  StepIndex,
  StepSpec,
  WhenSpec,
} from './manifest.ts';
