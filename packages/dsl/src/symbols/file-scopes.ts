import type { ChapterNode, Node } from '../ast/nodes.ts';
import type { Symbol } from './symbol.ts';

/** What the names in each chapter can mean, where a policy is made of several files. */
export interface FileScopes {
  /**
   * For each chapter the chapters that names in it can mean: those of its own file and those that its file imports, by the node
   * that declares them. Chapters of one file share one set. A chapter without an entry sees everything. Keys are chapters and the
   * nodes that declare them.
   */
  readonly seenFrom: ReadonlyMap<Node, ReadonlySet<Node>>;
  /** What each name of a 引入 means: the node that declares it. */
  readonly imported: ReadonlyMap<Node, Node>;
  /** What paths mean that begin with the name of another policy: a field; null where it was reported what is wrong. */
  readonly results: ReadonlyMap<Node, Node | null>;
  /** What no chapter declares and every one sees: the figures that results of other policies are. */
  readonly everywhere: ReadonlySet<Node>;
  /** Names whose 引入 failed: it was said there, and is not said again wherever they are used. */
  readonly lost: ReadonlySet<string>;
}

/** A policy that is one file. */
export const oneFile: FileScopes = {
  seenFrom: new Map(),
  imported: new Map(),
  results: new Map(),
  everywhere: new Set(),
  lost: new Set(),
};

/** The node under which the name of a chapter is declared. */
export function declaringNode(chapter: ChapterNode): Node {
  return chapter.kind === 'input' ? chapter.field : chapter;
}

/** What can be seen from the chapter in which a symbol stands; null is everything. */
export function sightOf(symbol: Symbol, { seenFrom }: FileScopes): ReadonlySet<Node> | null {
  let top = symbol;
  while (top.owner !== null) top = top.owner;
  return seenFrom.get(top.node) ?? null;
}
