/** Random figures over a cohort, made of steps that are there already. */
import { stepsOf, type CohortFigureSpec, type InputSpec, type Origin } from '@assess/runtime';
import type { Expression, NumberExpression } from '../../packages/dsl/src/ir/ir.ts';
import { valueTypeOf } from '../../packages/dsl/src/ir/operands.ts';
import { stagesOf } from '../../packages/dsl/src/ir/stages.ts';
import type { Random } from './random.ts';

/** What a figure is made from, and where it is put. */
export interface FigureMaker {
  readonly random: Random;
  readonly inputs: readonly InputSpec[];
  readonly steps: Expression[];
  readonly cohort: CohortFigureSpec[];
}

const origin: Origin = { file: null, line: 1, column: 1, text: '' };

/** Reads a new figure; null where there is no step yet over which one could be computed. */
export function randomFigure({ random, inputs, steps, cohort }: FigureMaker): NumberExpression | null {
  const indices = [...steps.keys()];
  const numbers = indices.filter((index) => valueTypeOf(steps[index] ?? steps[0] ?? nothing) === 'number');
  const truths = indices.filter((index) => !numbers.includes(index));
  if (numbers.length === 0) return null;
  const part = {
    label: `figure ${cohort.length}`,
    origin,
    unit: null,
    of: random.pick(numbers),
    where: truths.length > 0 && random.chance(0.4) ? random.pick(truths) : null,
    by: inputs.flatMap(({ key, type }, input) => {
      if (type.kind !== 'choice' || random.chance(0.5)) return [];
      steps.push({ op: 'input', input });
      return [{ step: steps.length - 1, name: key, options: type.options }];
    }),
  };
  const figure = withKind(part, numbers, random);
  const stages = stagesOf({ steps: steps.map((value) => ({ value, origin: { start: 0, end: 1 } })), cohort });
  cohort.push({ ...figure, stage: Math.max(...stepsOf(figure).map((step) => stages[step] ?? 0)) });
  return { op: 'cohort', figure: cohort.length - 1 };
}

type Part = Pick<CohortFigureSpec, 'label' | 'origin' | 'unit' | 'of' | 'where' | 'by'>;

function withKind(part: Part, numbers: readonly number[], random: Random) {
  switch (random.integer(0, 4)) {
    case 0: {
      const highest = random.integer(0, 2);
      const lowest = random.integer(0, 2);
      const from = highest + lowest + random.integer(1, 2);
      const trim = { from, to: random.pick([null, from, from + 2]), highest, lowest };
      return { ...part, kind: 'mean' as const, trims: random.chance(0.6) ? [trim] : [] };
    }
    case 1: {
      const sharing = random.pick(['skip', 'dense', 'mean'] as const);
      return { ...part, kind: 'rank' as const, sharing, ties: random.times(0, 2, () => random.pick(numbers)) };
    }
    case 2: {
      const rounding = random.pick(['half-up', 'half-even', 'down', 'up'] as const);
      return { ...part, kind: 'standard-score' as const, decimals: random.integer(0, 5), rounding };
    }
    default:
      return { ...part, kind: random.pick(['greatest', 'least', 'sum', 'percentile'] as const) };
  }
}

const nothing: Expression = { op: 'truth', value: false };
