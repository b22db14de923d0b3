/** Evaluating all records of a cohort: who is in it, then the figures over all of them, then each record with these. */
import { shown } from '../bilingual.ts';
import type { CohortFigure } from '../cohort/figure.ts';
import { computeFigures, contributionsOf, figuresAgainst, stageValues } from '../cohort/stages.ts';
import type { CohortMember, CohortSummary, StageContributions } from '../cohort/stages.ts';
import type { Evaluator, SubjectRecord } from '../evaluator.ts';
import type { Manifest } from '../manifest.ts';
import { recordIssue } from '../record/issue.ts';
import type { RecordIssue } from '../record/issue.ts';
import type { RefusedRecord } from '../result.ts';
import { truthAt } from '../trace.ts';
import { admitRecord, evaluateAdmissible, refuseBroken } from './evaluate-record.ts';
import type { AdmissibleRecord, EvaluatedRecord } from './evaluate-record.ts';

export interface EvaluatedCohort<Kept> {
  readonly kept: readonly Kept[];
  /** In the order of the records. */
  readonly refused: readonly RefusedRecord[];
  readonly summary: CohortSummary;
}

/** What was found of a record so far: a member of the cohort as long as it is not refused. */
interface Found<Kept> extends CohortMember {
  readonly index: number;
  readonly subject: string | null;
  readonly refused: RefusedRecord | null;
  /** What the record brings into the first stage, until it is used. */
  first: StageContributions | null;
  /** The whole evaluation, where nothing has to be known of the others first. */
  readonly kept: Kept | null;
}

/** Evaluates all records, of each keeping what `keep` makes of it. The order of the records decides nothing. */
export function evaluateCohort<Kept>(
  evaluator: Evaluator,
  count: number,
  recordAt: (index: number) => unknown,
  keep: (evaluated: EvaluatedRecord) => Kept,
): EvaluatedCohort<Kept> {
  const { manifest } = evaluator;
  const found: Found<Kept>[] = [];
  for (let index = 0; index < count; index++) found.push(findRecord(evaluator, recordAt(index), index, keep));
  const duplicates = findDuplicates(manifest, found);
  const refused: RefusedRecord[] = [];
  const members: Found<Kept>[] = [];
  for (const each of found) {
    const { index, subject } = each;
    const issue = duplicates.get(index);
    const issues = each.refused?.issues ?? [];
    if (issue !== undefined) refused.push({ outcome: 'refused', record: index, subject, issues: [issue, ...issues] });
    else if (each.refused !== null) refused.push(each.refused);
    else members.push(each);
  }
  const again = ({ index, subject }: Found<Kept>): AdmissibleRecord => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is a member, so it was found admissible
    return { outcome: 'admissible', index, subject: subject ?? '', record: recordAt(index) as SubjectRecord };
  };
  const summary = computeFigures(manifest, members, (member, stage) => {
    const { first } = member;
    member.first = null;
    return (
      first ?? contributionsOf(manifest, stage, stageValues(evaluator, again(member).record, stage, member.figures))
    );
  });
  const kept = members.map((each) => each.kept ?? keep(evaluateAdmissible(evaluator, again(each), each.figures)));
  return { kept, refused, summary };
}

/** Evaluates one record by itself: against a cohort, or as a cohort of one. */
export function evaluateAlone(
  evaluator: Evaluator,
  record: unknown,
  summary: CohortSummary | null,
): EvaluatedRecord | RefusedRecord {
  if (summary === null) {
    const { kept, refused } = evaluateCohort(
      evaluator,
      1,
      () => record,
      (evaluated) => evaluated,
    );
    const [outcome] = [...kept, ...refused];
    if (outcome === undefined) throw new RangeError('a record was dropped');
    return outcome;
  }
  const { manifest } = evaluator;
  const admitted = admitRecord(manifest, record, 0);
  if (admitted.outcome === 'refused') return admitted;
  const broken = admitByFirstStage(evaluator, admitted);
  if ('issues' in broken) return broken;
  const figures: readonly CohortFigure[] = figuresAgainst(manifest, summary, (member, stage) =>
    contributionsOf(manifest, stage, stageValues(evaluator, admitted.record, stage, member.figures)),
  );
  return evaluateAdmissible(evaluator, admitted, figures);
}

function findRecord<Kept>(
  evaluator: Evaluator,
  record: unknown,
  index: number,
  keep: (evaluated: EvaluatedRecord) => Kept,
): Found<Kept> {
  const { manifest } = evaluator;
  const admitted = admitRecord(manifest, record, index);
  const { subject } = admitted;
  const member = { index, subject, figures: [], first: null, kept: null, refused: null };
  if (admitted.outcome === 'refused') return { ...member, refused: admitted };
  if (manifest.cohort.length > 0) {
    const outcome = admitByFirstStage(evaluator, admitted);
    return 'issues' in outcome ? { ...member, refused: outcome } : { ...member, first: outcome };
  }
  const evaluated = evaluateAdmissible(evaluator, admitted, []);
  const broken = refuseBroken(manifest, admitted, (step) => truthAt(evaluated.trace, step));
  return broken === null ? { ...member, kept: keep(evaluated) } : { ...member, refused: broken };
}

/** What a record brings into the first stage, or why the policy refuses it: its conditions read no figure of the cohort. */
function admitByFirstStage(evaluator: Evaluator, admitted: AdmissibleRecord): StageContributions | RefusedRecord {
  const { manifest } = evaluator;
  const values = stageValues(evaluator, admitted.record, 0, []);
  const broken = refuseBroken(manifest, admitted, (step) => values.get(step) === true);
  return broken ?? contributionsOf(manifest, 0, values);
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
