/** `x 无结果`, `x 未报`, `x 不适用`: conditions on whether there is a value at all. */
import type { AbsenceTestNode } from '../../ast/nodes.ts';
import type { TruthExpression } from '../ir.ts';
import type { Context, Scene } from './context.ts';
import { lowerPath } from './names.ts';
import { and, never, not, or } from './operations.ts';
import { reported } from './scenes.ts';
import { checked } from './tree.ts';
import { anyVoid, voidsOfOutcome } from './voids.ts';

/** Asking whether there is a value is not reading it: an item that only asks needs no answer for its absence. */
export function lowerAbsenceTest({ path, state }: AbsenceTestNode, scene: Scene, context: Context): TruthExpression {
  if (path === null) return totalWithoutResult(context);
  const { absent, voids } = lowerPath(path, asking(scene), context);
  if (state === 'no-result') return anyVoid(voidsOfOutcome(voids, 'no-result')) ?? never;
  const inputs = absent.map((input) => ({ missing: not(reported([input])), isOut: isOut(input, context) }));
  if (state === 'not-reported') return or(inputs.map(({ missing, isOut: out }) => and([missing, not(out)])));
  return or([
    ...inputs.map(({ isOut: out }) => out),
    ...voidsOfOutcome(voids, 'not-applicable').map(({ holds }) => holds),
  ]);
}

function isOut(input: number, context: Context): TruthExpression {
  return context.inputs.spec(input).notApplicable ? { op: 'not-applicable', input } : never;
}

function totalWithoutResult(context: Context): TruthExpression {
  const total = context.analysis.tree.chapters.find((chapter) => chapter.kind === 'total');
  const { noResult } = context.lookup.item(checked(total, 'a policy without a total'), context.frames.root);
  return noResult ?? never;
}

/** A scene of its own, so that what is asked about is not among what is read. */
function asking(scene: Scene): Scene {
  return { ...scene, reads: new Set(), voids: [] };
}
