/** What a subject brings into a figure of the cohort, read from the values of its steps. */
import { normalise, toInteger } from '../decimal/rational.ts';
import type { Rational, StepValue } from '../evaluator.ts';
import type { CohortFigureSpec, Manifest } from '../manifest.ts';
import type { StepIndex } from '../manifest-basics.ts';

/** One subject as a figure sees it. */
export interface Contribution {
  /** Whether it is among those over whom the figure is computed. */
  readonly counts: boolean;
  /** The value, and behind it what parts equals. */
  readonly merit: readonly [Rational, ...Rational[]];
  /** The indices of its options, one for each key of the figure. */
  readonly options: readonly number[];
}

/** How many stages the figures of a policy take; 0 for a policy without any. */
export function countStages({ cohort }: Manifest): number {
  return cohort.reduce((most, { stage }) => Math.max(most, stage + 1), 0);
}

/**
 * The steps that the figures of a stage are made of, each once; for the first stage also the policy's conditions on a record:
 * one that is refused is in no cohort.
 */
export function stepsOfStage({ cohort, requirements }: Manifest, stage: number): readonly StepIndex[] {
  const steps = stage === 0 ? requirements.map(({ holds }) => holds) : [];
  for (const figure of cohort) if (figure.stage === stage) steps.push(...stepsOf(figure));
  return [...new Set(steps)];
}

/** What says of which steps a figure is made. */
type FigureParts = CohortFigureSpec extends infer Each
  ? Each extends CohortFigureSpec
    ? Omit<Each, 'stage' | 'label' | 'origin'>
    : never
  : never;

/** All steps that a figure is made of. */
export function stepsOf(figure: FigureParts): readonly StepIndex[] {
  const { of, where, by } = figure;
  const ties = tiesOf(figure);
  return [of, ...(where === null ? [] : [where]), ...by.map(({ step }) => step), ...ties];
}

/** The contribution in the values of some steps. Throws a RangeError where they are not those of the figure. */
export function contributionOf(
  figure: CohortFigureSpec,
  valueAt: (step: StepIndex) => StepValue | undefined,
): Contribution {
  const numberAt = (step: StepIndex): Rational => {
    const value = valueAt(step);
    if (value === undefined || typeof value === 'boolean') throw new RangeError(`step ${step} is not a number`);
    return normalise(value);
  };
  return {
    counts: figure.where === null || valueAt(figure.where) === true,
    merit: [numberAt(figure.of), ...tiesOf(figure).map(numberAt)],
    options: figure.by.map(({ step }) => toInteger(numberAt(step))),
  };
}

/** What parts equals in a ranking; nothing elsewhere. */
function tiesOf(figure: FigureParts): readonly StepIndex[] {
  return figure.kind === 'rank' ? figure.ties : [];
}
