import { recordedValue, stepsOfStage } from '@assess/runtime';
import type { CohortFigures, Evaluator, Manifest, Rational, StepValue, SubjectRecord, Trace } from '@assess/runtime';
import type { Program } from '../ir/ir.ts';
import { stepsBehind } from '../ir/stages.ts';
import { evaluate } from './evaluate.ts';
import { knownOf } from './known.ts';
import { readRecord } from './read-record.ts';

/**
 * The definition of the language: evaluates the steps of a program one after the other, with exact rationals, just as they
 * are written. Every other way to run a policy must give the same value for every step.
 *
 * `trace` throws an `InadmissibleRecordError` for a record with a missing, unknown or impossible value. A record that breaks one
 * of the manifest's `requirements` has a trace all the same, in which the step of that requirement is false.
 */
export function interpreter(program: Program): Evaluator {
  const { manifest, steps } = program;
  return {
    manifest,
    trace(record: SubjectRecord, figures: CohortFigures = []): Trace {
      if (figures.length !== manifest.cohort.length) throw new TypeError('the figures of the cohort are missing');
      const values: StepValue[] = [];
      const inputs = readRecord(manifest, record);
      const known = knownOf(nameOf(manifest, record), inputs, values, figureIn(figures));
      for (const step of steps) values.push(evaluate(step.value, known));
      return values;
    },
    ...(manifest.cohort.length === 0 ? {} : { contribute: contributions(program) }),
  };
}

/** `Evaluator.contribute`: no step is evaluated that does not belong to the stage, because it may read figures that are not there. */
function contributions({ manifest, steps }: Program): NonNullable<Evaluator['contribute']> {
  return (record, stage, figures) => {
    const wanted = stepsOfStage(manifest, stage);
    const values: StepValue[] = [];
    const inputs = readRecord(manifest, record);
    const known = knownOf(nameOf(manifest, record), inputs, values, figureIn(figures));
    for (const index of stepsBehind(wanted, steps)) {
      const step = steps[index];
      if (step !== undefined) values[index] = evaluate(step.value, known);
    }
    return wanted.map((step) => values[step] ?? missing(`step ${step}`));
  };
}

/** The subject's own name; `readRecord` has seen to it that there is one. */
function nameOf({ subject }: Manifest, record: SubjectRecord): string {
  const name = recordedValue(record, subject);
  return typeof name === 'string' ? name : '';
}

function figureIn(figures: CohortFigures): (index: number) => Rational {
  return (index) => figures[index] ?? missing(`figure ${index} of the cohort`);
}

function missing(what: string): never {
  throw new Error(`${what} has no value`);
}
