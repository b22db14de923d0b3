/** Amounts of points: as written, or a share of the full marks of the item in which they stand. */
import type { AmountNode, CapNode, EffectClauseNode, PointsEffectNode, StepsClauseNode } from '../../ast/nodes.ts';
import type { NumberExpression } from '../ir.ts';
import type { Context, Operand, Scene } from './context.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { lowerChoice, lowerNumber } from './expressions.ts';
import { least, negative, product, quotient, rounded, whole } from './operations.ts';
import { madeOf, orNothing } from './scenes.ts';
import { checked, wholeNumber } from './tree.ts';

/** An amount in points. */
export function lowerAmount(node: AmountNode, scene: Scene, context: Context): Operand {
  if (node.kind === 'by-table') return lowerChoice(node, scene, context, (row) => lowerAmount(row, scene, context));
  const operand = lowerNumber(node, scene, context);
  const type = context.analysis.types.get(node);
  if (type?.type !== 'number' || type.dimension !== 'ratio') return operand;
  return madeOf([operand], product([checked(scene.full, 'a share outside of an item'), operand.value]));
}

/** The clause of a kind behind an effect, or null. */
export function effectClause<Kind extends EffectClauseNode['kind']>(
  clauses: readonly EffectClauseNode[],
  kind: Kind,
): Extract<EffectClauseNode, { readonly kind: Kind }> | null {
  const found = clauses.find((each): each is Extract<EffectClauseNode, { readonly kind: Kind }> => each.kind === kind);
  return found ?? null;
}

/** The value or 0; where it has none for want of a result, the scene notes that. */
function orNoted(operand: Operand, scene: Scene): NumberExpression {
  scene.voids.push(...operand.voids);
  return orNothing(operand);
}

/** The points of one occurrence, without sign. */
export function pointsEach(effect: PointsEffectNode, scene: Scene, context: Context): NumberExpression {
  return lowerAmountOrNothing(effect.amount, scene, context);
}

/** The points of `count` occurrences with the effect's own sign, before its cap. An effect without 每 counts once. */
export function pointsOf(
  effect: PointsEffectNode,
  count: NumberExpression,
  scene: Scene,
  context: Context,
): NumberExpression {
  const each = pointsEach(effect, scene, context);
  const points = effect.per === null ? each : product([each, stepsOf(effect, count)]);
  return effect.verb === 'deduct' ? negative(points) : points;
}

/** The 3 of `每3次`, the 1 of `每次`. */
export function stepSize({ per }: PointsEffectNode): number {
  return per === null || per.count === null ? 1 : wholeNumber(per.count);
}

/** How many steps `每3次` makes of a count. */
function stepsOf(effect: PointsEffectNode, count: NumberExpression): NumberExpression {
  const size = stepSize(effect);
  if (size === 1) return count;
  return roundedSteps(quotient(count, whole(size)), effectClause(effect.clauses, 'steps-clause')?.steps ?? 'complete');
}

/** Steps as they count: complete ones, begun ones, or in proportion. */
export function roundedSteps(steps: NumberExpression, how: StepsClauseNode['steps']): NumberExpression {
  switch (how) {
    case 'begun':
      return rounded(steps, { decimals: 0, mode: 'up' });
    case 'proportional':
      return steps;
    case 'complete':
      return rounded(steps, { decimals: 0, mode: 'down' });
  }
}

/** An amount in points; 0 where it has no value, which the scene notes. */
export function lowerAmountOrNothing(node: AmountNode, scene: Scene, context: Context): NumberExpression {
  return orNoted(lowerAmount(node, scene, context), scene);
}

/** The points of a cap without sign, or null: 扣完为止 is the bound that the item has anyway. */
export function lowerCap(cap: CapNode | null, scene: Scene, context: Context): NumberExpression | null {
  return cap === null || cap.amount === null ? null : lowerAmountOrNothing(cap.amount, scene, context);
}

/** Points with a sign within a cap without one. */
export function capped(points: NumberExpression, cap: NumberExpression | null, sign: 1 | -1): NumberExpression {
  if (cap === null) return points;
  return sign === 1 ? least([points, cap]) : { op: 'greatest', operands: [points, negative(cap)] };
}
