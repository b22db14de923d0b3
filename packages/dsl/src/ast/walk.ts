import { childKeys } from './children.ts';
import type { Node } from './nodes.ts';

/** The children of a node in the order of the child table. */
export function childrenOf(node: Node): Node[] {
  const properties = new Map<string, unknown>(Object.entries(node));
  return childKeys(node.kind).flatMap((key) => {
    // The child table is typed against the nodes: under these keys stand nodes, lists of nodes or null.
    const value = properties.get(key) as Node | readonly Node[] | null;
    return value ?? [];
  });
}

/**
 * Visits a node and everything below it, parents first. `ancestors` runs from the root to the parent and is only valid during
 * the call. Return false to leave out what is below.
 */
export function walk(root: Node, visit: (node: Node, ancestors: readonly Node[]) => boolean | void): void {
  const ancestors: Node[] = [];
  const step = (node: Node): void => {
    if (visit(node, ancestors) === false) return;
    ancestors.push(node);
    for (const child of childrenOf(node)) step(child);
    ancestors.pop();
  };
  step(root);
}
