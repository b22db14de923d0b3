import type { Analysis } from '../check/analysis.ts';
import type { Span } from '../source/span.ts';
import type { Reference, Symbol } from '../symbols/symbol.ts';
import { nodesAt } from './node-at.ts';

/** What a name in the text means, and where the name stands. */
export interface NamedPlace extends Reference {
  readonly span: Span;
}

/** The thing whose name stands at an offset, where it is declared or used; null where no name stands or it is unknown. */
export function symbolAt({ tree, names }: Analysis, offset: number): NamedPlace | null {
  const path = nodesAt(tree, offset).toReversed();
  for (const node of path) {
    const reference = names.references.get(node);
    if (reference !== undefined) return { ...reference, span: node.span };
  }
  const [innermost] = path;
  const declared = names.symbols.find((symbol) => symbol.nameNode === innermost && hasName(symbol));
  return declared === undefined ? null : { symbol: declared, through: null, span: declared.nameNode.span };
}

/** Whether a thing has a name of its own. One without, such as the total, stands for its name itself. */
export function hasName({ nameNode }: Symbol): boolean {
  return nameNode.kind === 'name' || nameNode.kind === 'text';
}
