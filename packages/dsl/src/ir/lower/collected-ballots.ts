/** What ballots without points ask for (semantics 14.15). */
import type { BallotNode } from '../../ast/nodes.ts';
import { lowerTurnout, requireIssued } from './ballots.ts';
import type { Context, Scene } from './context.ts';
import { symbolOf } from './tree.ts';
import { votesFor } from './vote-shares.ts';

/** A ballot without points beside the rule of its item: its turnout and its number of ballots are asked all the same. */
export function lowerCollected(node: BallotNode, scene: Scene, context: Context): void {
  const symbol = symbolOf(context, node);
  const groups = node.groups.length === 0 ? [null] : node.groups.map((group) => symbolOf(context, group));
  const returned = votesFor({ node, groups, frame: scene.frame }, () => true, scene, context);
  requireIssued(node, returned, scene, context);
  if (node.turnout !== null) lowerTurnout(node.turnout, returned, symbol, scene, context);
}
