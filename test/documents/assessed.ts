/** What comes out of a policy for the figures of a worked case, in the words of the documents. */
import {
  type AdjustmentSpec,
  assessCohort,
  assessOne,
  type Evaluator,
  type GradeResult,
  type ItemScore,
  type ItemSpec,
  normaliseCell,
  normaliseKey,
  type RefusedRecord,
  type SubjectRecord,
  type SubjectResult,
} from '@assess/runtime';
import type { Cell, WorkedCase } from './examples.ts';

type Outcome = SubjectResult | RefusedRecord;

/** Of each worked case by itself: the values of the results that it states. */
export function assessedAlone(evaluator: Evaluator, each: WorkedCase): readonly Cell[] {
  const record = { [evaluator.manifest.subject]: 'A', ...recordOf(evaluator, each.figures) };
  return each.results.map((stated) => ({
    name: stated.name,
    value: valueOf(evaluator, assessOne(evaluator, record), stated),
  }));
}

/** The same of worked cases that are assessed together. */
export function assessedTogether(evaluator: Evaluator, cases: readonly WorkedCase[]): readonly (readonly Cell[])[] {
  const { subjects, refused } = assessCohort(
    evaluator,
    cases.map((each) => recordOf(evaluator, each.figures)),
  );
  const outcomes = [...subjects, ...refused].toSorted((a, b) => a.record - b.record);
  return cases.map((each, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error(`${each.place}: the record was dropped`);
    return each.results.map((stated) => ({ name: stated.name, value: valueOf(evaluator, outcome, stated) }));
  });
}

function recordOf({ manifest }: Evaluator, figures: readonly Cell[]): SubjectRecord {
  const inputs = new Map(manifest.inputs.map((input) => [input.key, input]));
  return Object.fromEntries(
    figures.map(({ name, value }) => {
      const key = normaliseKey(name);
      const input = inputs.get(key);
      return [key, input === undefined ? value : normaliseCell(input, value)];
    }),
  );
}

/** The value of one result, written with the unit with which the document writes it. */
function valueOf(evaluator: Evaluator, outcome: Outcome, stated: Cell): string {
  if (outcome.outcome === 'refused') return outcome.issues.map(({ message }) => `${message.zh}${message.en}`).join(' ');
  if (stated.name === '等次' || stated.name === 'grade') return gradeOf(outcome.grade, stated);
  const scale = outcome.scales.find(({ name }) => name === stated.name);
  if (scale !== undefined) return gradeOf(scale.grade, stated);
  const value = pointsOf(evaluator, outcome, stated.name);
  return value === null ? `no ${stated.name}` : `${value}${/ ?\D*$/.exec(stated.value)?.[0] ?? ''}`;
}

function gradeOf(grade: GradeResult | null, { name }: Cell): string {
  if (grade === null) return 'no grades';
  if (grade.outcome !== null) return grade.outcome;
  if (grade.ungraded) return name === '等次' ? '不定等次' : 'no grade';
  return grade.final ?? grade.graded ?? '';
}

function pointsOf({ manifest }: Evaluator, result: SubjectResult, name: string): string | null {
  if (name === '总分' || name === 'total') return result.total.score;
  const scores = itemsIn(result.total).filter((item) => item.name === name || item.id === name);
  if (scores.length === 1) return scores[0]?.score ?? null;
  const [list, ...others] = adjustmentsIn(manifest.total).filter((each) => each.name === name);
  if (list === undefined || others.length > 0) return null;
  const value = result.trace[list.points];
  return typeof value === 'string' ? value : null;
}

function itemsIn(item: ItemScore): readonly ItemScore[] {
  return [item, ...item.children.flatMap(itemsIn)];
}

function adjustmentsIn(item: ItemSpec): readonly AdjustmentSpec[] {
  return [...item.adjustments.flatMap(within), ...item.children.flatMap(adjustmentsIn)];
}

function within(adjustment: AdjustmentSpec): readonly AdjustmentSpec[] {
  return adjustment.kind === 'list' ? [adjustment, ...adjustment.children.flatMap(within)] : [adjustment];
}
