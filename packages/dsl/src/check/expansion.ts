/** How large computed figures become when every name in them is replaced by what it stands for. */
import type { ExpressionNode, Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import { isOfEntries } from '../symbols/entries.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';
import { findDependencies, inOrder } from './dependencies.ts';

/** A value as a fraction of products of recorded and written figures. */
export interface Size {
  /** Factors above and below the line. */
  readonly above: number;
  readonly below: number;
}

export interface Expansion {
  /** How deep the tree is, links to other names included. */
  readonly levels: number;
  readonly size: Size;
  /** How many operations it is written out with, where what is defined for each entry of a list stands for its formula. */
  readonly operations: number;
}

const figure: Size = { above: 1, below: 0 };

/** The expansion of everything that is computed; null where something is computed from itself. */
export function expansions(names: Names): ReadonlyMap<Symbol, Expansion> | null {
  const { order, circles } = inOrder(findDependencies(names));
  if (circles.length > 0) return null;
  const known = new Map<Symbol, Expansion>();
  for (const symbol of order) {
    const levels = levelsOf(symbol.node, names, known);
    const { node } = symbol;
    const size = node.kind === 'define' && node.rounding === null ? sizeOf(node.value, names, known) : figure;
    known.set(symbol, { levels, size, operations: operationsOf(node, names, known) });
  }
  return known;
}

function levelsOf(root: Node, names: Names, known: ReadonlyMap<Symbol, Expansion>): number {
  let most = 0;
  const pending = [{ node: root, depth: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next;
    const symbol = node.kind === 'path' ? names.references.get(node)?.symbol : undefined;
    most = Math.max(most, depth + ((symbol && known.get(symbol)?.levels) ?? 0));
    for (const child of childrenOf(node)) pending.push({ node: child, depth: depth + 1 });
  }
  return most;
}

function operationsOf(root: Node, names: Names, known: ReadonlyMap<Symbol, Expansion>): number {
  let count = 0;
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const symbol = node.kind === 'path' ? names.references.get(node)?.symbol : undefined;
    count += symbol !== undefined && isOfEntries(symbol) ? (known.get(symbol)?.operations ?? 1) : 1;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return count;
}

/** The factors of an expression. What is no arithmetic counts as the largest of its parts. */
function sizeOf(node: Node, names: Names, known: ReadonlyMap<Symbol, Expansion>): Size {
  const inner = (each: Node): Size => sizeOf(each, names, known);
  if (node.kind === 'path') {
    const symbol = names.references.get(node)?.symbol;
    return (symbol && known.get(symbol)?.size) ?? figure;
  }
  if (node.kind === 'interpolation') {
    // Between two anchors the figure's share of the way is multiplied by what lies between their values.
    const sizes = [node.figure, ...node.anchors.flatMap(({ at, amount }) => [at, amount])].map(inner);
    const most = (of: keyof Size): number => sizes.reduce((so, size) => Math.max(so, size[of]), 1);
    return { above: 3 * (most('above') + most('below')), below: 3 * (most('above') + most('below')) };
  }
  if (node.kind !== 'arithmetic') {
    const parts = childrenOf(node).map(inner);
    return {
      above: parts.reduce((most, { above }) => Math.max(most, above), 1),
      below: parts.reduce((most, { below }) => Math.max(most, below), 0),
    };
  }
  const [left, right] = [inner(node.left), inner(node.right)];
  switch (node.operator) {
    case '+':
    case '-':
      return {
        above: Math.max(left.above + right.below, right.above + left.below),
        below: left.below + right.below,
      };
    case '*':
      return { above: left.above + right.above, below: left.below + right.below };
    case '/':
      // Written figures have a common denominator, however many quotients are added.
      if (isWritten(node.right)) return { ...left, above: left.above + 1 };
      return { above: left.above + right.below, below: left.below + right.above };
  }
}

function isWritten(node: ExpressionNode): boolean {
  return node.kind === 'quantity';
}
