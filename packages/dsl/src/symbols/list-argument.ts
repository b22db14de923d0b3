import type { ExpressionNode, Node, PathNode } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import { holdsEntries } from './entries.ts';
import type { Found, Scopes } from './scope.ts';
import type { Reference, Symbol } from './symbol.ts';

/** The list over whose entries an argument runs: that of the first path in it that names a list or goes through one. */
export function listIn(expression: ExpressionNode, place: Symbol | null, scopes: Scopes): Reference | null {
  const stack: Node[] = [expression];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'path') {
      const list = listOf(node, place, scopes);
      if (list !== null) return list;
    } else if (node.kind !== 'call') {
      for (const child of childrenOf(node).toReversed()) stack.push(child);
    }
  }
  return null;
}

function listOf(path: PathNode, place: Symbol | null, scopes: Scopes): Reference | null {
  let holder: Reference | null = null;
  for (const name of path.names) {
    if (name.kind !== 'name') return null;
    const found: Found = holder === null ? scopes.bare(name.text, place) : scopes.member(name.text, holder);
    if (found.found !== 'one') return null;
    holder = found.reference;
    if (holdsEntries(holder.symbol)) return holder;
  }
  return null;
}
