import { childKeys } from './children.ts';
import type { Node } from './nodes.ts';

/** The children of a node in the order of the child table. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const key of childKeys(node.kind)) {
    const value: unknown = Reflect.get(node, key);
    // A list can be longer than a call takes arguments, so it is not spread.
    if (isList(value)) for (const child of value) children.push(child);
    else if (isNode(value)) children.push(value);
  }
  return children;
}

/** Under the keys of the child table stand nodes, lists of nodes or null: it is typed against the nodes. */
function isList(value: unknown): value is readonly Node[] {
  return Array.isArray(value);
}

function isNode(value: unknown): value is Node {
  return value !== null && value !== undefined;
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
