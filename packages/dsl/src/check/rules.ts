/** The list of all check rules. `scripts/new-rule.mjs` adds a line. */
import type { Rule } from './rule.ts';
import { capBelowStepRule } from './rules/structure/cap-below-step.ts';
import { countTableGapsRule } from './rules/structure/count-table-gaps.ts';
import { deadlineRowsRule } from './rules/structure/deadline-rows.ts';
import { declaredCountRule } from './rules/structure/declared-count.ts';
import { emptyBodyRule } from './rules/structure/empty-body.ts';
import { emptyGroupRule } from './rules/structure/empty-group.ts';
import { highestOnlyRule } from './rules/structure/highest-only.ts';
import { limitOrderRule } from './rules/structure/limit-order.ts';
import { listDirectionRule } from './rules/structure/list-direction.ts';
import { listWithoutCapRule } from './rules/structure/list-without-cap.ts';
import { misplacedClauseRule } from './rules/structure/misplaced-clause.ts';
import { misplacedEffectRule } from './rules/structure/misplaced-effect.ts';
import { misplacedLineRule } from './rules/structure/misplaced-line.ts';
import { missingCapRule } from './rules/structure/missing-cap.ts';
import { missingChapterRule } from './rules/structure/missing-chapter.ts';
import { missingPointsRule } from './rules/structure/missing-points.ts';
import { missingStepsClauseRule } from './rules/structure/missing-steps-clause.ts';
import { mixedWeightsRule } from './rules/structure/mixed-weights.ts';
import { nestedScorecardRule } from './rules/structure/nested-scorecard.ts';
import { pointsTotalRule } from './rules/structure/points-total.ts';
import { repeatedChapterRule } from './rules/structure/repeated-chapter.ts';
import { severalRulesRule } from './rules/structure/several-rules.ts';
import { weightsTotalRule } from './rules/structure/weights-total.ts';
import { zeroAmountRule } from './rules/structure/zero-amount.ts';
import { circularNameRule } from './rules/name/circular.ts';
import { unusedDefinitionRule } from './rules/name/unused-definition.ts';
import { unusedInputRule } from './rules/name/unused-input.ts';
import { divisionByZeroRule } from './rules/type/division-by-zero.ts';
import { missingYearRule } from './rules/type/missing-year.ts';
import { tiersGapRule } from './rules/tiers/gap.ts';
import { mappedTwiceRule } from './rules/tiers/mapped-twice.ts';
import { tiersNotMappedRule } from './rules/tiers/not-mapped.ts';
import { tiersNotMonotoneRule } from './rules/tiers/not-monotone.ts';
import { tiersOverlapRule } from './rules/tiers/overlap.ts';
import { tiersUnreachableRule } from './rules/tiers/unreachable.ts';
import { gradesGapRule } from './rules/grades/gap.ts';
import { idleCeilingRule } from './rules/grades/idle-ceiling.ts';
import { gradesNoLastRule } from './rules/grades/no-last.ts';
import { gradesOrderRule } from './rules/grades/order.ts';
import { gradesOverlapRule } from './rules/grades/overlap.ts';
import { quotaUndecidedRule } from './rules/grades/quota-undecided.ts';
import { gradesUnreachableRule } from './rules/grades/unreachable.ts';
import { mixedVocabularyRule } from './rules/style/mixed-vocabulary.ts';
import { lowestOfPartsRule } from './rules/structure/lowest-of-parts.ts';
import { downToZeroRule } from './rules/structure/down-to-zero.ts';
import { longChainRule } from './rules/name/long-chain.ts';
import { tooManyFactorsRule } from './rules/type/too-many-factors.ts';
import { rowLengthRule } from './rules/structure/row-length.ts';
import { misplacedFactRule } from './rules/structure/misplaced-fact.ts';
import { unusedImportRule } from './rules/import/unused.ts';
import { unconditionalEffectRule } from './rules/grades/unconditional-effect.ts';
import { gradesNoScaleRule } from './rules/grades/no-scale.ts';
import { offScaleCeilingRule } from './rules/grades/off-scale-ceiling.ts';
import { percentStepRule } from './rules/type/percent-step.ts';
import { anchorOrderRule } from './rules/structure/anchor-order.ts';
import { targetRowsRule } from './rules/structure/target-rows.ts';
import { tooManyOperationsRule } from './rules/type/too-many-operations.ts';
import { emptyListRule } from './rules/type/empty-list.ts';
import { fieldOutsideListRule } from './rules/structure/field-outside-list.ts';
import { bookingRule } from './rules/structure/booking.ts';
import { periodCapRule } from './rules/structure/period-cap.ts';
import { ballotOptionsRule } from './rules/structure/ballot-options.ts';
import { ownMarkRule } from './rules/structure/own-mark.ts';
import { misplacedListRule } from './rules/structure/misplaced-list.ts';
import { gradesBeforeQuotaRule } from './rules/grades/before-quota.ts';
import { tiesUndecidedRule } from './rules/cohort/ties-undecided.ts';
import { placesUndecidedRule } from './rules/cohort/places-undecided.ts';
import { trimLeavesNobodyRule } from './rules/cohort/trim-leaves-nobody.ts';
import { classKeyRule } from './rules/structure/class-key.ts';
import { tooManyClassesRule } from './rules/structure/too-many-classes.ts';
import { stepsRule } from './rules/type/steps.ts';
import { checklistPointsRule } from './rules/structure/checklist-points.ts';
import { judgementBoundsRule } from './rules/structure/judgement-bounds.ts';
import { quotaSizesRule } from './rules/grades/quota-sizes.ts';
import { noneApplicableRule } from './rules/structure/none-applicable.ts';
import { unansweredAbsenceRule } from './rules/structure/unanswered-absence.ts';
import { absenceAnswerRule } from './rules/structure/absence-answer.ts';
import { holidaysRule } from './rules/structure/holidays.ts';
import { yearUndecidedRule } from './rules/grades/year-undecided.ts';
import { anchorOfCohortRule } from './rules/cohort/anchor-of-cohort.ts';
import { periodsUndecidedRule } from './rules/structure/periods.ts';
import { bestOfPartsRule } from './rules/structure/best-of-parts.ts';
import { deadlineOrderRule } from './rules/procedure/deadline-order.ts';
import { notCollectedRule } from './rules/procedure/not-collected.ts';
import { requirementOfCohortRule } from './rules/cohort/requirement-of-cohort.ts';

export const rules: readonly Rule[] = [
  capBelowStepRule,
  countTableGapsRule,
  deadlineRowsRule,
  declaredCountRule,
  emptyBodyRule,
  emptyGroupRule,
  highestOnlyRule,
  limitOrderRule,
  listDirectionRule,
  listWithoutCapRule,
  misplacedClauseRule,
  misplacedEffectRule,
  misplacedLineRule,
  missingCapRule,
  missingChapterRule,
  missingPointsRule,
  missingStepsClauseRule,
  mixedWeightsRule,
  nestedScorecardRule,
  pointsTotalRule,
  repeatedChapterRule,
  severalRulesRule,
  weightsTotalRule,
  zeroAmountRule,
  circularNameRule,
  unusedDefinitionRule,
  unusedInputRule,
  divisionByZeroRule,
  missingYearRule,
  tiersGapRule,
  mappedTwiceRule,
  tiersNotMappedRule,
  tiersNotMonotoneRule,
  tiersOverlapRule,
  tiersUnreachableRule,
  gradesGapRule,
  idleCeilingRule,
  gradesNoLastRule,
  gradesOrderRule,
  gradesOverlapRule,
  quotaUndecidedRule,
  gradesUnreachableRule,
  mixedVocabularyRule,
  lowestOfPartsRule,
  downToZeroRule,
  longChainRule,
  tooManyFactorsRule,
  rowLengthRule,
  misplacedFactRule,
  unusedImportRule,
  unconditionalEffectRule,
  gradesNoScaleRule,
  offScaleCeilingRule,
  percentStepRule,
  anchorOrderRule,
  targetRowsRule,
  tooManyOperationsRule,
  emptyListRule,
  fieldOutsideListRule,
  misplacedListRule,
  ballotOptionsRule,
  ownMarkRule,
  gradesBeforeQuotaRule,
  tiesUndecidedRule,
  placesUndecidedRule,
  trimLeavesNobodyRule,
  classKeyRule,
  tooManyClassesRule,
  bookingRule,
  periodCapRule,
  stepsRule,
  checklistPointsRule,
  judgementBoundsRule,
  quotaSizesRule,
  noneApplicableRule,
  unansweredAbsenceRule,
  absenceAnswerRule,
  holidaysRule,
  yearUndecidedRule,
  anchorOfCohortRule,
  periodsUndecidedRule,
  bestOfPartsRule,
  deadlineOrderRule,
  notCollectedRule,
  requirementOfCohortRule,
];
