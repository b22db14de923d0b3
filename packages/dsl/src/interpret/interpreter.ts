import type { Evaluator, StepValue, SubjectRecord, Trace } from '@assess/runtime';
import type { Program } from '../ir/ir.ts';
import { evaluate } from './evaluate.ts';
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
    trace(record: SubjectRecord): Trace {
      const values: StepValue[] = [];
      const known = { inputs: readRecord(manifest, record), steps: values };
      for (const step of steps) values.push(evaluate(step.value, known));
      return values;
    },
  };
}
