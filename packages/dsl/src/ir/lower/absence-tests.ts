/** `x 无结果`, `x 未报`: conditions on whether there is a value at all. */
import type { AbsenceTestNode } from '../../ast/nodes.ts';
import type { TruthExpression } from '../ir.ts';
import type { Context, Scene } from './context.ts';
import { lowerPath } from './names.ts';
import { never, not } from './operations.ts';
import { reported } from './scenes.ts';
import { checked } from './tree.ts';
import { anyVoid } from './voids.ts';

/** Asking whether there is a value is not reading it: an item that only asks needs no answer for its absence. */
export function lowerAbsenceTest({ path, state }: AbsenceTestNode, scene: Scene, context: Context): TruthExpression {
  if (path === null) return totalWithoutResult(context);
  const { absent, voids } = lowerPath(path, asking(scene), context);
  return state === 'no-result' ? (anyVoid(voids) ?? never) : not(reported(absent));
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
