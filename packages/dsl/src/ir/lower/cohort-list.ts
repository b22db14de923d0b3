import { stepsOf, type CohortFigureSpec } from '@assess/runtime';
import type { NumberExpression } from '../ir.ts';
import { stagesOf } from '../stages.ts';
import type { StepList } from './step-list.ts';

/** A figure over the cohort whose stage is not worked out yet. */
export type NewFigure = CohortFigureSpec extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'stage'>
    : never
  : never;

/** The figures over the cohort of a program in the making, each once. */
export class CohortList {
  readonly specs: CohortFigureSpec[] = [];
  readonly #steps: StepList;
  readonly #known = new Map<string, number>();

  constructor(steps: StepList) {
    this.#steps = steps;
  }

  /** Reads a figure that is made of steps which are there already. */
  read(figure: NewFigure): NumberExpression {
    const { label: _label, origin: _origin, ...content } = figure;
    const key = JSON.stringify(content);
    const known = this.#known.get(key);
    if (known !== undefined) return { op: 'cohort', figure: known };
    const stages = stagesOf({ steps: this.#steps.steps, cohort: this.specs });
    const stage = Math.max(...stepsOf(figure).map((step) => stages[step] ?? 0));
    this.#known.set(key, this.specs.length);
    this.specs.push({ ...figure, stage });
    return { op: 'cohort', figure: this.specs.length - 1 };
  }
}
