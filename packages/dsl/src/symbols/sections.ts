import type { Node } from '../ast/nodes.ts';
import type { NameReports } from './name-reports.ts';
import type { Scopes } from './scope.ts';
import type { Reference, Symbol } from './symbol.ts';

/** `维度 政治建设` in a list means the dimension of that name, where the policy has items of that level. */
export function resolveSection(
  { name, node, nameNode }: Symbol,
  symbols: readonly Symbol[],
  scopes: Scopes,
  reports: NameReports,
  references: Map<Node, Reference>,
): void {
  if (node.kind !== 'item' || (nameNode.kind !== 'name' && nameNode.kind !== 'text')) return;
  const { level } = node;
  const accept = (each: Symbol): boolean =>
    each.kind === 'item' && each.node.kind === 'item' && each.node.level === level;
  const found = scopes.anywhere(name, accept);
  if (found !== null) references.set(nameNode, { symbol: found, through: null });
  else if (symbols.some(accept)) reports.unknown(nameNode, 'section', null, scopes.namesOf(accept));
}
