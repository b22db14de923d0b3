import type { Node } from './nodes.ts';

/** What stands inside of any brackets. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (inner.kind === 'parenthesis') inner = inner.inner;
  return inner;
}
