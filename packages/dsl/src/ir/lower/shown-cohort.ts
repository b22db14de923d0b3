/** Which figures over the cohort an explanation shows beside the rule of an item. */
import type { CohortFigureSpec, FigureSpec, ItemSpec } from '@assess/runtime';
import type { Expression, Step } from '../ir.ts';
import { operandsOf } from '../operands.ts';

/** The tree of items in which every rule names the figures over the cohort that its base is made of. */
export function showCohortFigures(
  item: ItemSpec,
  steps: readonly Step[],
  cohort: readonly CohortFigureSpec[],
): ItemSpec {
  if (cohort.length === 0) return item;
  const children = item.children.map((child) => showCohortFigures(child, steps, cohort));
  // Of an item with parts the parts say it.
  const shown = children.length > 0 ? [] : figuresBehind(item.base, steps, cohort);
  return { ...item, children, rule: { ...item.rule, figures: [...item.rule.figures, ...shown] } };
}

function figuresBehind(base: number, steps: readonly Step[], cohort: readonly CohortFigureSpec[]): FigureSpec[] {
  const figures = new Map<number, FigureSpec>();
  const seen = new Set<number>();
  const wanted = [base];
  for (let index = wanted.pop(); index !== undefined; index = wanted.pop()) {
    const value = steps[index]?.value;
    if (value === undefined || seen.has(index)) continue;
    seen.add(index);
    const spec = value.op === 'cohort' ? cohort[value.figure] : undefined;
    if (value.op === 'cohort' && spec !== undefined) {
      const { label, unit } = spec;
      figures.set(value.figure, { label: { zh: label, en: label }, step: index, unit, cohort: value.figure });
    }
    wanted.push(...stepsIn(value));
  }
  return [...figures].toSorted(([left], [right]) => left - right).map(([, figure]) => figure);
}

function stepsIn(root: Expression): readonly number[] {
  const found: number[] = [];
  const pending: Expression[] = [root];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each.op === 'step' || each.op === 'truth-step') found.push(each.step);
    pending.push(...operandsOf(each));
  }
  return found;
}
