import { zero } from '@assess/runtime';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression } from '../ir.ts';
import { chosenByClass, isOfClass, limitsOf } from './classes.ts';
import type { Context, Scene, ScoredNode } from './context.ts';
import type { Frame } from './frames.ts';
import { and, constant, never, not } from './operations.ts';
import { isMissing } from './periods.ts';
import { checked, symbolOf } from './tree.ts';

/** The item, scorecard or total in which something stands; what stands in none acts on the total. */
export function scoredAround(place: Symbol | null, context: Context): ScoredNode {
  for (let each = place; each !== null; each = each.owner) {
    const { node } = each;
    if (each.kind !== 'list' && (node.kind === 'item' || node.kind === 'scorecard' || node.kind === 'total'))
      return node;
  }
  const total = context.analysis.tree.chapters.find((chapter) => chapter.kind === 'total');
  return checked(total, 'a policy without a total');
}

/** Full marks of an item, a scorecard or the total: a constant, or a step where they depend on the class. */
export function fullOf(node: ScoredNode, context: Context): NumberExpression {
  const marks = checked(context.analysis.marks.get(node), 'an item without full marks');
  if (marks.byClass === null) return constant(checked(marks.full, 'an item without full marks'));
  // Where an item is not there it is worth nothing.
  const { keys, at } = marks.byClass;
  const value = chosenByClass(keys, (classes) => constant(at(classes) ?? zero), context);
  return context.steps.number(`${context.ids.nameOf(symbolOf(context, node))}.full`, value, node.span);
}

/** The scene inside of what a symbol declares. */
export function sceneOf(place: Symbol | null, frame: Frame, context: Context): Scene {
  const node = scoredAround(place, context);
  const around = node.kind === 'total' ? null : node;
  return {
    frame,
    full: fullOf(node, context),
    isThere: and([isOfClass(limitsOf(place, frame, context), context), not(isMissing(frame, context) ?? never)]),
    around,
    entry: null,
    subject: null,
    reads: new Set(),
    voids: [],
  };
}
