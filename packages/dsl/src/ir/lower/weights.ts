/** Weights: shares in per cent, or ratios (份) divided by their own sum; by class where the policy says so. */
import type { AmountNode, ByTableNode, ItemNode, QuantityNode } from '../../ast/nodes.ts';
import { clauseOf } from '../../check/marks.ts';
import type { NumberExpression } from '../ir.ts';
import { isOfClass, ownLimits } from './classes.ts';
import type { Context, Operand, Scene } from './context.ts';
import { lowerChoice, lowerNumber } from './expressions.ts';
import { constant, nothing, quotient, sum, when } from './operations.ts';
import { orNothing, plain } from './scenes.ts';
import { checked, valueOf } from './tree.ts';

/** The share of each of the items in what they stand in. */
export function lowerWeights(
  items: readonly ItemNode[],
  sharing: 'weights' | 'ratios',
  scene: Scene,
  context: Context,
): readonly NumberExpression[] {
  const written = items.map((item) => {
    const { amount } = checked(clauseOf(item, 'weight'), 'an item without a weight');
    if (amount.kind === 'missing') throw new Error('a hole reached lowering');
    return orNothing(lowerWeight(amount, scene, context));
  });
  const conditions = items.map((item) => isOfClass(ownLimits(item, context), context));
  const there = (index: number, weight: NumberExpression): NumberExpression =>
    when(checked(conditions[index], 'an item'), weight, nothing);
  if (sharing === 'weights') return written.map((weight, index) => there(index, weight));
  const all = sum(written.map((weight, index) => there(index, weight)));
  return written.map((weight, index) => there(index, quotient(weight, all)));
}

function lowerWeight(amount: QuantityNode | ByTableNode | AmountNode, scene: Scene, context: Context): Operand {
  if (amount.kind === 'by-table') return lowerChoice(amount, scene, context, (row) => lowerWeight(row, scene, context));
  return amount.kind === 'quantity' ? plain(constant(valueOf(amount))) : lowerNumber(amount, scene, context);
}
