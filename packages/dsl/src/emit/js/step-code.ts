import type { LineMap } from '../../source/line-map.ts';
import type { Program } from '../../ir/ir.ts';
import { type Code, commentText } from './code.ts';
import type { Context } from './context.ts';
import { isTruth, numberCode, truthCode } from './expression-code.ts';
import { inputValue } from './input-code.ts';
import type { NumberValue } from './value.ts';
import { Writer } from './writer.ts';

/** One step in JavaScript: statements that may use names of inputs and of steps before it, and what it then is. */
export interface StepCode {
  readonly index: number;
  readonly lines: readonly string[];
  /** Exactly one of the two is not null. */
  readonly number: NumberValue | null;
  readonly truth: Code | null;
  /** The step's name and line in the policy. */
  readonly comment: string;
}

/** Integers above which the figures of some inputs (by index, over their decimals) are not expected. */
export type Limits = ReadonlyMap<number, bigint>;

/**
 * All steps of a program in order, under the names `s0`, `s1` and so on. A step that is known now has no statements. With
 * `limits` the code holds only for records that stay within them.
 */
export function codeOfSteps(program: Program, lines: LineMap | null, limits: Limits = new Map()): readonly StepCode[] {
  const figures = program.manifest.inputs.map((spec, index) => inputValue(spec, index, limits.get(index)));
  const numbers: (NumberValue | null)[] = [];
  const truths: (Code | null)[] = [];
  return program.steps.map(({ value, origin }, index) => {
    const name = `s${index}`;
    const writer = new Writer(name);
    const context: Context = { program, figures, numbers, truths, lists: new Map(), entries: new Map() };
    const number = isTruth(value) ? null : bound(numberCode(value, context, writer), name, writer);
    const truth = isTruth(value) ? writer.bind(truthCode(value, context, writer), name) : null;
    numbers.push(number);
    truths.push(truth);
    const title = commentText(program.manifest.steps[index]?.name ?? '');
    const line = lines === null ? '' : ` (line ${lines.at(origin.start).line})`;
    return { index, lines: writer.lines, number, truth, comment: title + line };
  });
}

function bound(value: NumberValue, name: string, writer: Writer): NumberValue {
  return { ...value, base: writer.bind(value.base, name) };
}

/** The names of inputs and steps in a piece of code: `x3`, `p3`, `e3`, `s14`, `s14_1`. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').match(/\b[xpens]\d+(?:_\d+)?\b/g) ?? []);
}

/** All names that the value of a step is made of. */
export function namesOfStep({ number, truth }: StepCode): ReadonlySet<string> {
  if (number === null) return namesIn(truth?.text ?? '');
  return new Set([...namesIn(number.base.text), ...number.factors.map((each) => each.name)]);
}

/** The steps among all that code with these names needs, in order. */
export function stepsBehind(names: Iterable<string>, steps: readonly StepCode[]): readonly StepCode[] {
  const wanted = new Set<number>();
  const want = (each: Iterable<string>): void => {
    for (const name of each) if (name.startsWith('s')) wanted.add(Number.parseInt(name.slice(1), 10));
  };
  want(names);
  for (const step of steps.toReversed()) if (wanted.has(step.index)) want(namesIn(step.lines.join('\n')));
  return steps.filter((step) => wanted.has(step.index));
}
