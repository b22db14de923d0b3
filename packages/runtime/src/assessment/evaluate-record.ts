import type { Contestant } from '../cohort/quota.ts';
import type { CohortFigure } from '../cohort/figure.ts';
import { valuesOf } from '../cohort/stages.ts';
import { zero } from '../decimal/rational.ts';
import type { Evaluator, Rational, SubjectRecord, Trace } from '../evaluator.ts';
import type { Manifest } from '../manifest.ts';
import type { StepIndex } from '../manifest-basics.ts';
import type { GradeScaleSpec } from '../manifest-grades.ts';
import { recordIssue } from '../record/issue.ts';
import type { RecordIssue } from '../record/issue.ts';
import { isObject, recordedValue } from '../record/recorded-value.ts';
import { validateRecord } from '../record/validate.ts';
import type { RefusedRecord } from '../result.ts';
import { indexAt, numberAt, truthAt } from '../trace.ts';

/** What ranks and quotas ask of a record: all that has to be kept of each while a cohort is assessed. */
export interface Standing extends Contestant {
  /** Place of the record in what was given, from 0. */
  readonly index: number;
  readonly subject: string;
  /** 无结果: it has no score, is not ranked and is in no quota's base. */
  readonly noResult: boolean;
  /** Its options for the attributes of `classAttributes`, in that order. */
  readonly options: readonly (string | null)[];
  /** The figures of the cohort for this subject, in the order of the manifest. */
  readonly figures: readonly CohortFigure[];
  /** As every further scale sees it, in the order of the manifest. */
  readonly further: readonly Contestant[];
}

/** A record that can be assessed. */
export interface AdmissibleRecord {
  readonly outcome: 'admissible';
  readonly index: number;
  readonly subject: string;
  readonly record: SubjectRecord;
}

/** An admissible record with the value of every step. */
export interface EvaluatedRecord extends Standing {
  readonly outcome: 'evaluated';
  readonly record: SubjectRecord;
  readonly trace: Trace;
}

/** Reads one record, or refuses it with every reason, except for what the policy demands of several figures together. */
export function admitRecord(manifest: Manifest, record: unknown, index: number): AdmissibleRecord | RefusedRecord {
  const subject = subjectName(manifest, record);
  const issues = validateRecord(manifest, record);
  if (subject === null || !isAdmissible(record, issues)) return { outcome: 'refused', record: index, subject, issues };
  return { outcome: 'admissible', index, subject, record };
}

/** The refusal of a record that breaks conditions of the policy, whose steps `holds` asks; null where it breaks none. */
export function refuseBroken(
  manifest: Manifest,
  { index, subject }: AdmissibleRecord,
  holds: (step: StepIndex) => boolean,
): RefusedRecord | null {
  const broken = manifest.requirements.filter((requirement) => !holds(requirement.holds));
  if (broken.length === 0) return null;
  const issues = broken.map(({ message, origin }) => recordIssue('record/requirement', message, { origin }));
  return { outcome: 'refused', record: index, subject, issues };
}

/** Evaluates a record that was found admissible. Throws a RangeError when the evaluator's trace does not fit its manifest. */
export function evaluateAdmissible(
  evaluator: Evaluator,
  { index, subject, record }: AdmissibleRecord,
  figures: readonly CohortFigure[],
): EvaluatedRecord {
  const { manifest } = evaluator;
  const trace = evaluator.trace(record, valuesOf(figures));
  if (trace.length !== manifest.steps.length) {
    throw new RangeError(`the trace has ${trace.length} values for ${manifest.steps.length} steps`);
  }
  const options = classAttributes(manifest).map((input) => optionOf(manifest, record, input));
  const noResult = manifest.total.noResult !== null && truthAt(trace, manifest.total.noResult.acts);
  const contestant = contests(manifest, record, trace);
  const graded = noResult ? null : contestant.graded;
  return { outcome: 'evaluated', index, subject, noResult, options, figures, record, trace, ...contestant, graded };
}

/** The attributes that part the cohort into classes, as indices into the manifest's inputs. */
export function classAttributes(manifest: Manifest): number[] {
  return manifest.inputs.flatMap(({ role, type }, index) =>
    role === 'attribute' && type.kind === 'choice' ? [index] : [],
  );
}

/** What the validation has found, as the type system sees it. */
function isAdmissible(_record: unknown, issues: readonly RecordIssue[]): _record is SubjectRecord {
  return issues.length === 0;
}

/** The trimmed name under the subject's key, null when there is none. */
function subjectName(manifest: Manifest, record: unknown): string | null {
  const name = isObject(record) && Object.hasOwn(record, manifest.subject) ? record[manifest.subject] : null;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null;
}

/** The option that a record has for an attribute, null when it has none. */
function optionOf(manifest: Manifest, record: SubjectRecord, input: number): string | null {
  const value = recordedValue(record, manifest.inputs[input]?.key ?? '');
  return typeof value === 'string' ? value : null;
}

const everybody = { reached: 0, graded: 0, vetoed: false, classes: [], sorts: [], ties: [], decisions: [] };

/** What a meeting decided of a subject, null for nothing yet. */
function decisionOf(manifest: Manifest, record: SubjectRecord, input: number): boolean | null {
  const value = recordedValue(record, manifest.inputs[input]?.key ?? '');
  return typeof value === 'boolean' ? value : null;
}

function contests(manifest: Manifest, record: SubjectRecord, trace: Trace): Contestant & Pick<Standing, 'further'> {
  const { scale, scales, total } = manifest;
  const further = scales.map((each) => contest(each, manifest, record, trace));
  // Without a scale there is one class of merit: everybody has the same grade, and nobody is without.
  if (scale === null) return { ...everybody, basis: numberAt(trace, total.score), further };
  return { ...contest(scale, manifest, record, trace), further };
}

function contest(scale: GradeScaleSpec, manifest: Manifest, record: SubjectRecord, trace: Trace): Contestant {
  const basis: Rational = scale.basis === null ? zero : numberAt(trace, scale.basis);
  return {
    reached: indexAt(trace, scale.reached),
    graded: isUngraded(scale, trace) ? null : indexAt(trace, scale.graded),
    basis,
    vetoed: scale.effects.some(({ veto, acts }) => veto && truthAt(trace, acts)),
    classes: scale.quotas.map(({ by }) => (by === null ? null : optionOf(manifest, record, by))),
    sorts: scale.quotas.map(({ sort }) => (sort === null ? null : optionOf(manifest, record, sort))),
    decisions: scale.quotas.map(({ decision }) => (decision === null ? null : decisionOf(manifest, record, decision))),
    ties: scale.quotas.map(({ ties }) => ties.map(({ step }) => numberAt(trace, step))),
  };
}

function isUngraded(scale: GradeScaleSpec, trace: Trace): boolean {
  return scale.ungraded !== null && truthAt(trace, scale.ungraded);
}
