/** Cases that are recorded event by event: what each event is worth. */
import type { CaseNode, EffectNode, PointsEffectNode } from '../../ast/nodes.ts';
import { readsFieldOf } from '../../check/event-amounts.ts';
import { bookingOf } from '../../check/booking.ts';
import type { BagPart, NumberExpression } from '../ir.ts';
import { pointsEach } from './amounts.ts';
import { inPeriod } from './booking.ts';
import type { Context, Scene } from './context.ts';
import { insideEntry, voidsOfEntries } from './entries.ts';
import { keyOf } from './record-keys.ts';
import { symbolOf } from './tree.ts';

/** Whether the points of an effect differ from event to event, because its amount reads what is recorded with them. */
export function differsByEvent(
  node: CaseNode,
  effect: EffectNode | null,
  context: Context,
): effect is PointsEffectNode {
  return (
    effect?.kind === 'points-effect' && readsFieldOf(effect.amount, symbolOf(context, node), context.analysis.names)
  );
}

/** Whether the record holds the events of a case one by one. */
export function isRecordedByEvent(node: CaseNode, { frame }: Pick<Scene, 'frame'>, context: Context): boolean {
  const input = context.inputs.index(keyOf(context, symbolOf(context, node), frame));
  return context.inputs.spec(input).type.kind === 'list';
}

/** For every event of a case its points, without sign. */
export function eventPoints(
  node: CaseNode,
  effect: PointsEffectNode,
  scene: Scene,
  context: Context,
): Extract<BagPart, { readonly kind: 'entries' }> {
  const symbol = symbolOf(context, node);
  const input = context.inputs.index(keyOf(context, symbol, scene.frame));
  const entry = { list: symbol, input, frame: scene.frame };
  const inside = insideEntry(scene, entry);
  const value = pointsEach(effect, inside, context);
  const where = inPeriod(bookingOf(node), input, context);
  scene.voids.push(...voidsOfEntries(inside.voids, entry, where));
  return { kind: 'entries', list: input, where, value };
}

/** The sum of a bag. */
export function totalOf(bag: readonly BagPart[]): NumberExpression {
  return { op: 'sum-ranked', bag, from: null, to: null };
}
