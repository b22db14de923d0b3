import type { Rational } from '@assess/runtime';
import type { Symbol } from '../../symbols/symbol.ts';
import type { Context, Scene, ScoredNode } from './context.ts';
import type { Frame } from './frames.ts';
import { constant } from './operations.ts';
import { checked } from './tree.ts';

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

/** Full marks of an item, a scorecard or the total. */
export function fullOf(node: ScoredNode, context: Context): Rational {
  return checked(context.analysis.marks.get(node)?.full, 'an item without full marks');
}

/** The scene inside of what a symbol declares. */
export function sceneOf(place: Symbol | null, frame: Frame, context: Context): Scene {
  const node = scoredAround(place, context);
  const around = node.kind === 'total' ? null : node;
  return {
    frame,
    full: constant(fullOf(node, context)),
    around,
    entry: null,
    subject: null,
    reads: new Set(),
    voids: [],
  };
}
