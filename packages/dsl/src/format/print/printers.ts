import type { Doc } from 'prettier';
import type { childTable } from '../../ast/children.ts';
import type { Node, NodeKind, NodeOf } from '../../ast/nodes.ts';
import type { PlacedComments } from '../placed-comments.ts';
import type { Words } from '../words.ts';

/** What a printer may use besides its node. */
export interface Print<Kind extends NodeKind> {
  readonly words: Words;
  readonly comments: PlacedComments;
  readonly source: string;
  readonly parent: Node | null;
  /** A child printed; empty if there is none. */
  readonly child: (key: ChildKey<Kind>) => Doc;
  /** The children of a list printed. */
  readonly children: (key: ChildKey<Kind>) => Doc[];
}

type ChildKey<Kind extends NodeKind> = keyof (typeof childTable)[Kind] & string;

/** How each kind of node is printed. */
export type Printers = { readonly [Kind in NodeKind]: (node: NodeOf<Kind>, print: Print<Kind>) => Doc };
