import type { BuiltinNameNode } from '../ast/nodes.ts';
import { mainScale } from './main-scale.ts';
import type { Names, Reference } from './symbol.ts';

/** What a chapter word used as a figure means: the total, the main scale, the negative list. Null in a policy without it. */
export function builtinReference({ name }: BuiltinNameNode, names: Pick<Names, 'symbols'>): Reference | null {
  const symbol =
    name === 'grade'
      ? mainScale(names)
      : names.symbols.find(
          ({ kind, node }) => (name === 'total' && kind === 'total') || (node.kind === 'list' && node.sort === name),
        );
  return symbol === undefined || symbol === null ? null : { symbol, through: null };
}
