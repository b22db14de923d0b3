/** Holds one evaluation by a compiled module against the interpreter, digit by digit. */
import { formatExact, normalise, type Evaluator, type StepValue, type SubjectRecord } from '@assess/runtime';
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
  if (manifest.requirements.some(({ holds }) => expected[holds] === false)) {
    return throws(() => module.evaluate(record)) ? null : 'evaluate accepts a record that breaks a requirement';
  }
  const guarded = outcomeText(module.evaluate(record));
  return guarded === wanted ? null : `evaluate: interpreter ${wanted}, compiled ${guarded}`;
}

/** The cheap result as the trace has it. */
function outcomeOf({ manifest }: Evaluator, trace: readonly StepValue[]): string {
  const { scale, total } = manifest;
  const ungraded = scale === null || (scale.ungraded !== null && trace[scale.ungraded] === true);
  return outcomeText({
    total: textOf(trace[total.score]),
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

function throws(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
