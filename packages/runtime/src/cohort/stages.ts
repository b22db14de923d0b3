/** The figures of a cohort, stage by stage: those of one stage are made of steps that read figures of lower stages only. */
import type { Evaluator, Rational, StepValue, SubjectRecord } from '../evaluator.ts';
import type { CohortFigureSpec, Manifest } from '../manifest.ts';
import type { StepIndex } from '../manifest-basics.ts';
import { contributionOf, countStages, stepsOfStage } from './contribution.ts';
import type { Contribution } from './contribution.ts';
import { classKey, figureOf, summarise } from './figure.ts';
import type { CohortFigure, FigureSummary } from './figure.ts';

/** The values that a record brings into a stage, by step. Throws where the evaluator is none for a cohort: a bug of its maker. */
export type StageValues = ReadonlyMap<StepIndex, StepValue>;

/** The values of one record for one stage, once the figures of the stages before are known. */
export function stageValues(
  evaluator: Evaluator,
  record: SubjectRecord,
  stage: number,
  figures: readonly CohortFigure[],
): StageValues {
  const steps = stepsOfStage(evaluator.manifest, stage);
  if (evaluator.contribute === undefined)
    throw new TypeError('an evaluator of a policy over a cohort lacks `contribute`');
  const values = evaluator.contribute(record, stage, valuesOf(figures));
  if (values.length !== steps.length) {
    throw new RangeError(`stage ${stage} has ${values.length} values for ${steps.length} steps`);
  }
  return new Map(
    steps.map((step, place) => {
      const value = values[place];
      if (value === undefined) throw new RangeError(`step ${step} has no value`);
      return [step, value];
    }),
  );
}

/** What a subject brings into each figure of a stage, by the index of the figure. */
export type StageContributions = ReadonlyMap<number, Contribution>;

export function contributionsOf(manifest: Manifest, stage: number, values: StageValues): StageContributions {
  const contributions = new Map<number, Contribution>();
  for (const [index, figure] of manifest.cohort.entries()) {
    if (figure.stage === stage)
      contributions.set(
        index,
        contributionOf(figure, (step) => values.get(step)),
      );
  }
  return contributions;
}

/** The figures of a cohort: a summary for each figure of the manifest, in its order. */
export type CohortSummary = readonly FigureSummary[];

/** One subject while the stages go by. */
export interface CohortMember {
  /** By index of the figure; filled stage by stage. */
  readonly figures: CohortFigure[];
}

/**
 * Computes the figures of all stages for the members of a cohort. `contribute` gives what a member brings into a stage; it is asked
 * once for each, when the figures of the stages before are in place.
 */
export function computeFigures<Member extends CohortMember>(
  manifest: Manifest,
  members: readonly Member[],
  contribute: (member: Member, stage: number) => StageContributions,
): CohortSummary {
  const summaries: FigureSummary[] = [];
  for (let stage = 0; stage < countStages(manifest); stage++) {
    const brought = members.map((member) => ({ member, contributions: contribute(member, stage) }));
    for (const [index, figure] of manifest.cohort.entries()) {
      if (figure.stage !== stage) continue;
      const own = brought.map(({ contributions }) => contributions.get(index)).filter((each) => each !== undefined);
      const summary = summarise(figure, own);
      summaries[index] = summary;
      for (const { member, contributions } of brought) placeMember(manifest, index, summary, member, contributions);
    }
  }
  return summaries;
}

/** The figures of a subject in the light of a cohort to which it need not belong. */
export function figuresAgainst(
  manifest: Manifest,
  summaries: CohortSummary,
  contribute: (member: CohortMember, stage: number) => StageContributions,
): readonly CohortFigure[] {
  const member: CohortMember = { figures: [] };
  for (let stage = 0; stage < countStages(manifest); stage++) {
    const contributions = contribute(member, stage);
    for (const index of contributions.keys()) {
      placeMember(manifest, index, summaries[index] ?? new Map(), member, contributions);
    }
  }
  return member.figures;
}

function placeMember(
  manifest: Manifest,
  index: number,
  summary: FigureSummary,
  member: CohortMember,
  contributions: StageContributions,
): void {
  const figure = manifest.cohort[index];
  const own = contributions.get(index);
  if (figure === undefined || own === undefined) throw new RangeError(`there is no figure ${index} in this stage`);
  const inClass = summary.get(classKey(own.options)) ?? null;
  member.figures[index] = {
    value: figureOf(figure, inClass, own),
    size: inClass?.size ?? 0,
    options: own.options,
  };
}

/** The figure of a subject that is a cohort of one, from the values of its steps. */
export function figureAlone(figure: CohortFigureSpec, valueAt: (step: StepIndex) => StepValue | undefined): Rational {
  const own = contributionOf(figure, valueAt);
  return figureOf(figure, summarise(figure, [own]).get(classKey(own.options)) ?? null, own);
}

/** The figures as an evaluator takes them. Those of later stages are not there yet, and nothing reads them. */
export function valuesOf(figures: readonly CohortFigure[]): readonly Rational[] {
  return figures.map(({ value }) => value);
}
