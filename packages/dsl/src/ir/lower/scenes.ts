/** Operands: lowered figures with what they need in order to have a value. */
import type { Context, Operand, Scene } from './context.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { unlessVoid } from './voids.ts';
import { always, and, equal, never, not, nothing, or, when } from './operations.ts';

/** A figure that always has its value. */
export function plain(value: NumberExpression): Operand {
  return { value, full: null, scale: null, otherGrades: null, divisors: [], absent: [], voids: [] };
}

/** A figure made of others: it needs what they need. */
export function madeOf(operands: readonly Operand[], value: NumberExpression): Operand {
  return {
    ...plain(value),
    divisors: operands.flatMap((operand) => operand.divisors),
    absent: unique(operands.flatMap((operand) => operand.absent)),
    voids: operands.flatMap((operand) => operand.voids),
  };
}

/** Whether every input is reported. */
export function reported(inputs: readonly number[]): TruthExpression {
  return and(inputs.map((input): TruthExpression => ({ op: 'present', input })));
}

/** Whether a figure has a value: its inputs are reported, no divisor in it is zero, and nothing says that it has no result. */
export function hasValue({ divisors, absent, voids }: Operand): TruthExpression {
  return and([reported(absent), unlessVoid(voids), ...divisors.map((divisor) => not(equal(divisor, nothing)))]);
}

/** Whether a divisor is zero; never, if there is none that can be. What is not reported is not zero. */
export function dividesByZero({ divisors, absent }: Operand): TruthExpression {
  if (divisors.length === 0) return never;
  return and([reported(absent), or(divisors.map((divisor) => equal(divisor, nothing)))]);
}

/** The value, or 0 where an input in it is not reported. A step has seen to that already. */
export function orNothing({ value, absent }: Operand): NumberExpression {
  return value.op === 'step' ? value : when(reported(absent), value, nothing);
}

/** A scene that gives comparisons without a left side something to look at. */
export function lookingAt(subject: Operand, scene: Scene): Scene {
  return { ...scene, subject };
}

/** The scene of a definition or a table that stands at the top of the file. */
export function topScene(context: Context): Scene {
  return {
    frame: context.frames.root,
    full: null,
    around: null,
    isThere: always,
    entry: null,
    subject: null,
    reads: new Set(),
    voids: [],
  };
}

function unique(inputs: readonly number[]): readonly number[] {
  return [...new Set(inputs)];
}
