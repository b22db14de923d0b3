/** Facts about cases, lists and effects that several rules ask for. */
import type {
  CapNode,
  CaseNode,
  DiscretionNode,
  EffectNode,
  HighestOnlyNode,
  LineNode,
  ListNode,
  Node,
  PointsEffectNode,
} from '../ast/nodes.ts';
import { clauseOf } from './marks.ts';

/** The effects of a case: its own, or those of its rows. */
export function effectsOf(node: CaseNode): readonly EffectNode[] {
  return node.effect === null ? node.table.map((row) => row.effect) : [node.effect];
}

/** The cap written behind an effect, or null. */
export function capOf(effect: PointsEffectNode | DiscretionNode): CapNode | null {
  return effect.clauses.find((clause): clause is CapNode => clause.kind === 'cap') ?? null;
}

/** A cap of a list or a section around a node, or null: it bounds what stands inside, too. */
export function capAround(ancestors: readonly Node[]): CapNode | null {
  for (const node of ancestors.toReversed()) {
    if (node.kind !== 'list' && node.kind !== 'item') continue;
    const cap = clauseOf(node, 'cap');
    if (cap !== null) return cap;
  }
  return null;
}

/** Whether a list or a section among these nodes says 不封顶. */
export function isUncapped(nodes: readonly Node[]): boolean {
  return nodes.some((node) => (node.kind === 'list' || node.kind === 'item') && clauseOf(node, 'uncapped') !== null);
}

/** The 就高不重复 of a list or a section around a node, or null. */
export function highestOnlyAround(ancestors: readonly Node[]): HighestOnlyNode | null {
  for (const node of ancestors.toReversed()) {
    if (node.kind !== 'list' && node.kind !== 'item') continue;
    const clause = clauseOf(node, 'highest-only');
    if (clause !== null) return clause;
  }
  return null;
}

/** The innermost list around a node, or null where it stands in an item or the total. */
export function listAround(ancestors: readonly Node[]): ListNode | null {
  for (const node of ancestors.toReversed()) {
    if (node.kind === 'list') return node;
    if (node.kind === 'total' || node.kind === 'scorecard') return null;
  }
  return null;
}

/** Whether an item is a section: a `维度 X` inside a list, without marks of its own. */
export function isSectionAmong(ancestors: readonly Node[]): boolean {
  return listAround(ancestors) !== null;
}

/** The cases and conditions in the body of a list, at any depth, that add or deduct points. */
export function pointsEffectsIn(body: readonly LineNode[]): readonly (PointsEffectNode | DiscretionNode)[] {
  return body.flatMap((line): readonly (PointsEffectNode | DiscretionNode)[] => {
    if (line.kind === 'case')
      return effectsOf(line).filter((effect) => effect.kind === 'points-effect' || effect.kind === 'discretion');
    if (line.kind === 'when') return line.effect.kind === 'points-effect' ? [line.effect] : [];
    return line.kind === 'list' || line.kind === 'item' ? pointsEffectsIn(line.body) : [];
  });
}
