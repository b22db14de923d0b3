import { childrenOf } from '../ast/walk.ts';
import type { FileNode, Node } from '../ast/nodes.ts';

/** The nodes around an offset, from the file down to the innermost. A node holds the offsets from its start up to its end. */
export function nodesAt(file: FileNode, offset: number): Node[] {
  const path: Node[] = [file];
  for (let node: Node | undefined = file; node !== undefined;) {
    const inner: Node | undefined = childrenOf(node).find(({ span }) => span.start <= offset && offset < span.end);
    if (inner !== undefined) path.push(inner);
    node = inner;
  }
  return path;
}
