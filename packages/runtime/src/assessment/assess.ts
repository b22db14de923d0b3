/** From records to results: one subject alone, or a cohort with its ranks and quotas. */
import { shown } from '../bilingual.ts';
import type { Evaluator, SubjectRecord } from '../evaluator.ts';
import type { Manifest } from '../manifest.ts';
import { recordIssue } from '../record/issue.ts';
import type { RecordIssue } from '../record/issue.ts';
import type { CohortResult, RefusedRecord, SubjectResult } from '../result.ts';
import { assembleResult } from './assemble-result.ts';
import { decideCohort } from './decide-cohort.ts';
import { evaluateAdmissible, evaluateRecord } from './evaluate-record.ts';
import type { EvaluatedRecord, Standing } from './evaluate-record.ts';

/** The verdict on a subject that is assessed alone. */
const alone = { decision: null, rank: null, classRanks: [] };

/**
 * Assesses one record by itself. There is no rank then, and a grade that a quota limits stays open. A record that cannot be
 * assessed comes back refused with every reason.
 */
export function assessOne(evaluator: Evaluator, record: unknown): SubjectResult | RefusedRecord {
  const evaluated = evaluateRecord(evaluator, record, 0);
  return evaluated.outcome === 'refused' ? evaluated : assembleResult(evaluator.manifest, evaluated, alone);
}

/**
 * Assesses all records together: scores, grades, ranks and quotas. Inadmissible records, those that break a requirement of
 * the policy and all that share a name are refused, never dropped. The order of the records decides nothing.
 */
export function assessCohort(evaluator: Evaluator, records: readonly unknown[]): CohortResult {
  const { manifest } = evaluator;
  const { kept, refused } = evaluateAll(
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
  const { kept, refused } = evaluateAll(evaluator, count, recordAt, standingOf);
  const { ordered, quotas, verdictOf } = decideCohort(manifest, kept);
  const resultAt = (place: number): SubjectResult => {
    const standing = ordered[place];
    if (standing === undefined) throw new RangeError(`there is no subject at place ${place}`);
    const { index, subject } = standing;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has a standing, so it was found admissible
    const evaluated = evaluateAdmissible(evaluator, recordAt(index) as SubjectRecord, index, subject);
    return assembleResult(manifest, evaluated, verdictOf(standing));
  };
  return { ...headOf(manifest), ordered, refused, quotas, resultAt };
}

function headOf({ policy }: Manifest): Pick<CohortResult, 'schema' | 'policy'> {
  return { schema: 'assess/result/1', policy: { title: policy.title, version: policy.version } };
}

/** A copy without the record and the values of its steps. */
function standingOf({ index, subject, options, reached, graded, basis, classes, ties }: Standing): Standing {
  return { index, subject, options, reached, graded, basis, classes, ties };
}

/** Evaluates all records, of each keeping what `keep` makes of it. */
function evaluateAll<Kept extends Standing>(
  evaluator: Evaluator,
  count: number,
  recordAt: (index: number) => unknown,
  keep: (evaluated: EvaluatedRecord) => Kept,
): { readonly kept: readonly Kept[]; readonly refused: readonly RefusedRecord[] } {
  const outcomes: (Kept | RefusedRecord)[] = [];
  for (let index = 0; index < count; index++) {
    const outcome = evaluateRecord(evaluator, recordAt(index), index);
    outcomes.push(outcome.outcome === 'refused' ? outcome : keep(outcome));
  }
  const duplicates = findDuplicates(evaluator.manifest, outcomes);
  const kept: Kept[] = [];
  const refused: RefusedRecord[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const issue = duplicates.get(index);
    const issues = 'issues' in outcome ? outcome.issues : [];
    if (issue !== undefined)
      refused.push({ outcome: 'refused', record: index, subject: outcome.subject, issues: [issue, ...issues] });
    else if ('issues' in outcome) refused.push(outcome);
    else kept.push(outcome);
  }
  return { kept, refused };
}

/** An issue for every record whose name another record has too. Which of them is meant, nobody here can know. */
function findDuplicates(
  manifest: Manifest,
  outcomes: readonly { readonly subject: string | null }[],
): ReadonlyMap<number, RecordIssue> {
  const duplicates = new Map<number, RecordIssue>();
  for (const [name, indices] of Map.groupBy(outcomes.keys(), (index) => outcomes[index]?.subject ?? null)) {
    if (name === null || indices.length === 1) continue;
    const numbers = indices.slice(0, 5).map((index) => index + 1);
    const more = indices.length > 5;
    const message = {
      zh: `考核对象 \`${shown(name)}\` 出现了 ${indices.length} 次（第 ${numbers.join('、')}${more ? ' …' : ''} 条）；请只保留一条，或改用不同的名称。`,
      en: `The subject \`${shown(name)}\` is recorded ${indices.length} times (records ${numbers.join(', ')}${more ? ' …' : ''}); keep one of them or give them different names.`,
    };
    const issue = recordIssue('record/subject-duplicate', message, { key: manifest.subject, value: name });
    for (const index of indices) duplicates.set(index, issue);
  }
  return duplicates;
}
