/** Puts together what is reported about one subject. */
import type { CohortFigure } from '../cohort/figure.ts';
import type { Contestant, QuotaDecision } from '../cohort/quota.ts';
import { formatExact } from '../decimal/text.ts';
import type { RecordValue, Trace } from '../evaluator.ts';
import { readFigure } from '../figure.ts';
import type { InputSpec, ItemSpec, Manifest } from '../manifest.ts';
import type { GradeEffectSpec, GradeScaleSpec } from '../manifest-grades.ts';
import { recordedNumber, recordedValue } from '../record/recorded-value.ts';
import type {
  ActedEffect,
  BrokenGuarantee,
  ClassRank,
  CohortFigureResult,
  GradeResult,
  ItemScore,
  NoResultReason,
  Rank,
  ScaleResult,
  SubjectResult,
} from '../result.ts';
import { stateOf } from '../item-state.ts';
import { indexAt, numberAt, truthAt, writeTrace } from '../trace.ts';
import { dueConsequences } from './consequences.ts';
import type { Given } from './consequences.ts';
import type { EvaluatedRecord } from './evaluate-record.ts';

/** What the cohort decided of one of its subjects. */
export interface Verdict {
  readonly decision: QuotaDecision | null;
  /** By the further scales, in the order of the manifest. */
  readonly further: readonly (QuotaDecision | null)[];
  readonly rank: Rank | null;
  readonly classRanks: readonly ClassRank[];
}

/** The result of one subject; a verdict without a decision leaves the quotas open. */
export function assembleResult(
  manifest: Manifest,
  evaluated: EvaluatedRecord,
  { decision, further, rank, classRanks }: Verdict,
): SubjectResult {
  const { index, subject, record, trace } = evaluated;
  const { scale } = manifest;
  const grade =
    scale === null ? null : gradeResult(scale, evaluated, trace, decision, finalGrade(scale, evaluated, decision));
  const scales = manifest.scales.flatMap((each, at): ScaleResult[] => {
    const contestant = evaluated.further[at];
    if (contestant === undefined) return [];
    const decided = further[at] ?? null;
    const given = gradeResult(each, contestant, trace, decided, finalGrade(each, contestant, decided));
    return [{ name: each.name ?? '', grade: given }];
  });
  const givenBy = (name: string | null): Given | null => {
    const spec = name === null ? scale : manifest.scales.find((each) => each.name === name);
    const result = name === null ? grade : scales.find((each) => each.name === name)?.grade;
    return spec === null || spec === undefined || result === null || result === undefined
      ? null
      : finalGiven(spec, result);
  };
  return {
    outcome: evaluated.noResult ? 'no-result' : 'assessed',
    reasons: evaluated.noResult ? reasonsOf(manifest.total, trace) : [],
    record: index,
    subject,
    // Worked out where they are asked for: most reports on large cohorts never do.
    get inputs() {
      return manifest.inputs.map((input) => exactInput(input, recordedValue(record, input.key)));
    },
    get attributes() {
      const attributes = manifest.inputs.filter(({ role }) => role === 'attribute');
      return Object.fromEntries(
        attributes.map((input) => [input.key, exactInput(input, recordedValue(record, input.key))]),
      );
    },
    total: scoreTree(manifest.total, trace),
    grade,
    scales,
    rank,
    classRanks,
    get cohort() {
      return cohortResults(manifest, evaluated.figures);
    },
    consequences: evaluated.noResult ? [] : dueConsequences(manifest, trace, givenBy),
    broken: evaluated.noResult ? [] : brokenBy(manifest, trace),
    get trace() {
      return writeTrace(trace);
    },
  };
}

function cohortResults({ cohort }: Manifest, figures: readonly CohortFigure[]): CohortFigureResult[] {
  return cohort.flatMap(({ label, by }, index) => {
    const figure = figures[index];
    if (figure === undefined) return [];
    const classes = by.map(({ name, options }, place) => ({
      by: name,
      class: options[figure.options[place] ?? -1] ?? '',
    }));
    return [{ label, value: formatExact(figure.value), size: figure.size, classes }];
  });
}

function scoreTree(item: ItemSpec, trace: Trace, whole: ItemScore['state'] = 'scored'): ItemScore {
  const text = (step: number) => formatExact(numberAt(trace, step));
  // What is inside of something that does not count does not, either.
  const state = whole === 'not-there' || whole === 'not-applicable' ? whole : stateOf(item, trace);
  const hasResult = state === 'scored';
  return {
    id: item.id,
    name: item.name,
    full: text(item.full),
    state,
    score: hasResult ? text(item.score) : null,
    exact: hasResult ? text(item.exact) : null,
    worth: text(item.worth),
    zeroed: item.zeroed !== null && truthAt(trace, item.zeroed),
    children: item.children.map((child) => scoreTree(child, trace, state)),
  };
}

/** The clauses behind a missing result: those of the item, and those of the parts that lack theirs. */
function reasonsOf(item: ItemSpec, trace: Trace): NoResultReason[] {
  if (item.noResult === null || stateOf(item, trace) !== 'no-result') return [];
  const own = item.noResult.causes
    .filter(({ acts }) => truthAt(trace, acts))
    .map(({ message, origin }) => ({ item: item.id, name: item.name, message, origin }));
  return [...own, ...item.children.flatMap((child) => reasonsOf(child, trace))];
}

function exactInput(input: InputSpec, value: RecordValue): RecordValue {
  const number = input.type.kind === 'number' ? recordedNumber(value) : null;
  return number === null ? value : formatExact(number);
}

/** Null for a subject without a grade, and where a quota that limits its grade has not been decided. */
function finalGrade(scale: GradeScaleSpec, { graded }: Contestant, decision: QuotaDecision | null): number | null {
  if (decision !== null) return decision.grade;
  const isLimited = scale.quotas.some(({ grade, from }) => {
    if (graded === null) return false;
    return from === 'best' ? grade === graded : grade > graded;
  });
  return isLimited ? null : graded;
}

function gradeResult(
  scale: GradeScaleSpec,
  { reached, graded, basis }: Contestant,
  trace: Trace,
  decision: QuotaDecision | null,
  final: number | null,
): GradeResult {
  return {
    basis: scale.basis === null ? null : formatExact(basis),
    reached: gradeName(scale, reached),
    graded: graded === null ? null : gradeName(scale, graded),
    final: final === null ? null : gradeName(scale, final),
    open: graded !== null && final === null,
    ungraded: graded === null,
    outcome: outcomeOf(scale, trace),
    barred: scale.barred !== null && truthAt(trace, scale.barred),
    effects: scale.effects
      .filter(({ acts }) => truthAt(trace, acts))
      .map((effect) => actedEffect(scale, effect, trace)),
    quotas: (decision?.outcomes ?? []).map((outcome) => ({ ...outcome, gradeName: gradeName(scale, outcome.grade) })),
  };
}

/** The guarantees that do not hold. */
function brokenBy({ guarantees }: Manifest, trace: Trace): BrokenGuarantee[] {
  return guarantees
    .filter(({ holds }) => holds !== null && !truthAt(trace, holds))
    .map(({ title, origin }) => ({ title, origin }));
}

/** What a scale gives after quotas, as indices. */
function finalGiven({ grades, outcomes }: GradeScaleSpec, { final, outcome, ungraded }: GradeResult): Given {
  return {
    grade: final === null ? null : grades.indexOf(final),
    outcome: outcome === null ? null : outcomes.indexOf(outcome),
    none: ungraded && outcome === null,
  };
}

function actedEffect(
  scale: GradeScaleSpec,
  { effect, grade, levels, veto, cause, title, origin, figures }: GradeEffectSpec,
  trace: Trace,
): ActedEffect {
  return {
    effect,
    grade: grade === null ? null : effect === 'outcome' ? (scale.outcomes[grade] ?? '') : gradeName(scale, grade),
    levels,
    veto,
    cause,
    title,
    origin,
    figures: figures.map((figure) => readFigure(figure, trace, [])),
  };
}

/** The outcome beside the grades, null for none. */
function outcomeOf({ outcome, outcomes }: GradeScaleSpec, trace: Trace): string | null {
  return outcome === null ? null : (outcomes[indexAt(trace, outcome) - 1] ?? null);
}

/** The name of a grade. Throws a RangeError on an index that the scale does not have: a bug of ours. */
export function gradeName(scale: GradeScaleSpec, index: number): string {
  const name = scale.grades[index];
  if (name === undefined) throw new RangeError(`the scale has no grade ${index}`);
  return name;
}
