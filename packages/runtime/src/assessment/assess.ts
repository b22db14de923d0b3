/** From records to results: one subject alone, or a cohort with its ranks and quotas. */
import { computeFigures, contributionsOf, stageValues, valuesOf } from '../cohort/stages.ts';
import type { CohortMember, CohortSummary } from '../cohort/stages.ts';
import type { Evaluator, SubjectRecord, Trace } from '../evaluator.ts';
import type { Manifest } from '../manifest.ts';
import type { CohortResult, RefusedRecord, SubjectResult } from '../result.ts';
import { assembleResult } from './assemble-result.ts';
import { decideCohort } from './decide-cohort.ts';
import { evaluateAlone, evaluateCohort } from './evaluate-cohort.ts';
import { evaluateAdmissible } from './evaluate-record.ts';
import type { Standing } from './evaluate-record.ts';

/** The verdict on a subject that is assessed alone. */
const alone = { decision: null, further: [], rank: null, classRanks: [] };

/**
 * Assesses one record by itself. There is no rank then, and a grade that a quota limits stays open. Where the policy compares
 * subjects with one another, the record is held against `cohort` (see `summariseCohort`), without which it is a cohort of one.
 * A record that cannot be assessed comes back refused with every reason.
 */
export function assessOne(
  evaluator: Evaluator,
  record: unknown,
  cohort: CohortSummary | null = null,
): SubjectResult | RefusedRecord {
  const evaluated = evaluateAlone(evaluator, record, cohort);
  return evaluated.outcome === 'refused' ? evaluated : assembleResult(evaluator.manifest, evaluated, alone);
}

/**
 * The values of all steps for a record among others, all of them admissible; without others as a cohort of one. Throws where
 * `Evaluator.trace` throws.
 */
export function traceAmong(evaluator: Evaluator, record: SubjectRecord, others: readonly SubjectRecord[] = []): Trace {
  const { manifest } = evaluator;
  if (manifest.cohort.length === 0) return evaluator.trace(record);
  const members = [record, ...others].map((each) => ({ record: each, figures: [] }));
  computeFigures<CohortMember & { readonly record: SubjectRecord }>(manifest, members, (member, stage) =>
    contributionsOf(manifest, stage, stageValues(evaluator, member.record, stage, member.figures)),
  );
  return evaluator.trace(record, valuesOf(members[0]?.figures ?? []));
}

/**
 * The figures over all admissible records: what has to be kept of a published cohort to assess another record against it later.
 * Empty for a policy that compares nobody. `writeSummary` makes it JSON.
 */
export function summariseCohort(evaluator: Evaluator, records: readonly unknown[]): CohortSummary {
  return evaluateCohort(
    evaluator,
    records.length,
    (index) => records[index],
    () => null,
  ).summary;
}

/**
 * Assesses all records together: scores, grades, ranks and quotas. Inadmissible records, those that break a requirement of
 * the policy and all that share a name are refused, never dropped. The order of the records decides nothing.
 */
export function assessCohort(evaluator: Evaluator, records: readonly unknown[]): CohortResult {
  const { manifest } = evaluator;
  const { kept, refused } = evaluateCohort(
    evaluator,
    records.length,
    (index) => records[index],
    (evaluated) => evaluated,
  );
  const { ordered, quotas, verdictOf } = decideCohort(manifest, kept);
  const subjects = ordered.map((each) => assembleResult(manifest, each, verdictOf(each)));
  return { ...headOf(manifest), subjects, refused, quotas };
}

/** A cohort whose results are made one by one, when they are asked for. */
export interface StagedCohort extends Omit<CohortResult, 'subjects'> {
  /** The subjects in the order of `CohortResult.subjects`: their names, and where their records are. */
  readonly ordered: readonly { readonly subject: string; readonly index: number }[];
  /** The result of the subject at a place of `ordered`. Throws a RangeError for any other place. */
  readonly resultAt: (place: number) => SubjectResult;
}

/**
 * The same as `assessCohort` for as many records as one likes: of each only its standing is kept, and its values are worked out
 * again when its result is asked for. `recordAt` gives the record at an index from 0, and the same one every time.
 */
export function assessInStages(
  evaluator: Evaluator,
  count: number,
  recordAt: (index: number) => unknown,
): StagedCohort {
  const { manifest } = evaluator;
  const { kept, refused } = evaluateCohort(evaluator, count, recordAt, standingOf);
  const { ordered, quotas, verdictOf } = decideCohort(manifest, kept);
  const resultAt = (place: number): SubjectResult => {
    const standing = ordered[place];
    if (standing === undefined) throw new RangeError(`there is no subject at place ${place}`);
    const { index, subject, figures } = standing;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has a standing, so it was found admissible
    const record = recordAt(index) as SubjectRecord;
    const evaluated = evaluateAdmissible(evaluator, { outcome: 'admissible', index, subject, record }, figures);
    return assembleResult(manifest, evaluated, verdictOf(standing));
  };
  return { ...headOf(manifest), ordered, refused, quotas, resultAt };
}

function headOf({ policy }: Manifest): Pick<CohortResult, 'schema' | 'policy'> {
  return { schema: 'assess/result/1', policy: { title: policy.title, version: policy.version } };
}

/** A copy without the record and the values of its steps. */
function standingOf(standing: Standing): Standing {
  const { index, subject, noResult, options, figures, further, reached, graded, vetoed, basis } = standing;
  const { classes, sorts, ties, decisions } = standing;
  const contestant = { reached, graded, vetoed, basis, classes, sorts, ties, decisions };
  return { index, subject, noResult, options, figures, further, ...contestant };
}
