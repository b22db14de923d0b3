/** What is computed from what: definitions, tables, items, lists, the total and the grade. */
import type { ItemLevel, Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import { mainScale } from '../symbols/main-scale.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';
import { looksAtTotal } from './scale-basis.ts';

/** One thing needs another, because of a name (or `各维度`) at a place. */
export interface Dependency {
  readonly on: Symbol;
  readonly at: Node;
}

/** What each computed thing needs directly. Inputs and cases are given, not computed, so nothing leads on from them. */
export type Dependencies = ReadonlyMap<Symbol, readonly Dependency[]>;

const computed: ReadonlySet<Symbol['kind']> = new Set([
  'figure',
  'table',
  'item',
  'list',
  'total',
  'scorecard',
  'scale',
]);

/** Finds all dependencies of a file, without recursion: names may stand in long chains. */
export function findDependencies(names: Names): Dependencies {
  const found = new Map<Symbol, Dependency[]>();
  // Effects on the main scale stand anywhere in the tree.
  const main = mainScale(names);
  const scorecards = new Map<Symbol, Symbol[]>();
  for (const [scorecard, users] of names.users) {
    for (const user of users) scorecards.set(user, [...(scorecards.get(user) ?? []), scorecard]);
  }
  for (const symbol of names.symbols) {
    if (!computed.has(symbol.kind)) continue;
    const needs = [...readIn(symbol, names)];
    for (const scorecard of scorecards.get(symbol) ?? []) needs.push({ on: scorecard, at: symbol.nameNode });
    if (symbol.kind === 'total')
      for (const list of names.symbols)
        if (list.kind === 'list' && list.owner === null) needs.push({ on: list, at: list.nameNode });
    if (symbol === main || (symbol.node.kind === 'grades' && looksAtTotal(symbol.node))) {
      const total = names.symbols.find((each) => each.kind === 'total');
      if (total !== undefined) needs.push({ on: total, at: symbol.nameNode });
    }
    found.set(symbol, needs);
  }
  return found;
}

/** The names read in the node of a symbol. What stands in it and is computed by itself is a dependency as a whole. */
function* readIn(symbol: Symbol, names: Names): Iterable<Dependency> {
  const stack: Node[] = childrenOf(symbol.node);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const inner = names.declared.get(node);
    if (inner !== undefined && inner !== symbol && computed.has(inner.kind)) {
      // A definition counts where it is used; parts of an item count by standing in it.
      if (inner.kind !== 'figure' && inner.kind !== 'table') yield { on: inner, at: inner.nameNode };
      continue;
    }
    if (node.kind === 'occurs') continue;
    if (node.kind === 'every') yield* itemsOf(node.level, symbol, node, names);
    if (node.kind === 'path') {
      const on = names.references.get(node)?.symbol;
      if (on !== undefined && computed.has(on.kind)) yield { on, at: node };
      continue;
    }
    for (const child of childrenOf(node)) stack.push(child);
  }
}

/** `各维度`: the items of a level inside the item in which it is said, or anywhere for the grades. */
function* itemsOf(level: ItemLevel, reader: Symbol, at: Node, names: Names): Iterable<Dependency> {
  for (const symbol of names.symbols) {
    if (symbol.kind !== 'item' || symbol.node.kind !== 'item' || symbol.node.level !== level || symbol === reader)
      continue;
    yield { on: symbol, at };
  }
}

/** Everything in an order in which each comes after what it needs; circles are cut where they close. */
export function inOrder(dependencies: Dependencies): {
  readonly order: readonly Symbol[];
  readonly circles: readonly (readonly Dependency[])[];
} {
  const order: Symbol[] = [];
  const circles: Dependency[][] = [];
  const state = new Map<Symbol, 'open' | 'done'>();
  for (const start of dependencies.keys()) {
    if (state.has(start)) continue;
    const path: { readonly symbol: Symbol; readonly by: Dependency | null; next: number }[] = [
      { symbol: start, by: null, next: 0 },
    ];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const dependency = dependencies.get(top.symbol)?.[top.next];
      top.next += 1;
      if (dependency === undefined) {
        state.set(top.symbol, 'done');
        order.push(top.symbol);
        path.pop();
        continue;
      }
      const seen = state.get(dependency.on);
      if (seen === 'done') continue;
      if (seen === 'open') {
        const from = path.findIndex((each) => each.symbol === dependency.on);
        circles.push([...path.slice(from + 1).flatMap((each) => (each.by === null ? [] : [each.by])), dependency]);
        continue;
      }
      state.set(dependency.on, 'open');
      path.push({ symbol: dependency.on, by: dependency, next: 0 });
    }
  }
  return { order, circles };
}
