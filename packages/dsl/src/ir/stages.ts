import { stepsOf, type CohortFigureSpec } from '@assess/runtime';
import type { Expression, Program, Step } from './ir.ts';
import { operandsOf } from './operands.ts';

/**
 * For each step how many stages of figures over the cohort must be computed before it: 0 for one that reads none, 1 for one that
 * reads figures made of such steps only, and so on. Steps and figures must be in order (see `verify`).
 */
export function stagesOf({
  steps,
  cohort,
}: {
  readonly steps: readonly Step[];
  readonly cohort: readonly CohortFigureSpec[];
}): readonly number[] {
  const stages: number[] = [];
  for (const { value } of steps) {
    let stage = 0;
    const pending: Expression[] = [value];
    for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
      if (each.op === 'step' || each.op === 'truth-step') stage = Math.max(stage, stages[each.step] ?? 0);
      if (each.op === 'cohort') {
        const figure = cohort[each.figure];
        const behind = figure === undefined ? [] : stepsOf(figure).map((step) => stages[step] ?? 0);
        stage = Math.max(stage, 1 + Math.max(0, ...behind));
      }
      pending.push(...operandsOf(each));
    }
    stages.push(stage);
  }
  return stages;
}

/** The steps that the values of some steps depend on, these included, in order; figures of the cohort are given. */
export function stepsBehind(wanted: Iterable<number>, steps: Program['steps']): readonly number[] {
  const needed = new Set<number>(wanted);
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step === undefined || !needed.has(index)) continue;
    const pending: Expression[] = [step.value];
    for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
      if (each.op === 'step' || each.op === 'truth-step') needed.add(each.step);
      pending.push(...operandsOf(each));
    }
  }
  return [...needed].toSorted((left, right) => left - right);
}
