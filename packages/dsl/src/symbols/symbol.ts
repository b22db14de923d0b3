import type { InputNode, NameNode, Node, TextNode } from '../ast/nodes.ts';

export type SymbolKind =
  | 'subject'
  | 'attribute'
  | 'input'
  | 'figure' // 定义
  | 'table' // 对照表
  | 'total'
  | 'item'
  | 'scorecard'
  | 'list'
  | 'case'
  | 'entry-field' // of a list, or 登记
  | 'ballot'
  | 'ballot-group'
  | 'ballot-option'
  | 'rater-count' // how many marks a panel has
  | 'option' // of a choice
  | 'scale' // 等次
  | 'grade'
  | 'outcome' // 另设
  | 'stage' // 步骤
  | 'sample';

/** One declared thing. Identity matters: compare symbols with `===`. */
export interface Symbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The node that declares it. */
  readonly node: Node;
  /** Where its name stands: what a rename or a "declared here" points at. */
  readonly nameNode: NameNode | TextNode | Node;
  /** The symbol in which it is declared: the item of an input, the field of an option, the scorecard of a dimension. */
  readonly owner: Symbol | null;
}

/** What a written name means. */
export interface Reference {
  readonly symbol: Symbol;
  /** For a name inside a scorecard reached from outside by `method.name`: the method. */
  readonly through: Symbol | null;
}

/** All names of one file. Lookups that fail were reported; they have no entry. */
export interface Names {
  readonly symbols: readonly Symbol[];
  /** Declaring node → symbol. */
  readonly declared: ReadonlyMap<Node, Symbol>;
  /**
   * Path or name node → what it means. A path has an entry under the path node itself and one under each of its names;
   * single names elsewhere are under the name node.
   */
  readonly references: ReadonlyMap<Node, Reference>;
  /** Argument of a function → the list over whose entries it runs, for those that name a field or a list of entries. */
  readonly lists: ReadonlyMap<Node, Reference>;
  /** Scale → the list of its earlier grades that a record can hold, for scales whose earlier years matter. */
  readonly histories: ReadonlyMap<Symbol, InputNode>;
  /** Scorecard → the items that use it, in the order of the file. */
  readonly users: ReadonlyMap<Symbol, readonly Symbol[]>;
}
