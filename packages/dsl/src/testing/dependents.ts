import { stepsOf } from '@assess/runtime';
import { operandsOf } from '../ir/operands.ts';
import type { Expression, Program } from '../ir/ir.ts';

/** For every input the steps whose value can change with it, in order. */
export function dependentsOf({ manifest, steps }: Program): readonly (readonly number[])[] {
  const dependents: number[][] = manifest.inputs.map(() => []);
  const inputsOf: ReadonlySet<number>[] = [];
  for (const [index, step] of steps.entries()) {
    const inputs = new Set<number>();
    for (const input of readsOf(step.value, inputsOf, manifest)) inputs.add(input);
    inputsOf.push(inputs);
    for (const input of inputs) dependents[input]?.push(index);
  }
  return dependents;
}

function* readsOf(
  root: Expression,
  inputsOf: readonly ReadonlySet<number>[],
  { cohort }: Program['manifest'],
): Generator<number> {
  const pending: Expression[] = [root];
  for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
    if ('step' in expression) yield* inputsOf[expression.step] ?? [];
    const figure = expression.op === 'cohort' ? cohort[expression.figure] : undefined;
    for (const step of figure === undefined ? [] : stepsOf(figure)) yield* inputsOf[step] ?? [];
    if ('input' in expression) yield expression.input;
    if (expression.op === 'sum-ranked') for (const part of expression.bag) if (part.kind === 'entries') yield part.list;
    if (expression.op === 'sum-per-group') for (const { list } of expression.lists) yield list;
    pending.push(...operandsOf(expression));
  }
}
