/** From records to results: one subject alone, or a cohort with its ranks and quotas. */
import { shown } from '../bilingual.ts';
import { applyQuotas } from '../cohort/quota.ts';
import { rank } from '../cohort/rank.ts';
import { compare } from '../decimal/rational.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Manifest } from '../manifest.ts';
import { recordIssue } from '../record/issue.ts';
import type { RecordIssue } from '../record/issue.ts';
import type { ClassRank, CohortResult, QuotaSummary, RefusedRecord, SubjectResult } from '../result.ts';
import { assembleResult } from './assemble-result.ts';
import { evaluateRecord, optionOf, subjectName } from './evaluate-record.ts';
import type { EvaluatedRecord } from './evaluate-record.ts';

/**
 * Assesses one record by itself. There is no rank then, and a grade that a quota limits stays open. A record that cannot be
 * assessed comes back refused with every reason.
 */
export function assessOne(evaluator: Evaluator, record: unknown): SubjectResult | RefusedRecord {
  const evaluated = evaluateRecord(evaluator, record, 0, []);
  return evaluated.outcome === 'refused' ? evaluated : assembleResult(evaluator.manifest, evaluated, null, null, []);
}

/**
 * Assesses all records together: scores, grades, ranks and quotas. Inadmissible records, those that break a requirement of
 * the policy and all that share a name are refused, never dropped. The order of the records decides nothing.
 */
export function assessCohort(evaluator: Evaluator, records: readonly unknown[]): CohortResult {
  const { manifest } = evaluator;
  const duplicates = findDuplicates(manifest, records);
  const outcomes = records.map((record, index) =>
    evaluateRecord(evaluator, record, index, duplicates.get(index) ?? []),
  );
  const evaluated = outcomes.filter((outcome) => outcome.outcome === 'evaluated');
  const decisions = applyQuotas(manifest.scale?.quotas ?? [], (manifest.scale?.grades.length ?? 1) - 1, evaluated);
  const ranked = evaluated.filter((each) => each.graded !== null);
  const places = rank(ranked, byBasis);
  const classRanks = rankWithinClasses(manifest, ranked);
  const subjects = evaluated
    .toSorted((left, right) => {
      const [leftPlace, rightPlace] = [places.get(left) ?? Infinity, places.get(right) ?? Infinity];
      return leftPlace === rightPlace ? byCodeUnits(left.subject, right.subject) : leftPlace - rightPlace;
    })
    .map((each) => {
      const place = places.get(each);
      const overall = place === undefined ? null : { place, of: ranked.length };
      return assembleResult(manifest, each, decisions.get(each) ?? null, overall, classRanks.get(each) ?? []);
    });
  return {
    schema: 'assess/result/1',
    policy: { title: manifest.policy.title, version: manifest.policy.version },
    subjects,
    refused: outcomes.filter((outcome) => outcome.outcome === 'refused'),
    quotas: summariseQuotas(subjects),
  };
}

/** An issue for every record whose name another record has too. Which of them is meant, nobody here can know. */
function findDuplicates(manifest: Manifest, records: readonly unknown[]): Map<number, RecordIssue[]> {
  const named = records.map((record, index) => ({ index, name: subjectName(manifest, record) }));
  const groups = Map.groupBy(named, ({ name }) => name);
  const issues = new Map<number, RecordIssue[]>();
  for (const [name, group] of groups) {
    if (name === null || group.length === 1) continue;
    const numbers = group.slice(0, 5).map(({ index }) => index + 1);
    const more = group.length > 5;
    const message = {
      zh: `考核对象 \`${shown(name)}\` 出现了 ${group.length} 次（第 ${numbers.join('、')}${more ? ' …' : ''} 条）；请只保留一条，或改用不同的名称。`,
      en: `The subject \`${shown(name)}\` is recorded ${group.length} times (records ${numbers.join(', ')}${more ? ' …' : ''}); keep one of them or give them different names.`,
    };
    const issue = recordIssue('record/subject-duplicate', message, { key: manifest.subject, value: name });
    for (const { index } of group) issues.set(index, [issue]);
  }
  return issues;
}

function rankWithinClasses(manifest: Manifest, ranked: readonly EvaluatedRecord[]): Map<EvaluatedRecord, ClassRank[]> {
  const ranks = new Map(ranked.map((each): [EvaluatedRecord, ClassRank[]] => [each, []]));
  for (const [index, input] of manifest.inputs.entries()) {
    if (input.role !== 'attribute' || input.type.kind !== 'choice') continue;
    const classes = Map.groupBy(ranked, ({ record }) => optionOf(manifest, record, index));
    for (const [option, members] of classes) {
      if (option === null) continue;
      for (const [member, place] of rank(members, byBasis)) {
        ranks.get(member)?.push({ by: input.key, class: option, place, of: members.length });
      }
    }
  }
  return ranks;
}

function summariseQuotas(subjects: readonly SubjectResult[]): QuotaSummary[] {
  const outcomes = subjects.flatMap(({ grade }) => grade?.quotas ?? []);
  const groups = Map.groupBy(outcomes, ({ quota, class: option }) => JSON.stringify([quota, option]));
  const summaries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { quota, gradeName: grade, class: option, base, places } = first;
    const taken = group.filter(({ inPlace }) => inPlace).length;
    return [{ quota, grade, class: option, base, places, candidates: group.length, taken }];
  });
  return summaries.toSorted(
    (left, right) => left.quota - right.quota || byCodeUnits(left.class ?? '', right.class ?? ''),
  );
}

function byBasis(left: EvaluatedRecord, right: EvaluatedRecord): number {
  return compare(right.basis, left.basis);
}

/** Not by locale: the same on every machine. */
function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
