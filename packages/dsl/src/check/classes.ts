/** Classes of subjects: which items are there for which, and every combination of classes that matters (semantics 10.5). */
import type {
  AppliesNode,
  ByRowNode,
  ClauseNode,
  ItemNode,
  MissingNode,
  NameNode,
  Node,
  PathNode,
  SheetRowNode,
} from '../ast/nodes.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';

/** An option for each of some attributes. */
export type Classes = ReadonlyMap<Symbol, string>;

/** More combinations than this are not looked at; their own rule says so. */
export const mostCombinations = 500;

/** Everybody: no class matters. */
export const everybody: Classes = new Map();

/** A table in a head: by points, weights or sheets. */
export interface ClassTable<Row extends ByRowNode | SheetRowNode = ByRowNode | SheetRowNode> {
  readonly key: PathNode | MissingNode;
  readonly rows: readonly Row[];
}

/** All combinations of the options of some attributes; null where there are more than `mostCombinations`. */
export function combinationsOf(keys: Iterable<Symbol>): readonly Classes[] | null {
  let combinations: readonly Classes[] = [everybody];
  for (const key of keys) {
    const options = optionsOf(key);
    if (combinations.length * options.length > mostCombinations) return null;
    combinations = combinations.flatMap((classes) => options.map((option) => new Map([...classes, [key, option]])));
  }
  return combinations;
}

/** The options of an attribute, none for anything else. */
export function optionsOf({ node }: Symbol): readonly string[] {
  return node.kind === 'field' && node.type.kind === 'choice-type' ? node.type.options.map(({ text }) => text) : [];
}

/** The attribute by which a table chooses; null where it is no field with options. */
export function keyOfTable({ key }: ClassTable, names: Names): Symbol | null {
  const symbol = names.references.get(key)?.symbol;
  return symbol !== undefined && optionsOf(symbol).length > 0 ? symbol : null;
}

/** The row of a table for a class; null where there is none. */
export function rowFor<Row extends ByRowNode | SheetRowNode>(
  table: ClassTable<Row>,
  classes: Classes,
  names: Names,
): Row | null {
  const key = keyOfTable(table, names);
  const option = key === null ? undefined : classes.get(key);
  return table.rows.find(({ options }) => options.length === 0 || options.some(({ text }) => text === option)) ?? null;
}

/** The tables in the head of an item. */
export function tablesOf({ clauses }: { readonly clauses: readonly ClauseNode[] }): readonly ClassTable[] {
  return clauses.flatMap((clause): readonly ClassTable[] => {
    if ((clause.kind === 'points' || clause.kind === 'weight') && clause.amount.kind === 'by-table')
      return [clause.amount];
    return clause.kind === 'using' && clause.scorecard.kind === 'sheet-table' ? [clause.scorecard] : [];
  });
}

/** The attributes on which it depends whether an item is there, and what it is worth. */
export function keysOfItem(node: ItemNode, names: Names): ReadonlySet<Symbol> {
  const keys = new Set<Symbol>();
  for (const clause of node.clauses) {
    const key = clause.kind === 'applies' ? attributeOf(clause, names) : null;
    if (key !== null) keys.add(key);
  }
  for (const table of tablesOf(node)) {
    const key = keyOfTable(table, names);
    if (key !== null) keys.add(key);
  }
  return keys;
}

/** The attribute whose options stand behind 适用; null for `适用 当 …` and for unknown names. */
export function attributeOf({ names: [first] }: AppliesNode, names: Names): Symbol | null {
  return (first === undefined ? undefined : names.references.get(first)?.symbol.owner) ?? null;
}

/** Whether a place is there for a class: the item itself, if it is one, and all items around it. */
export function isPlaceThere(nodes: readonly Node[], classes: Classes, names: Names): boolean {
  return nodes.every((node) => node.kind !== 'item' || isThere(node, classes, names));
}

/** Whether an item is there for a class: 适用 names it, and no table in its head says 不适用. */
export function isThere(node: ItemNode, classes: Classes, names: Names): boolean {
  return node.clauses.every((clause) => isThereBy(clause, classes, names));
}

function isThereBy(clause: ClauseNode, classes: Classes, names: Names): boolean {
  if (clause.kind !== 'applies')
    return tablesOf({ clauses: [clause] }).every((table) => isListed(table, classes, names));
  const key = attributeOf(clause, names);
  const option = key === null ? undefined : classes.get(key);
  return option === undefined || clause.names.some(({ text }: NameNode) => text === option);
}

function isListed(table: ClassTable, classes: Classes, names: Names): boolean {
  const key = keyOfTable(table, names);
  const row = key === null || !classes.has(key) ? null : rowFor(table, classes, names);
  if (row === null) return true;
  return (row.kind === 'by-row' ? row.value : row.scorecard).kind !== 'inapplicable';
}

/** `类别 镇街、规模 大`; null for everybody. */
export function describeClasses(classes: Classes): string | null {
  if (classes.size === 0) return null;
  return [...classes].map(([key, option]) => `${key.name} ${option}`).join('、');
}
