/** Holds one evaluation by a compiled module against the interpreter, digit by digit. */
import {
  formatExact,
  normalise,
  type Evaluator,
  type Manifest,
  type StepValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { GeneratedModule, Outcome } from './load-module.ts';

/** Null where everything agrees, else what differs first. */
export function firstDifference(reference: Evaluator, module: GeneratedModule, record: SubjectRecord): string | null {
  const { manifest } = reference;
  const expected = reference.trace(record);
  const actual = module.trace(record);
  for (const [index, { name }] of manifest.steps.entries()) {
    const [right, given] = [textOf(expected[index]), textOf(actual[index])];
    if (right !== given) return `step ${index} ${name}: interpreter ${right}, compiled ${given}`;
  }
  const wanted = outcomeOf(reference, expected);
  const trusted = outcomeText(module.evaluateTrusted(record));
  if (trusted !== wanted) return `evaluateTrusted: interpreter ${wanted}, compiled ${trusted}`;
  const broken = manifest.requirements.some(({ holds }) => expected[holds] === false);
  // Records with the same keys are read in another way than those with keys of their own.
  for (const each of [completed(manifest, record), record]) {
    const guarded = attempt(() => outcomeText(module.evaluate(each)));
    if (broken && guarded !== null) return 'evaluate accepts a record that breaks a requirement';
    if (!broken && guarded !== wanted) return `evaluate: interpreter ${wanted}, compiled ${guarded}`;
  }
  return null;
}

/** The record with every key of the policy, in its order: null where there was nothing. */
export function completed({ subject, inputs }: Manifest, record: SubjectRecord): SubjectRecord {
  const values = new Map(Object.entries(record));
  return Object.fromEntries(
    [subject, ...inputs.map((input) => input.key)].map((key) => [key, values.get(key) ?? null]),
  );
}

/** The cheap result as the trace has it. */
function outcomeOf({ manifest }: Evaluator, trace: readonly StepValue[]): string {
  const { scale, total } = manifest;
  const ungraded = scale === null || (scale.ungraded !== null && trace[scale.ungraded] === true);
  return outcomeText({
    total: total.noResult !== null && trace[total.noResult.acts] === true ? null : textOf(trace[total.score]),
    grade: ungraded ? null : (scale.grades[Number(textOf(trace[scale.graded]))] ?? '?'),
    barred: scale !== null && scale.barred !== null && trace[scale.barred] === true,
  });
}

function outcomeText({ total, grade, barred }: Outcome): string {
  return JSON.stringify([String(total), grade, barred]);
}

function textOf(value: StepValue | undefined): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'boolean' ? String(value) : formatExact(normalise(value));
}

/** What `run` returns, or null where it throws. */
function attempt(run: () => string): string | null {
  try {
    return run();
  } catch {
    return null;
  }
}
