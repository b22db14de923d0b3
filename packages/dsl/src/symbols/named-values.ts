import type { DefineNode, ExpressionNode, NameNode, PathNode } from '../ast/nodes.ts';

/** A name that is a whole path. */
export interface NamedValue {
  readonly name: NameNode;
  readonly path: PathNode;
}

/** The single names that stand where a definition gives one of its own: behind 则 and 否则, and at the end of rows. */
export function namedValues({ options, value }: DefineNode): readonly NamedValue[] {
  const found: NamedValue[] = [];
  const pending: ExpressionNode[] = options.length === 0 ? [] : [value];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    switch (node.kind) {
      case 'path': {
        const [name] = node.names;
        if (node.names.length === 1 && name?.kind === 'name') found.push({ name, path: node });
        break;
      }
      case 'parenthesis':
        pending.push(node.inner);
        break;
      case 'if':
        pending.push(node.consequent, ...(node.alternative === null ? [] : [node.alternative]));
        break;
      case 'tiers':
        pending.push(...node.rows.map((row) => row.amount));
        break;
      case 'by-table':
        pending.push(...node.rows.map((row) => row.value));
        break;
      default:
    }
  }
  return found;
}
