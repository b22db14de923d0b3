import { absolute, compare, isNegative, multiply, rational, sum, zero } from '../decimal/rational.ts';
import { formatExact, parseRational } from '../decimal/text.ts';
import type { Rational } from '../evaluator.ts';
import type { Figure } from '../figure.ts';
import type { ItemSpec, Manifest } from '../manifest.ts';
import type { Origin } from '../manifest-basics.ts';
import type { GradeScaleSpec } from '../manifest-grades.ts';
import type { GradeResult, SubjectResult } from '../result.ts';
import { readTrace } from '../trace.ts';
import { explainItem } from './explain-item.ts';
import type { Change, Explanation, Finding, GradeExplanation, ItemExplanation } from './explanation.ts';

/**
 * Explains the result of one subject down to the clauses of the policy. The manifest must be the one of the evaluator that made
 * the result, else a RangeError is thrown.
 */
export function explain(manifest: Manifest, result: SubjectResult): Explanation {
  const evidence = { manifest, trace: readTrace(result.trace), inputs: result.inputs, cohort: result.cohort };
  const total = explainItem(evidence, manifest.total, true);
  const changes = changesOf(total, []).filter(({ inTotal }) => inTotal !== '0');
  return {
    schema: 'assess/explanation/1',
    policy: manifest.policy,
    subject: result.subject,
    total,
    reasons: result.reasons,
    losses: changes.filter((change) => isNegative(read(change.inTotal))).toSorted(bySize),
    gains: changes.filter((change) => !isNegative(read(change.inTotal))).toSorted(bySize),
    grade: manifest.scale === null || result.grade === null ? null : explainGrade(manifest.scale, result.grade),
    scales: result.scales.flatMap(({ name, grade }, index) => {
      const scale = manifest.scales[index];
      return scale === undefined ? [] : [{ name, ...explainGrade(scale, grade) }];
    }),
    rank: result.rank,
    classRanks: result.classRanks,
    compared: comparedFigures(manifest, result),
    consequences: result.consequences,
  };
}

/** One for each clause of the policy: what a clause needs beside its own figure bears the same words. */
function comparedFigures({ cohort, total }: Manifest, result: SubjectResult): Figure[] {
  const told = new Set(labelsIn(total, cohort));
  return cohort.flatMap(({ label, unit }, index) => {
    const figure = result.cohort[index];
    if (figure === undefined || told.has(label)) return [];
    told.add(label);
    const { value, size, classes } = figure;
    const shown = unit === 'percent' ? formatExact(multiply(read(value), rational(100n))) : value;
    return [{ label: { zh: label, en: label }, value: shown, unit, among: { size, classes } }];
  });
}

function labelsIn(item: ItemSpec, cohort: Manifest['cohort']): string[] {
  const own = item.rule.figures.flatMap(({ cohort: index }) =>
    index === undefined ? [] : [cohort[index]?.label ?? ''],
  );
  return [...own, ...item.children.flatMap((child) => labelsIn(child, cohort))];
}

/** Everything that changed the total: an item without parts as one entry, of any other item line by line. */
function changesOf(item: ItemExplanation, path: readonly string[]): Change[] {
  const isLeaf = item.children.length === 0 && item.level !== 'total';
  const lines = isLeaf ? [item.findings] : [...Map.groupBy(item.findings, lineOf).values()];
  const own = lines
    .filter((findings) => findings.length > 0)
    .map((findings): Change => {
      const inTotal = formatExact(sum(findings.map((finding) => read(finding.inTotal))));
      const marks = isLeaf ? { full: item.full, score: item.score } : null;
      const [first] = findings;
      const line =
        isLeaf || first === undefined || first.id === item.id ? null : { name: first.name, title: first.title };
      return { item: item.id, path, title: item.title, line, marks, findings, inTotal };
    });
  return [...own, ...item.children.flatMap((child) => changesOf(child, [...path, child.name]))];
}

/** A case and its own cap are one line; everything else stands for itself. */
function lineOf({ kind, id }: Finding): string {
  return JSON.stringify([kind === 'case' || kind === 'when' || kind === 'case-cap' ? 'line' : kind, id]);
}

function explainGrade(scale: GradeScaleSpec, grade: GradeResult): GradeExplanation {
  const reached = scale.grades.indexOf(grade.reached);
  const quotaOrigins = grade.quotas.flatMap(({ quota }): Origin[] => {
    const spec = scale.quotas[quota];
    return spec === undefined ? [] : [spec.origin];
  });
  return { result: grade, line: scale.lines[reached] ?? null, missed: scale.lines[reached - 1] ?? null, quotaOrigins };
}

/** The most points first. */
function bySize(left: Change, right: Change): number {
  return compare(absolute(read(right.inTotal)), absolute(read(left.inTotal)));
}

function read(text: string): Rational {
  return parseRational(text) ?? zero;
}
