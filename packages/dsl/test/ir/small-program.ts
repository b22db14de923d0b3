import {
  rational,
  type InputSpec,
  type InputType,
  type Manifest,
  type Origin,
  type ScalarInputType,
} from '@assess/runtime';
import type { Expression, NumberExpression, Program } from '../../src/ir/ir.ts';
import { valueTypeOf } from '../../src/ir/operands.ts';

/** A program of the given inputs and steps; its total is the last step that is a number. */
export function smallProgram(inputs: Record<string, InputType>, steps: Record<string, Expression>): Program {
  const entries = Object.entries(steps);
  const score = entries.findLastIndex(([, value]) => valueTypeOf(value) === 'number');
  const manifest: Manifest = {
    schema: 'assess/manifest/1',
    policy: { title: 'small', version: null, basis: [] },
    subject: '单位',
    inputs: Object.entries(inputs).map(([key, type]) => input(key, type)),
    steps: entries.map(([name, value]) => ({ name, type: valueTypeOf(value) })),
    requirements: [],
    cohort: [],
    results: [],
    total: {
      id: 'total',
      level: 'total',
      name: '总分',
      title: null,
      basis: [],
      origin,
      full: score,
      open: score,
      isThere: null,
      weight: null,
      base: score,
      rule: { kind: 'score', origin, inputs: [], chosen: null, rows: [], figures: [] },
      children: [],
      adjustments: [],
      zeroed: null,
      noResult: null,
      notApplicable: null,
      answers: [],
      exact: score,
      score,
      rounding: null,
      worth: score,
    },
    scale: null,
    scales: [],
    consequences: [],
    procedure: [],
    guarantees: [],
  };
  return { manifest, steps: entries.map(([, value]) => ({ value, origin: { start: 0, end: 0 } })) };
}

const origin: Origin = { file: null, line: 1, column: 1, text: '' };

function input(key: string, type: InputType): InputSpec {
  const isCase = type.kind === 'list' || type.kind === 'yes-no';
  const absent = isCase ? 'none' : type.kind === 'date' ? 'not-reported' : 'refuse';
  return {
    key,
    title: null,
    role: isCase ? 'case' : 'figure',
    type,
    absent,
    only: [],
    notApplicable: false,
    together: null,
    source: [],
    origin,
  };
}

/** A number from -1000 to 1000 with two decimals. */
export const figure: ScalarInputType = { kind: 'number', unit: null, decimals: 2, low: '-1000', high: '1000' };

export function constant(numerator: number, denominator = 1): NumberExpression {
  return { op: 'constant', value: rational(BigInt(numerator), BigInt(denominator)) };
}

export function read(index: number): NumberExpression {
  return { op: 'input', input: index };
}
