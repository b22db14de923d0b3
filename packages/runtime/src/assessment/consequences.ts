/** What follows from a result (结果运用). */
import { formatExact } from '../decimal/text.ts';
import type { Trace } from '../evaluator.ts';
import type { Manifest } from '../manifest.ts';
import type { ConsequenceSpec, GradeScaleSpec } from '../manifest-grades.ts';
import type { Consequence } from '../result.ts';
import { indexAt, numberAt, truthAt } from '../trace.ts';

/** What a scale gives a subject: a grade or an outcome as an index, or that it gives none; all null while it is open. */
export interface Given {
  readonly grade: number | null;
  readonly outcome: number | null;
  readonly none: boolean;
}

/** What a scale gives before quotas. */
export function givenBeforeQuotas(scale: GradeScaleSpec, trace: Trace): Given {
  const ungraded = scale.ungraded !== null && truthAt(trace, scale.ungraded);
  if (!ungraded) return { grade: indexAt(trace, scale.graded), outcome: null, none: false };
  const outcome = scale.outcome === null ? -1 : indexAt(trace, scale.outcome) - 1;
  return { grade: null, outcome: outcome < 0 ? null : outcome, none: outcome < 0 };
}

/** The consequences of a result, in the order of the policy. `givenBy` tells what a scale gives; null: the main one. */
export function dueConsequences(
  { consequences }: Manifest,
  trace: Trace,
  givenBy: (scale: string | null) => Given | null,
): Consequence[] {
  return consequences
    .filter((each) => leadsTo(each, givenBy(each.scale)) && (each.condition === null || truthAt(trace, each.condition)))
    .map(({ action, about, whom, within, lasting, amount, factor, origin }) => ({
      action,
      about,
      whom,
      within,
      lasting,
      amount: amount === null ? null : formatExact(numberAt(trace, amount)),
      factor: factor === null ? null : formatExact(numberAt(trace, factor)),
      origin,
    }));
}

function leadsTo({ grades, outcomes, noGrade }: ConsequenceSpec, given: Given | null): boolean {
  if (grades.length === 0 && outcomes.length === 0 && !noGrade) return true;
  if (given === null) return false;
  const byGrade = given.grade !== null && grades.includes(given.grade);
  const byOutcome = given.outcome !== null && outcomes.includes(given.outcome);
  return byGrade || byOutcome || (noGrade && given.none);
}
