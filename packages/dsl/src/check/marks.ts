/** Full marks of every item, and how its parts share them (semantics 3.1). */
import { equal, greatest, multiply, rational, sum } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type {
  ByTableNode,
  ClauseNode,
  FileNode,
  ItemNode,
  LineNode,
  Node,
  ScorecardNode,
  SheetTableNode,
  TotalNode,
} from '../ast/nodes.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';
import type { Marks } from './analysis.ts';
import { combinationsOf, everybody, isThere, keyOfTable, keysOfItem, rowFor, type Classes } from './classes.ts';
import { figureOf, quantityValue } from './literals.ts';

/** Something that has full marks. */
export type MarkedNode = TotalNode | ScorecardNode | ItemNode;

const hundred = rational(100n);

/** The items that stand directly in a body. */
export function childItems(body: readonly LineNode[]): readonly ItemNode[] {
  return body.filter((line) => line.kind === 'item');
}

/** Whether an item has no parts and no scorecard; one that is scored once for each period, none besides its periods. */
export function isLeafItem(node: ItemNode): boolean {
  const periods = clauseOf(node, 'periods');
  if (periods !== null) return periods.ofLeaf;
  return childItems(node.body).length === 0 && clauseOf(node, 'using') === null;
}

/** The first clause of a kind in a head; repeated ones are reported elsewhere. */
export function clauseOf<Kind extends ClauseNode['kind']>(
  node: { readonly clauses: readonly ClauseNode[] },
  kind: Kind,
): Extract<ClauseNode, { readonly kind: Kind }> | null {
  return (
    node.clauses.find((clause): clause is Extract<ClauseNode, { readonly kind: Kind }> => clause.kind === kind) ?? null
  );
}

/** Finds the full marks of the total, the scorecards and all their items. Sections of lists have none. */
export function findMarks(tree: FileNode, names: Names): ReadonlyMap<MarkedNode, Marks> {
  const finder = new Finder(tree, names);
  for (const chapter of tree.chapters) {
    if (chapter.kind === 'total' || chapter.kind === 'scorecard') finder.marksOf(chapter);
  }
  return finder.marks;
}

/** Full marks as they depend on classes. */
interface Found {
  readonly keys: ReadonlySet<Symbol>;
  readonly at: (classes: Classes) => Rational | null;
}

const undetermined: Found = { keys: new Set(), at: () => null };

class Finder {
  readonly marks = new Map<MarkedNode, Marks>();
  readonly #found = new Map<MarkedNode, Found>();
  readonly #names: Names;
  readonly #chapter: Rational | null;
  readonly #open = new Set<MarkedNode>();

  constructor(tree: FileNode, names: Names) {
    this.#names = names;
    const chapter = tree.chapters.find((each) => each.kind === 'full-marks');
    this.#chapter = chapter?.amount.kind === 'quantity' ? quantityValue(chapter.amount) : null;
  }

  marksOf(node: MarkedNode): Found {
    const known = this.#found.get(node);
    if (known !== undefined) return known;
    // A scorecard that leads back to itself is reported elsewhere and has no marks here.
    if (this.#open.has(node)) return undetermined;
    this.#open.add(node);
    const children = sharing(childItems(node.body));
    // Every part is visited, so that each has its entry.
    for (const child of childItems(node.body)) this.marksOf(child);
    const found = remembered(this.#written(node) ?? this.#implied(node, children));
    this.#open.delete(node);
    this.#found.set(node, found);
    this.marks.set(node, { ...settled(found), children });
    return found;
  }

  #written(node: MarkedNode): Found | null {
    const amount = clauseOf(node, 'points')?.amount ?? null;
    if (amount?.kind === 'by-table') return this.#chosen(amount);
    if (amount !== null) return fixed(quantityValue(amount));
    return node.kind === 'total' && this.#chapter !== null ? fixed(this.#chapter) : null;
  }

  #chosen(table: ByTableNode): Found {
    const key = keyOfTable(table, this.#names);
    return {
      keys: new Set(key === null ? [] : [key]),
      at: (classes) => {
        const value = rowFor(table, classes, this.#names)?.value;
        return value?.kind === 'quantity' ? quantityValue(value) : null;
      },
    };
  }

  #implied(node: MarkedNode, children: Marks['children']): Found {
    if (children === 'points') return this.#ofParts(node);
    if (children !== 'none' || node.kind === 'total' || node.kind === 'scorecard') return fixed(hundred);
    const using = clauseOf(node, 'using')?.scorecard;
    if (using?.kind === 'sheet-table') return this.#ofSheets(using);
    const sheet = using === undefined ? null : this.#sheet(using);
    if (sheet !== null) return this.marksOf(sheet);
    return clauseOf(node, 'weight') === null ? undetermined : fixed(hundred);
  }

  /** The sum of the parts that are there, or the greatest of them. */
  #ofParts(node: MarkedNode): Found {
    const parts = childItems(node.body).map((child) => ({ child, marks: this.marksOf(child) }));
    const count = clauseOf(node, 'best-of-parts')?.count;
    const best = count?.kind === 'quantity' ? figureOf(count) : null;
    // Periods that are added up have the marks of the whole each: it is reached with any of them.
    const isSum = clauseOf(node, 'lowest-of-parts') === null && clauseOf(node, 'periods') === null;
    return {
      keys: new Set(parts.flatMap(({ child, marks }) => [...keysOfItem(child, this.#names), ...marks.keys])),
      at: (classes) => {
        const there = parts.filter(({ child }) => isThere(child, classes, this.#names));
        const values = there.map(({ marks }) => marks.at(classes));
        if (!values.every((value) => value !== null)) return null;
        if (best !== null) return multiply(best, values[0] ?? rational(0n));
        return isSum ? sum(values) : values.reduce((most, value) => greatest(most, value), rational(0n));
      },
    };
  }

  #ofSheets(table: SheetTableNode): Found {
    const key = keyOfTable(table, this.#names);
    const sheets = table.rows.flatMap((row) => this.#sheet(row.scorecard) ?? []);
    return {
      keys: new Set([...(key === null ? [] : [key]), ...sheets.flatMap((sheet) => [...this.marksOf(sheet).keys])]),
      at: (classes) => {
        const row = rowFor(table, classes, this.#names);
        const sheet = row === null ? null : this.#sheet(row.scorecard);
        return sheet === null ? null : this.marksOf(sheet).at(classes);
      },
    };
  }

  #sheet(name: Node): ScorecardNode | null {
    const found = this.#names.references.get(name)?.symbol.node;
    return found?.kind === 'scorecard' ? found : null;
  }
}

function fixed(value: Rational | null): Found {
  return { keys: new Set(), at: () => value };
}

/** Each combination is asked for by everything around; it is worked out once. */
function remembered({ keys, at }: Found): Found {
  const known = new Map<string, Rational | null>();
  const order = [...keys];
  return {
    keys,
    at: (classes) => {
      const key = JSON.stringify(order.map((each) => classes.get(each) ?? null));
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      const value = at(classes);
      known.set(key, value);
      return value;
    },
  };
}

/** One number where all classes have the same. */
function settled({ keys, at }: Found): Pick<Marks, 'full' | 'byClass'> {
  if (keys.size === 0) return { full: at(everybody), byClass: null };
  const combinations = combinationsOf(keys);
  if (combinations === null) return { full: null, byClass: null };
  const [first, ...others] = combinations.map((classes) => at(classes));
  const same = first !== undefined && first !== null && others.every((each) => each !== null && equal(each, first));
  return same ? { full: first, byClass: null } : { full: null, byClass: { keys: [...keys], at } };
}

/** How items share the marks of what they stand in. */
function sharing(children: readonly ItemNode[]): Marks['children'] {
  if (children.length === 0) return 'none';
  const weights = children.flatMap((child) => clauseOf(child, 'weight') ?? []);
  if (weights.length === 0) return 'points';
  const parts = weights.some(({ amount }) => amount.kind === 'quantity' && amount.unit === 'part');
  return parts ? 'ratios' : 'weights';
}
