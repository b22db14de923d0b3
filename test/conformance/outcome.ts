/** What an evaluator makes of a record, in the terms of the cases: only what a case asks for. */
import {
  assessCohort,
  assessOne,
  formatExact,
  numberAt,
  procedureStatus,
  readTrace,
  truthAt,
  type AdjustmentSpec,
  type Evaluator,
  type GradeResult,
  type ItemSpec,
  type StepIndex,
  type SubjectRecord,
  type SubjectResult,
  type Trace,
} from '@assess/runtime';
import type { ConformanceCase, Expected, Value, Values } from './case.ts';

/** What comes out of records together. */
type Together = Omit<NonNullable<ConformanceCase['cohort']>, 'records' | 'because' | 'subjects'>;

/** The outcome for one record, with the same names as what is expected. */
export function outcomeOf(evaluator: Evaluator, record: unknown, expected: Expected): Expected {
  if (expected.stages !== undefined) return { stages: stagesOf(evaluator, record) };
  const result = assessOne(evaluator, record);
  if (result.outcome === 'refused') return { refused: result.issues.map((issue) => issue.kind) };
  return resultOf(evaluator, result, expected);
}

/** The outcome for subjects assessed together, by name, with the same names as what is expected. */
export function cohortOutcomeOf(
  evaluator: Evaluator,
  records: readonly unknown[],
  expected: Readonly<Record<string, Expected>>,
): Readonly<Record<string, Expected>> {
  const { subjects } = assessCohort(evaluator, records);
  const byName = new Map(subjects.map((result) => [result.subject, result]));
  return Object.fromEntries(
    Object.entries(expected).map(([name, wanted]) => {
      const result = byName.get(name);
      return [name, result === undefined ? {} : resultOf(evaluator, result, wanted)];
    }),
  );
}

function resultOf(evaluator: Evaluator, result: SubjectResult, expected: Expected): Expected {
  const trace = readTrace(result.trace);
  const items = new Map(itemsIn(evaluator.manifest.total).map((item) => [item.id, item]));
  const lines = [...items.values()].flatMap((item) => item.adjustments.flatMap(linesIn));
  const byId = new Map(lines.map((line) => [line.id, line]));
  return {
    ...(expected.noResult !== undefined && { noResult: result.reasons.map(({ item }) => item) }),
    ...(expected.items && { items: filled(expected.items, (id, name) => itemValue(items.get(id), name, trace)) }),
    ...(expected.lines && { lines: filled(expected.lines, (id, name) => lineValue(byId.get(id), name, trace)) }),
    ...(expected.grade && { grade: filledOne(expected.grade, (name) => gradeValue(result.grade, name)) }),
    ...(expected.broken && { broken: result.broken.map(({ title }) => title ?? '') }),
    ...(expected.consequences && { consequences: result.consequences.map(consequenceOf) }),
    ...(expected.scales && { scales: filled(expected.scales, (id, name) => scaleValue(result, id, name)) }),
  };
}

/** What an evaluator makes of records together, as far as a case asks for it. */
export function togetherOf(evaluator: Evaluator, records: readonly unknown[], expected: Together): Together {
  const { subjects, refused } = assessCohort(evaluator, records);
  if (refused.length > 0) throw new Error(`refused: ${refused.map(({ subject }) => subject).join(', ')}`);
  const open = subjects.filter(({ grade }) => grade?.open === true).map(({ subject }) => subject);
  return {
    ...(expected.grades && {
      grades: Object.fromEntries(subjects.map(({ subject, grade }) => [subject, grade?.final ?? null])),
    }),
    ...(expected.open && { open: open.toSorted() }),
    ...(expected.scales && {
      scales: Object.fromEntries(
        Object.keys(expected.scales).map((name) => [
          name,
          Object.fromEntries(
            subjects.map(({ subject, scales }) => [
              subject,
              scales.find((scale) => scale.name === name)?.grade.final ?? null,
            ]),
          ),
        ]),
      ),
    }),
    ...(expected.consequences && {
      consequences: Object.fromEntries(
        Object.keys(expected.consequences).map((name) => [
          name,
          subjects.find(({ subject }) => subject === name)?.consequences.map(({ action }) => action) ?? [],
        ]),
      ),
    }),
  };
}

function filled(wanted: Values, find: (id: string, name: string) => Value): Values {
  return Object.fromEntries(
    Object.entries(wanted).map(([id, names]) => [id, filledOne(names, (name) => find(id, name))]),
  );
}

function filledOne(names: Readonly<Record<string, Value>>, find: (name: string) => Value): Record<string, Value> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, find(name)]));
}

/** What is still missing of every stage; the record need not be complete. */
function stagesOf({ manifest }: Evaluator, record: unknown): NonNullable<Expected['stages']> {
  const stages = procedureStatus(manifest, record as SubjectRecord, '2024-12-01');
  return Object.fromEntries(
    stages.map(({ name, state, missing, evidence }) => [
      name,
      { state, missing: [...missing.map(({ key }) => key), ...evidence] },
    ]),
  );
}

/** A consequence with the amounts that it has. */
function consequenceOf({ action, amount, factor }: SubjectResult['consequences'][number]): Record<string, Value> {
  return { action, ...(amount === null ? {} : { amount }), ...(factor === null ? {} : { factor }) };
}

function scaleValue({ scales }: SubjectResult, id: string, name: string): Value {
  return gradeValue(scales.find((scale) => scale.name === id)?.grade ?? null, name);
}

function gradeValue(grade: GradeResult | null, name: string): Value {
  if (grade === null) return 'no grades';
  if (name === 'reached') return grade.reached;
  if (name === 'outcome') return grade.outcome;
  return name === 'graded' ? grade.graded : grade.barred;
}

function itemValue(item: ItemSpec | undefined, name: string, trace: Trace): Value {
  if (item === undefined) return 'no such item';
  if (name === 'zeroed') return item.zeroed !== null && truthAt(trace, item.zeroed);
  if (name === 'notApplicable') return item.notApplicable !== null && truthAt(trace, item.notApplicable.acts);
  if (name === 'noResult') return item.noResult !== null && truthAt(trace, item.noResult.acts);
  const { full, base, exact, score } = item;
  return numberOf(new Map(Object.entries({ full, base, exact, score })).get(name), trace);
}

function lineValue(line: AdjustmentSpec | undefined, name: string, trace: Trace): Value {
  if (line === undefined) return 'no such line';
  const { gross, points } = line;
  if (name !== 'duplicates') return numberOf(name === 'gross' ? gross : points, trace);
  return numberOf(line.kind === 'list' ? (line.duplicates ?? undefined) : undefined, trace);
}

function numberOf(step: StepIndex | undefined, trace: Trace): Value {
  return step === undefined ? 'no such value' : formatExact(numberAt(trace, step));
}

function itemsIn(item: ItemSpec): readonly ItemSpec[] {
  return [item, ...item.children.flatMap(itemsIn)];
}

function linesIn(line: AdjustmentSpec): readonly AdjustmentSpec[] {
  return line.kind === 'list' ? [line, ...line.children.flatMap(linesIn)] : [line];
}
