/** Weights and points handed from one sibling to the next, so that their sums stay what they must be. */
import { compare, parseRational, zero } from '@assess/runtime';
import type { Node, QuantityNode } from '../../ast/nodes.ts';
import { digitsIn, stepped } from './figures.ts';
import type { Mutant, Place } from './mutant.ts';

/** The mutants of a node whose parts share something. */
export function shiftsIn(node: Node, place: Place): readonly Mutant[] {
  switch (node.kind) {
    case 'total':
    case 'scorecard':
    case 'item': {
      const items = node.body.filter((line) => line.kind === 'item');
      const amounts = (kind: 'weight' | 'points'): readonly QuantityNode[] =>
        items.flatMap(({ clauses }) =>
          clauses.flatMap((clause) =>
            (clause.kind === 'weight' || clause.kind === 'points') &&
            clause.kind === kind &&
            clause.amount.kind === 'quantity'
              ? [clause.amount]
              : [],
          ),
        );
      return [...shiftsAmong(amounts('weight'), place), ...shiftsAmong(amounts('points'), place)];
    }
    case 'ballot':
      return shiftsAmong(
        node.groups.map(({ weight }) => weight),
        place,
      );
    default:
      return [];
  }
}

/** From each to the one before it, and from the first to the last: every share goes up once and down once. */
function shiftsAmong(amounts: readonly QuantityNode[], place: Place): readonly Mutant[] {
  if (amounts.length < 2) return [];
  return amounts.flatMap((amount, index) => {
    const next = amounts[(index + 1) % amounts.length];
    if (next === undefined || (index === 1 && amounts.length === 2)) return [];
    const [more, less] = [stepped(amount.digits, 1), stepped(next.digits, -1)];
    const [first, second] = [digitsIn(amount, place), digitsIn(next, place)];
    if (more === null || less === null || first === null || second === null) return [];
    if (compare(parseRational(less) ?? zero, zero) <= 0) return [];
    return [
      {
        kind: 'shift',
        span: amount.span,
        edits: [
          { span: first, text: more },
          { span: second, text: less },
        ],
      },
    ];
  });
}
