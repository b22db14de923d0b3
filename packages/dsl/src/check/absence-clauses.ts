import type { AbsencePolicy } from '../ast/nodes.ts';
import type { Symbol } from '../symbols/symbol.ts';
import { clauseOf } from './marks.ts';

/** The nearest `不适用 …` from a place outwards, as far as the chapter goes; null where there is none. */
export function answerFor(place: Symbol | null): AbsencePolicy | null {
  for (let each = place; each !== null; each = each.owner) {
    const { node } = each;
    if (node.kind !== 'item' && node.kind !== 'scorecard' && node.kind !== 'total') continue;
    const clause = clauseOf(node, 'not-applicable');
    if (clause !== null) return clause.policy;
  }
  return null;
}
