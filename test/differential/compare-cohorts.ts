/** Holds a compiled module against the interpreter over whole cohorts: every figure and every step, digit by digit. */
import {
  assessCohort,
  formatExact,
  summariseCohort,
  writeSummary,
  type Evaluator,
  type Rational,
  type SubjectRecord,
} from '@assess/runtime';
import { parseRational } from '@assess/runtime';
import type { GeneratedModule } from './load-module.ts';

/** Null where everything agrees, in either order of the records, else what differs first. */
export function firstCohortDifference(
  reference: Evaluator,
  module: GeneratedModule,
  records: readonly SubjectRecord[],
): string | null {
  const named = records.map((record, index) => ({ ...record, [reference.manifest.subject]: `对象${index}` }));
  const expected = outcome(reference, named);
  for (const [name, actual] of [
    ['compiled', outcome(module, named)],
    ['interpreter in the other order', outcome(reference, named.toReversed())],
  ] as const) {
    const different = expected.findIndex((line, index) => line !== actual[index]);
    if (different !== -1) return `interpreter ${expected[different] ?? ''}, ${name} ${actual[different] ?? ''}`;
    if (expected.length !== actual.length) return `${name} has another number of results`;
  }
  const { subjects } = assessCohort(reference, named);
  for (const { record: index, total, trace, cohort } of subjects) {
    const record = named[index];
    if (record === undefined) continue;
    const figures = cohort.map(({ value }) => exact(value));
    const trusted = String(module.evaluateTrusted(record, figures).total);
    if (trusted !== total.score) return `evaluateTrusted ${trusted}, interpreter ${total.score}, ${trace.join(' ')}`;
    if (String(module.evaluate(record, figures).total) !== total.score) return 'evaluate differs from evaluateTrusted';
  }
  return null;
}

/** One line for every subject and every figure, by name. */
function outcome(evaluator: Evaluator, records: readonly SubjectRecord[]): readonly string[] {
  const { subjects, refused } = assessCohort(evaluator, records);
  const summary = writeSummary(evaluator.manifest, summariseCohort(evaluator, records));
  return [
    JSON.stringify(summary),
    ...subjects.map(({ subject, trace, cohort }) => JSON.stringify([subject, cohort, trace])),
    ...refused.map(({ subject }) => `refused ${subject ?? ''}`).toSorted(),
  ];
}

function exact(text: string): Rational {
  const value = parseRational(text);
  if (value === null) throw new Error(`${text} is no exact number`);
  if (formatExact(value) !== text) throw new Error(`${text} is not in lowest terms`);
  return value;
}
