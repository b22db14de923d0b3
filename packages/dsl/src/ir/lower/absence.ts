/** Which answer holds where something is not applicable (semantics 10.7). */
import type { AbsencePolicy } from '../../ast/nodes.ts';
import { answerFor } from '../../check/absence-clauses.ts';
import { clauseOf } from '../../check/marks.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import { scorecardOf } from '../../symbols/scope.ts';
import type { Context, ScoredNode } from './context.ts';
import type { Frame } from './frames.ts';
import { symbolOf } from './tree.ts';

/** The answer in effect at a place: its own, else that of the nearest place around it; null where there is none. */
export function answerAt(place: Symbol | null, frame: Frame): AbsencePolicy | null {
  const own = answerFor(place);
  if (own !== null || frame.user === null || frame.outer === null) return own;
  // What stands in a scorecard also stands in the item that uses it.
  return scorecardOf(place) === frame.scorecard ? answerAt(frame.user, frame.outer) : null;
}

/** The answer where no part of an item is applicable. A scorecard leaves it to the item that uses it. */
export function answerForWhole(node: ScoredNode, frame: Frame, context: Context): AbsencePolicy | null {
  const written = clauseOf(node, 'none-applicable')?.policy ?? null;
  if (written !== null || node.kind === 'total') return written;
  if (node.kind === 'scorecard') return 'rescale';
  return answerAt(symbolOf(context, node), frame);
}
