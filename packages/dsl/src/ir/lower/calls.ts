/** Functions: 取大, 合计, 舍入, 未舍入 and the like. */
import type { CallNode } from '../../ast/nodes.ts';
import { unbracketed } from '../../check/literals.ts';
import { signatureOf } from '../../types/builtins.ts';
import type { NumberExpression } from '../ir.ts';
import { isAggregate, lowerAggregate, type Lowerers } from './aggregates.ts';
import { lowerAmong, lowerOverCohort } from './cohort-calls.ts';
import type { Context, Operand, Scene } from './context.ts';
import { countAtGrade } from './grade-figures.ts';
import { voidsOf } from './names.ts';
import { greatest, least, nothing, quotient, rounded, sum, unit, when, whole } from './operations.ts';
import { isPercentage } from './percentages.ts';
import { madeOf, plain } from './scenes.ts';
import { checked, meaningOf, wholeNumber } from './tree.ts';
import { lowerVoteShare } from './vote-shares.ts';

/** The figure that a function gives. */
export function lowerCall(node: CallNode, scene: Scene, context: Context, lowerers: Lowerers): Operand {
  const signature = checked(signatureOf(node.function.text), 'an unknown function');
  if (signature.gives === 'truth') return plain(when(lowerAmong(node, scene, context, lowerers), unit, nothing));
  if (signature.overCohort) return lowerOverCohort(node, scene, context, lowerers);
  const [first, second] = node.arguments;
  const argument = checked(first, 'a function without arguments');
  switch (signature.id) {
    case 'max':
    case 'min':
    case 'sum':
    case 'mean':
    case 'count': {
      const aggregate = signature.id;
      if (aggregate === 'count' || isAggregate(node, context))
        return lowerAggregate(node, aggregate, scene, context, lowerers);
      const operands = node.arguments.map((each) => lowerers.number(each, scene));
      return madeOf(operands, overAll[aggregate](operands.map((operand) => operand.value)));
    }
    case 'round': {
      const operand = lowerers.number(argument, scene);
      const rounding = { decimals: wholeNumber(checked(second, 'decimals')), mode: 'half-up' } as const;
      // The decimals of a percentage are those of the figure in per cent.
      const decimals = rounding.decimals + (isPercentage(argument, context) ? 2 : 0);
      return madeOf([operand], rounded(operand.value, { ...rounding, decimals }));
    }
    case 'vote-share':
      return lowerVoteShare(node, scene, context);
    case 'count-at-grade':
      return plain(countAtGrade(node, context));
    case 'unrounded':
    case 'score-share': {
      const item = unbracketed(argument);
      const symbol = meaningOf(context, item);
      if (symbol.node.kind !== 'item' && symbol.node.kind !== 'total') throw new Error('no item reached lowering');
      const reference = checked(context.analysis.names.references.get(item), 'an unknown name');
      const steps = context.lookup.item(symbol.node, context.frames.of(reference, scene.frame));
      const full = steps.open;
      const voids = voidsOf(steps, node.span);
      return signature.id === 'unrounded'
        ? { ...plain(steps.exact), full, voids }
        : { ...plain(quotient(steps.score, full)), voids };
    }
    default:
      throw new Error(`${node.function.text} reached lowering`);
  }
}

const overAll = {
  max: greatest,
  min: least,
  sum,
  mean: (values: readonly NumberExpression[]) => quotient(sum(values), whole(values.length)),
};
