/** Full marks of every item, and how its parts share them (semantics 3.1). */
import { greatest, rational, sum } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { ClauseNode, FileNode, ItemNode, LineNode, ScorecardNode, TotalNode } from '../ast/nodes.ts';
import type { Names } from '../symbols/symbol.ts';
import type { Marks } from './analysis.ts';
import { quantityValue } from './literals.ts';

/** Something that has full marks. */
export type MarkedNode = TotalNode | ScorecardNode | ItemNode;

const hundred = rational(100n);

/** The items that stand directly in a body. */
export function childItems(body: readonly LineNode[]): readonly ItemNode[] {
  return body.filter((line) => line.kind === 'item');
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

class Finder {
  readonly marks = new Map<MarkedNode, Marks>();
  readonly #names: Names;
  readonly #chapter: Rational | null;
  readonly #open = new Set<MarkedNode>();

  constructor(tree: FileNode, names: Names) {
    this.#names = names;
    const chapter = tree.chapters.find((each) => each.kind === 'full-marks');
    this.#chapter = chapter?.amount.kind === 'quantity' ? quantityValue(chapter.amount) : null;
  }

  marksOf(node: MarkedNode): Marks {
    const known = this.marks.get(node);
    if (known !== undefined) return known;
    // A scorecard that leads back to itself is reported elsewhere and has no marks here.
    if (this.#open.has(node)) return { full: null, children: 'none' };
    this.#open.add(node);
    const children = sharing(childItems(node.body));
    // Every part is visited, so that each has its entry.
    const parts = childItems(node.body).map((child) => this.marksOf(child).full);
    const full = this.#written(node) ?? this.#implied(node, children, parts);
    this.#open.delete(node);
    const found: Marks = { full, children };
    this.marks.set(node, found);
    return found;
  }

  #written(node: MarkedNode): Rational | null {
    const points = clauseOf(node, 'points');
    if (points !== null) return quantityValue(points.amount);
    return node.kind === 'total' ? this.#chapter : null;
  }

  #implied(node: MarkedNode, children: Marks['children'], parts: readonly (Rational | null)[]): Rational | null {
    if (children === 'points') {
      if (!parts.every((part) => part !== null)) return null;
      return clauseOf(node, 'lowest-of-parts') === null
        ? sum(parts)
        : parts.reduce((most, part) => greatest(most, part));
    }
    if (children !== 'none' || node.kind === 'total' || node.kind === 'scorecard') return hundred;
    const scorecard = this.#scorecardOf(node);
    if (scorecard !== null) return this.marksOf(scorecard).full;
    return clauseOf(node, 'weight') === null ? null : hundred;
  }

  #scorecardOf(node: ItemNode): ScorecardNode | null {
    const using = clauseOf(node, 'using');
    const found = using === null ? undefined : this.#names.references.get(using.scorecard)?.symbol.node;
    return found?.kind === 'scorecard' ? found : null;
  }
}

/** How items share the marks of what they stand in. */
function sharing(children: readonly ItemNode[]): Marks['children'] {
  if (children.length === 0) return 'none';
  const weights = children.flatMap((child) => clauseOf(child, 'weight') ?? []);
  if (weights.length === 0) return 'points';
  const parts = weights.some(({ amount }) => amount.kind === 'quantity' && amount.unit === 'part');
  return parts ? 'ratios' : 'weights';
}
