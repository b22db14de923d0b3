import { childKeys } from '../../src/ast/children.ts';
import type { Node } from '../../src/ast/nodes.ts';

/**
 * A tree as indented text: kind, plain properties, children under their names. What says nothing (null, false, an empty list)
 * is left out.
 */
export function treeText(node: Node, label = '', indentation = ''): string {
  const children = childKeys(node.kind);
  const properties = new Map<string, unknown>(Object.entries(node));
  const plain = [...properties]
    .filter(
      ([key, value]) =>
        key !== 'kind' && key !== 'span' && !children.includes(key) && value !== null && value !== false,
    )
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const lines = [`${indentation}${label}${node.kind}${plain.join('')}`];
  for (const key of children) {
    const value = properties.get(key) as Node | readonly Node[] | null;
    const list = Array.isArray(value) ? (value as readonly Node[]) : null;
    if (list !== null) lines.push(...list.map((child) => treeText(child, `${key}: `, `${indentation}  `)));
    else if (value !== null) lines.push(treeText(value as Node, `${key}: `, `${indentation}  `));
  }
  return lines.join('\n');
}
