/** Ballots by marks: the fields of every mark, and ballots that only collect. */
import type { BallotNode, FieldNode, Node } from '../ast/nodes.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';

/** The most raters that a record can hold (semantics 14.10). */
export const mostRaters = 1000;

/** Whether a ballot has no points: its votes are counted, and another rule uses them. */
export function onlyCollects({ options }: BallotNode): boolean {
  return options.some((option) => option.counted) && options.every((option) => option.points === null);
}

/** The names of the fields that every mark has without being written. */
export interface PanelFields {
  readonly mark: string;
  /** Who gave the mark, for marks among peers. */
  readonly rater: string | null;
  readonly group: string | null;
}

/** The fields of the marks of a panel. */
export function panelFields(panel: Symbol, names: Pick<Names, 'symbols'>): PanelFields {
  const fields = names.symbols.filter((each) => each.kind === 'entry-field' && each.owner === panel);
  const named = (fits: (node: Node) => boolean): string | null => fields.find(({ node }) => fits(node))?.name ?? null;
  return {
    mark: named((node) => node.kind === 'marks') ?? '',
    rater: named((node) => node.kind === 'name'),
    group: named((node) => node.kind === 'field' && isGroupField(node, panel.node)),
  };
}

/** The field of the groups is made of them, so that its options are theirs. */
function isGroupField({ type }: FieldNode, panel: Node): boolean {
  if (type.kind !== 'choice-type' || panel.kind !== 'panel') return false;
  return type.options.length > 0 && type.options.every((option) => panel.groups.some((group) => group.name === option));
}
