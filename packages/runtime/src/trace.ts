/** Reading a trace, and carrying it through JSON. */
import { normalise, toInteger } from './decimal/rational.ts';
import { formatExact, parseRational } from './decimal/text.ts';
import type { Rational, StepValue, Trace } from './evaluator.ts';
import type { StepIndex } from './manifest-basics.ts';

/** A trace as JSON: numbers as exact texts (`12.5`, `1/3`). */
export type TraceText = readonly (string | boolean)[];

/** The trace with every number in lowest terms: evaluators need not care. */
export function normaliseTrace(trace: Trace): Trace {
  return trace.map((value) => (typeof value === 'boolean' ? value : normalise(value)));
}

/** The number of a step, in lowest terms. Throws a RangeError where the step is none: the manifest is then of another policy. */
export function numberAt(trace: Trace, step: StepIndex): Rational {
  const value = trace[step];
  if (value === undefined || typeof value === 'boolean') throw new RangeError(`step ${step} is not a number`);
  return normalise(value);
}

/** The truth of a step. Throws a RangeError where the step has none: the manifest is then of another policy. */
export function truthAt(trace: Trace, step: StepIndex): boolean {
  const value = trace[step];
  if (typeof value !== 'boolean') throw new RangeError(`step ${step} is not a truth value`);
  return value;
}

/** The index (of a grade, an option, a row) that a step computes. Throws a RangeError where it is not a whole number. */
export function indexAt(trace: Trace, step: StepIndex): number {
  return toInteger(numberAt(trace, step));
}

/** The trace as JSON. */
export function writeTrace(trace: Trace): TraceText {
  return trace.map((value) => (typeof value === 'boolean' ? value : formatExact(value)));
}

/** The trace of its JSON. Throws a RangeError on a text that is not a number. */
export function readTrace(texts: TraceText): Trace {
  return texts.map((text): StepValue => {
    if (typeof text === 'boolean') return text;
    const value = parseRational(text);
    if (value === null) throw new RangeError('a number of the trace cannot be read');
    return value;
  });
}
