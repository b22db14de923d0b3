/** Which of the values in order count: 最高5项, 最低5项, those outside, or what 去掉 leaves (semantics 14.3). */
import type { CallNode, DropNode, ExpressionNode } from '../../ast/nodes.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { firstThatHolds } from './choose.ts';
import { always, difference, greatest, least, nothing, whole } from './operations.ts';
import { checked, wholeNumber } from './tree.ts';

/** A range of places, the first included and the last not; null is no limit. */
export interface Places {
  readonly from: NumberExpression | null;
  readonly to: NumberExpression | null;
  /** How many values there are between the two. */
  readonly kept: NumberExpression;
}

/** The places that count: 最高5项, 最低5项, those outside, or what 去掉 leaves (of its lines the first that holds). */
export function placesOf(
  selection: CallNode['selection'],
  all: NumberExpression,
  holds: (condition: ExpressionNode) => TruthExpression,
): Places {
  const [first] = selection;
  if (first === undefined) return { from: null, to: null, kept: all };
  if (first.kind === 'places') {
    const count = whole(wholeNumber(first.count));
    const others = atLeastZero(difference(all, count));
    const isTop = first.end === 'highest';
    if (first.rest) return { from: isTop ? count : null, to: isTop ? null : others, kept: others };
    return { from: isTop ? null : others, to: isTop ? count : null, kept: least([all, count]) };
  }
  const drops = selection.filter((each) => each.kind === 'drop');
  const rows = drops.map(({ condition }) => (condition === null ? always : holds(condition)));
  const dropped = (end: 'highest' | 'lowest'): NumberExpression =>
    firstThatHolds(
      drops.map((drop, index) => ({
        condition: checked(rows[index], 'a line of 去掉'),
        value: whole(droppedBy(drop, end)),
      })),
      nothing,
    );
  const [above, below] = [dropped('highest'), dropped('lowest')];
  const to = difference(all, below);
  return {
    from: above === nothing ? null : above,
    to: below === nothing ? null : to,
    kept: atLeastZero(difference(to, above)),
  };
}

function droppedBy({ places }: DropNode, end: 'highest' | 'lowest'): number {
  const found = places.find((each) => each.end === end);
  return found === undefined ? 0 : wholeNumber(found.count);
}

function atLeastZero(value: NumberExpression): NumberExpression {
  return greatest([nothing, value]);
}
