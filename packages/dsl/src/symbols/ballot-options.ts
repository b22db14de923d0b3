import type { Node } from '../ast/nodes.ts';
import type { Scopes } from './scope.ts';
import type { Reference } from './symbol.ts';

/**
 * Resolves an argument as an option of the ballot, or of the ballot of a group, that the first one means: `票率（民主测评，优秀）`. False
 * where it is none.
 */
export function resolveOption(
  argument: Node,
  first: Node | undefined,
  scopes: Scopes,
  references: Map<Node, Reference>,
): boolean {
  const asked = first === undefined ? undefined : references.get(first)?.symbol;
  const ballot = asked?.kind === 'ballot-group' ? asked.owner : asked;
  const [name] = argument.kind === 'path' && argument.names.length === 1 ? argument.names : [];
  if (ballot?.kind !== 'ballot' || name?.kind !== 'name') return false;
  const option = scopes.anywhere(name.text, (each) => each.kind === 'ballot-option' && each.owner === ballot);
  if (option !== null) references.set(argument, { symbol: option, through: null });
  return option !== null;
}
