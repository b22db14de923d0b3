import type { CallNode, Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import { findFunction } from '../vocabulary/functions.ts';

/**
 * Whether two trees say the same: everything but spans. The clauses of a head or an effect may stand in any order, and a
 * built-in function has a name in each vocabulary.
 */
export function sameTree(first: Node, second: Node): boolean {
  if (first.kind === 'call' && second.kind === 'call' && functionOf(first) === functionOf(second)) {
    return ownText(first) === ownText(second) && sameList(besidesFunction(first), besidesFunction(second));
  }
  if (ownText(first) !== ownText(second)) return false;
  return sameList(inFixedOrder(first), inFixedOrder(second));
}

function besidesFunction(call: CallNode): readonly Node[] {
  return childrenOf(call).filter((child) => child !== call.function);
}

function functionOf(call: CallNode): string {
  return findFunction(call.function.text)?.id ?? call.function.text;
}

function sameList(first: readonly Node[], second: readonly Node[]): boolean {
  return first.length === second.length && first.every((node, index) => sameTree(node, second[index] ?? node));
}

/** Everything about a node but its span and its children; of the children, how many each property has. */
function ownText(node: Node): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'span') return undefined;
    if (Array.isArray(value)) return value.length;
    return key !== '' && typeof value === 'object' && value !== null ? 'node' : value;
  });
}

function inFixedOrder(node: Node): Node[] {
  if (!('clauses' in node)) return childrenOf(node);
  const clauses = new Set<Node>(node.clauses);
  const others = childrenOf(node).filter((child) => !clauses.has(child));
  return [...others, ...[...clauses].toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))];
}
