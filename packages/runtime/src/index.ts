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
export { shown } from './bilingual.ts';
export type { Bilingual, Locale } from './bilingual.ts';
export { isForClass, isNotApplicable } from './record/applicability.ts';
export { closest } from './record/closest.ts';
export { normaliseCell, normaliseKey } from './record/normalise.ts';
export { recordedNumber, recordedValue } from './record/recorded-value.ts';
export { validateRecord } from './record/validate.ts';
export { validateScalar } from './record/validate-scalar.ts';
export type { RecordIssue, RecordIssueKind } from './record/issue.ts';
export { unitSpellings, withUnit } from './record/unit-words.ts';
export { assessCohort, assessInStages, assessOne, summariseCohort, traceAmong } from './assessment/assess.ts';
export type { StagedCohort } from './assessment/assess.ts';
export { stepsOf, stepsOfStage } from './cohort/contribution.ts';
export { figureAlone } from './cohort/stages.ts';
export type { CohortSummary } from './cohort/stages.ts';
export { writeSummary } from './cohort/written-summary.ts';
export type { WrittenSummary } from './cohort/written-summary.ts';
export { dueConsequences, givenBeforeQuotas } from './assessment/consequences.ts';
export { procedureStatus } from './procedure/status.ts';
export type { MissingInput, StageStatus } from './procedure/status.ts';
export { rank } from './cohort/rank.ts';
export type { QuotaOutcome } from './cohort/quota.ts';
export type {
  ActedEffect,
  ClassRank,
  CohortFigureResult,
  CohortResult,
  BrokenGuarantee,
  Consequence,
  GradeResult,
  ItemScore,
  NoResultReason,
  QuotaSummary,
  Rank,
  RefusedRecord,
  ScaleResult,
  SubjectResult,
} from './result.ts';
export type { Figure } from './figure.ts';
export { ArtefactError, loadEvaluator, parseManifest, parseSummary } from './manifest-schema.ts';
export { explain } from './explain/explain.ts';
export { renderExplanation } from './explain/render.ts';
export { renderHtml } from './explain/html.ts';
export { renderMarkdown } from './explain/markdown.ts';
export { findNextGrade } from './explain/next-grade.ts';
export type { FigureChange, NextGrade } from './explain/next-grade.ts';
export { consequenceText } from './explain/render-consequence.ts';
export { findingText } from './explain/render-finding.ts';
export type {
  Change,
  Explanation,
  Finding,
  FindingKind,
  GradeExplanation,
  InputReading,
  ItemExplanation,
} from './explain/explanation.ts';
export { indexAt, normaliseTrace, numberAt, readTrace, truthAt, writeTrace } from './trace.ts';
export type { TraceText } from './trace.ts';
export { dayNumber, formatDate, parseDate, parseIsoDate } from './date.ts';
export type {
  CohortFigures,
  Evaluator,
  ListEntry,
  Rational,
  RecordValue,
  ScalarValue,
  StepValue,
  SubjectRecord,
  Trace,
} from './evaluator.ts';
export type {
  AdjustmentSpec,
  CaseSpec,
  CohortFigureSpec,
  InputSpec,
  InputType,
  ClassLimit,
  ItemSpec,
  ListFieldSpec,
  ListInputType,
  NoResultCause,
  NoResultSpec,
  ListSpec,
  Manifest,
  NumberInputType,
  PolicyResultsSpec,
  RequirementSpec,
  ResultFigureSpec,
  RuleSpec,
  ScalarInputType,
  StepSpec,
  TrimSpec,
  WhenSpec,
} from './manifest.ts';
export type { FigureSpec, Origin, StepIndex } from './manifest-basics.ts';
export type { ConsequenceSpec, GradeEffectSpec, GradeScaleSpec, QuotaSpec, TermSpec } from './manifest-grades.ts';
export type { GuaranteeSpec, StageSpec } from './manifest-procedure.ts';
