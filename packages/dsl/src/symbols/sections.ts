import type { NameNode, TextNode } from '../ast/nodes.ts';
import type { Symbol } from './symbol.ts';

/** What the name of a section stands for: where it is written, and which things bear it. */
export interface SectionName {
  readonly node: NameNode | TextNode;
  readonly accept: (symbol: Symbol) => boolean;
}

/** `维度 政治建设` in a list means the dimension of that name, where the policy has items of that level. */
export function sectionName({ node, nameNode }: Symbol): SectionName | null {
  if (node.kind !== 'item' || (nameNode.kind !== 'name' && nameNode.kind !== 'text')) return null;
  const { level } = node;
  return {
    node: nameNode,
    accept: (each) => each.kind === 'item' && each.node.kind === 'item' && each.node.level === level,
  };
}
