import { formatExact, parseManifest, type Manifest, type Rational } from '@assess/runtime';
import type { NumberExpression, NumberIfOperation, Program, Step } from './ir.ts';
import { decodeExpression } from './json-expression.ts';
import { array, object, ProgramFormatError, wholeNumber } from './json-shape.ts';
import { verify } from './verify.ts';

/** Raised with every change that an older reader would misread. */
const schema = 'assess/program/1';

/**
 * A program as JSON text: what `decodeProgram` reads back, rationals as texts such as `"0.5"` and `"1/3"`. The alternatives of an
 * `if` are one list of rows: as deep as a table is long, the text could be neither written nor read.
 */
export function encodeProgram(program: Program): string {
  const steps = program.steps.map(({ value, origin }) => ({ value, origin: [origin.start, origin.end] }));
  return JSON.stringify({ schema, manifest: program.manifest, steps }, (_key, value: unknown) => {
    if (isRational(value)) return formatExact(value);
    return isIf(value) ? rowsOf(value) : value;
  });
}

/**
 * The program that `encodeProgram` wrote. Throws a `ProgramFormatError` for a text that is not one, and an Error (from
 * `verify`) for a program that breaks an invariant.
 */
export function decodeProgram(text: string): Program {
  const program = object(parse(text), 'program');
  if (program['schema'] !== schema) throw new ProgramFormatError(`the schema is not ${schema}`);
  const steps = array(program['steps'], 'steps').map(decodeStep);
  return verify({ manifest: decodeManifest(program['manifest']), steps });
}

function decodeManifest(value: unknown): Manifest {
  try {
    return parseManifest(value);
  } catch (error) {
    throw new ProgramFormatError('the manifest is not one', { cause: error });
  }
}

function decodeStep(value: unknown): Step {
  const step = object(value, 'step');
  const [start, end] = array(step['origin'], 'origin');
  return {
    value: decodeExpression(step['value']),
    origin: { start: wholeNumber(start, 'origin'), end: wholeNumber(end, 'origin') },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProgramFormatError('the text is not JSON', { cause: error });
  }
}

function isIf(value: unknown): value is NumberIfOperation {
  return typeof value === 'object' && value !== null && 'op' in value && value.op === 'if';
}

function rowsOf(choice: NumberIfOperation): object {
  const rows: object[] = [];
  let rest: NumberExpression = choice;
  for (; rest.op === 'if'; rest = rest.alternative)
    rows.push({ condition: rest.condition, consequent: rest.consequent });
  return { op: 'if', rows, alternative: rest };
}

function isRational(value: unknown): value is Rational {
  return typeof value === 'object' && value !== null && 'denominator' in value;
}
