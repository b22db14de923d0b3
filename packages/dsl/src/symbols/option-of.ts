import type { ExpressionNode } from '../ast/nodes.ts';
import { unwrap } from '../ast/unwrap.ts';
import type { Scopes } from './scope.ts';
import type { Symbol } from './symbol.ts';

/** Whether `left` names an option of what `right` means, and nothing itself: `优秀 = 自评等次`. */
export function isOptionOf(left: ExpressionNode, right: ExpressionNode, place: Symbol | null, scopes: Scopes): boolean {
  const [value, field] = [unwrap(left), unwrap(right)];
  if (value.kind !== 'path' || field.kind !== 'path') return false;
  const [name] = value.names;
  if (value.names.length !== 1 || name?.kind !== 'name') return false;
  if (scopes.bare(name.text, place).found !== 'none') return false;
  const [holder] = field.names;
  return holder?.kind === 'builtin-name'
    ? holder.name === 'grade'
    : holder !== undefined && scopes.bare(holder.text, place).found !== 'none';
}
