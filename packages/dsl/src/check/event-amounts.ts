import type { Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import { isFieldOf } from '../symbols/entries.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';

/** Whether something names what is recorded with the events of a case, but for what runs over the events of a list itself. */
export function readsFieldOf(root: Node, list: Symbol, { references, lists }: Names): boolean {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (lists.has(node)) continue;
    const symbol = node.kind === 'path' ? references.get(node)?.symbol : undefined;
    if (symbol !== undefined && isFieldOf(symbol, list)) return true;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return false;
}
