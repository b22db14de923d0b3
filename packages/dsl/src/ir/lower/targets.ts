/** 对标: points for a target, steps above and below it (semantics 5.9). */
import type { AgainstNode, AgainstRowNode, EffectNode, PointsEffectNode } from '../../ast/nodes.ts';
import type { NumberExpression } from '../ir.ts';
import { capped, effectClause, lowerAmount, lowerCap, pointsEach, roundedSteps } from './amounts.ts';
import type { Context, Operand, Scene } from './context.ts';
import { lowerNumber } from './expressions.ts';
import {
  constant,
  difference,
  equal,
  greatest,
  negative,
  nothing,
  or,
  product,
  quotient,
  sum,
  when,
} from './operations.ts';
import type { Rule } from './rule.ts';
import { dividesByZero, madeOf, orNothing, reported } from './scenes.ts';
import { unitOfType } from './shown-figures.ts';
import { checked, valueOf } from './tree.ts';
import { zeroVoids } from './voids.ts';

/** What a row needs of the rule around it. */
interface Around {
  readonly id: string;
  /** Figure minus target. */
  readonly deviation: NumberExpression;
  readonly target: NumberExpression;
  /** What the target itself earns: 扣完为止 takes no more. */
  readonly amount: NumberExpression;
}

/** The points of the target, and those of every row of steps away from it. */
export function lowerAgainst(node: AgainstNode, id: string, scene: Scene, context: Context): Rule {
  const figure = lowerNumber(node.figure, scene, context);
  const target = lowerNumber(node.target, scene, context);
  const both = madeOf([figure, target], nothing);
  const isThere = reported(both.absent);
  const isStep = node.rows.some((row) => row.ofTarget);
  const targetStep = context.steps.number(`${id}.target`, guarded(target), node.target.span);
  const isWithout = or([
    dividesByZero(both),
    ...(isStep && targetStep.op === 'step' && node.ifZero !== null ? [equal(targetStep, nothing)] : []),
  ]);
  const zero =
    node.ifZero === null
      ? null
      : {
          holds: context.steps.truth(`${id}.no-denominator`, isWithout, node.ifZero.span),
          amount: lowerAmount(node.ifZero, scene, context),
        };
  const unless = (value: NumberExpression): NumberExpression =>
    zero === null ? value : when(zero.holds, nothing, value);
  const deviation = context.steps.number(
    `${id}.deviation`,
    unless(when(isThere, difference(figure.value, target.value), nothing)),
    node.span,
  );
  const onTarget = lowerAmount(node.amount, scene, context);
  const amount = context.steps.number(`${id}.on-target`, orNothing(onTarget), node.amount.span);
  const around = { id, deviation, target: targetStep, amount };
  const rows = node.rows.map((row, index) => {
    const points = unless(lowerRow(row, around, scene, context));
    return context.steps.number(`${id}.row${index + 1}`, points, row.span);
  });
  const unitId = unitOfType(context.analysis.types.get(node.figure));
  const base = sum([amount, ...rows]);
  return {
    base: zero === null ? base : when(zero.holds, orNothing(zero.amount), base),
    voids: [...both.voids, ...onTarget.voids, ...(zero === null ? [] : zeroVoids(zero.holds, zero.amount.voids))],
    zeroes: [],
    settles: [],
    spec: {
      kind: 'against',
      chosen: null,
      rows: node.rows.map((row) => context.origins.of(row.span)),
      figures: [
        { label: { zh: '目标', en: 'target' }, step: targetStep.step, unit: unitId },
        { label: { zh: '与目标之差', en: 'above or below it' }, step: deviation.step, unit: unitId },
        ...rows.map(({ step }, index) => {
          const { span, effect } = checked(node.rows[index], 'a row');
          const text = context.origins.of({ start: span.start, end: effect.span.start }).text.trim();
          return { label: { zh: text, en: text }, step, unit: 'point' };
        }),
      ],
    },
  };
}

/** A target that divides by zero, or is not reported, is shown as 0. */
function guarded(target: Operand): NumberExpression {
  if (target.divisors.length === 0) return orNothing(target);
  return when(dividesByZero(target), nothing, orNothing(target));
}

/** The points of one row with their sign, within its cap. */
function lowerRow(row: AgainstRowNode, around: Around, scene: Scene, context: Context): NumberExpression {
  const effect = pointsIn(row.effect);
  const size = stepSize(row, around.target);
  const away = greatest([nothing, row.side === 'above' ? around.deviation : negative(around.deviation)]);
  const steps = roundedSteps(quotient(away, size), effectClause(effect.clauses, 'steps-clause')?.steps ?? 'complete');
  const each = pointsEach(effect, scene, context);
  const points = product([each, steps]);
  const cap = effectClause(effect.clauses, 'cap');
  const isDownToZero = cap !== null && cap.amount === null && cap.periods.length === 0;
  const limit = isDownToZero ? around.amount : lowerCap(cap, scene, context);
  return effect.verb === 'deduct' ? capped(negative(points), limit, -1) : capped(points, limit, 1);
}

/** A step in base units: as written, or a share of the target, which counts without its sign. */
function stepSize({ step, ofTarget }: AgainstRowNode, target: NumberExpression): NumberExpression {
  const written = constant(valueOf(step));
  return ofTarget ? product([written, greatest([target, negative(target)])]) : written;
}

function pointsIn(effect: EffectNode): PointsEffectNode {
  return checked(effect.kind === 'points-effect' ? effect : null, 'points of a step');
}
