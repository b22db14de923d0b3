/** The parts of an item, and what they give together: points, weights, the lowest; what is not applicable left out (semantics 10.8). */
import type { AbsencePolicy, LineNode, MissingNode, QuantityNode } from '../../ast/nodes.ts';
import { childItems, clauseOf } from '../../check/marks.ts';
import type { BagPart, NumberExpression, NumberStepOperation, TruthExpression } from '../ir.ts';
import { firstThatHolds } from './choose.ts';
import { isOfClass, ownLimits } from './classes.ts';
import type { Context, ScoredNode } from './context.ts';
import type { Frame } from './frames.ts';
import type { LoweredItem } from './items.ts';
import {
  always,
  and,
  atMost,
  difference,
  equal,
  least,
  never,
  not,
  nothing,
  or,
  positive,
  product,
  quotient,
  sum,
  unit,
  when,
  whole,
} from './operations.ts';
import { sceneOf } from './scene-of.ts';
import { checked, symbolOf, wholeNumber } from './tree.ts';
import { anyVoid, noPartApplies, ofPart, voidsOfOutcome, voidsWhere, type Void } from './voids.ts';
import { lowerWeights } from './weights.ts';

/** A part of an item. */
export interface Part {
  readonly item: LoweredItem;
  /** Share in the item, where it weighs its parts. */
  readonly weight: NumberExpression | null;
  /** Points of the item for one point of the part, as far as the part counts. */
  readonly gain: NumberExpression;
  /** Whether it is there for the class of the subject, as far as its own head says. */
  readonly isThere: TruthExpression;
}

/** What the parts of an item give together. */
export interface Together {
  readonly kind: 'sum' | 'weighted-sum' | 'accumulated' | 'best-of-parts';
  readonly parts: readonly Part[];
  readonly value: NumberExpression;
  /** Marks that can be had: full marks without what is left out for the whole table. */
  readonly open: NumberExpression;
  readonly voids: readonly Void[];
}

/** Bodies that make up one item: its own, and that of the scorecard that it uses on the same scale. */
export interface Body {
  readonly node: ScoredNode;
  readonly lines: readonly LineNode[];
  readonly frame: Frame;
}

/** The parts in one body. */
export function lowerParts(
  { node, lines, frame }: Body,
  full: NumberExpression,
  context: Context,
  lowerPart: (node: ScoredNode, frame: Frame) => LoweredItem,
): readonly Part[] {
  const nodes = childItems(lines);
  const items = nodes.map((each) => lowerPart(each, frame));
  const sharing = checked(context.analysis.marks.get(node), 'an item without full marks').children;
  const presence = nodes.map((each) => isOfClass(ownLimits(each, context), context));
  if (clauseOf(node, 'lowest-of-parts') !== null) return lowestOf(items, presence, node, frame, full, context);
  if (sharing === 'points' || sharing === 'none') {
    return items.map((item, index) => {
      const isThere = checked(presence[index], 'a part');
      return { item, weight: null, gain: when(isThere, unit, nothing), isThere };
    });
  }
  const weights = lowerWeights(nodes, sharing, sceneOf(symbolOf(context, node), frame, context), context);
  return items.map((item, index) => {
    const weight = checked(weights[index], 'a weight');
    const isThere = checked(presence[index], 'a part');
    const gain = when(isThere, product([weight, quotient(full, item.full)]), nothing);
    return { item, weight, gain, isThere };
  });
}

/** 取最低: only the part with the lowest share of its full marks gains anything; of equal ones the first (semantics 3.8). */
function lowestOf(
  items: readonly LoweredItem[],
  presence: readonly TruthExpression[],
  node: ScoredNode,
  frame: Frame,
  full: NumberExpression,
  context: Context,
): readonly Part[] {
  const parts = items.map((item, index) => ({ item, isThere: checked(presence[index], 'a part') }));
  const counted = parts.map(({ item, isThere }) => and([isThere, applies(item)]));
  const shares = parts.map(({ item }, index) =>
    when(checked(counted[index], 'a part'), quotient(item.score, item.open), nothing),
  );
  const rows = parts.map((_, index) => {
    const own = checked(shares[index], 'a share');
    const others = parts.flatMap((_other, at) =>
      at === index ? [] : [or([not(checked(counted[at], 'a part')), atMost(own, checked(shares[at], 'a share'))])],
    );
    return { condition: and([checked(counted[index], 'a part'), ...others]), value: whole(index) };
  });
  const last = whole(items.length - 1);
  const id = context.ids.of(node, frame);
  const lowest = context.steps.number(`${id}.lowest`, firstThatHolds(rows.slice(0, -1), last), node.span);
  return parts.map(({ item, isThere }, index) => {
    const isLowest = and([checked(counted[index], 'a part'), equal(lowest, whole(index))]);
    return { item, weight: null, gain: when(isLowest, quotient(full, item.open), nothing), isThere };
  });
}

/** What stands around the parts. */
interface Whole {
  readonly id: string;
  readonly node: ScoredNode;
  readonly full: NumberExpression;
  /** Whether the marks that are left out for the whole table are made good here. */
  readonly isTable: boolean;
  readonly isLowest: boolean;
  /** How many of the parts count, the best first; null: all. */
  readonly best: QuantityNode | MissingNode | null;
}

/** The parts together; null for an item without parts. */
export function together(parts: readonly Part[], whole_: Whole, context: Context): Together | null {
  if (parts.length === 0) return null;
  const isAccumulated = clauseOf(whole_.node, 'periods')?.accumulated === true;
  const kind = isAccumulated ? 'accumulated' : parts.some(({ weight }) => weight !== null) ? 'weighted-sum' : 'sum';
  const { full } = whole_;
  const voids = parts.flatMap(({ item, isThere }) =>
    item.noResult === null
      ? []
      : voidsWhere(isThere, [{ holds: item.noResult, span: item.node.span, message: ofPart }]),
  );
  if (whole_.best !== null) return bestOf(parts, whole_, wholeNumber(whole_.best), voids);
  const isPlain = parts.every(({ item }) => item.notApplicable === null && item.open === item.full);
  if (isPlain) return { kind, parts, value: scoresOf(parts), open: full, voids };
  const { id, node } = whole_;
  const none = noneApplicable(parts);
  const ofNone: readonly Void[] =
    none.op === 'truth' && !none.value
      ? []
      : [{ holds: none, outcome: 'not-applicable', span: node.span, message: noPartApplies }];
  // What is left out of the lowest, or of a sum up to a bound, leaves nothing to make good.
  if (whole_.isLowest || isAccumulated)
    return { kind, parts, value: scoresOf(parts), open: full, voids: [...voids, ...ofNone] };
  const worths = parts.map(({ item, gain }) => product([gain, item.full]));
  const leftOut = parts.flatMap(({ item }, index) =>
    leaves(item, 'rescale').map((out) => when(out, checked(worths[index], 'a part'), nothing)),
  );
  const rest =
    leftOut.length === 0 ? null : context.steps.number(`${id}.rest`, difference(full, sum(leftOut)), node.span);
  const local = rest === null ? unit : when(positive(rest), quotient(full, rest), nothing);
  const counted = parts.map(({ item, gain }) => when(applies(item), gain, nothing));
  const mean = meanShare(parts, whole_, context);
  const means = parts.flatMap(({ item }, index) =>
    leaves(item, 'mean-of-others').map((out) => when(out, checked(worths[index], 'a part'), nothing)),
  );
  const ofTable = parts.some(({ item }) => item.open !== item.full || leaves(item, 'rescale-table').length > 0);
  const reachable = sum([
    ...parts.map(({ item }, index) => product([checked(counted[index], 'a part'), item.open])),
    ...means,
  ]);
  const open = ofTable ? context.steps.number(`${id}.open`, product([local, reachable]), node.span) : full;
  const scale =
    whole_.isTable && ofTable ? product([local, when(positive(open), quotient(full, open), nothing)]) : local;
  const factor = scale === unit ? unit : context.steps.number(`${id}.scale`, scale, node.span);
  const scaled = parts.map((part, index) => ({ ...part, gain: product([checked(counted[index], 'a part'), factor]) }));
  const meant = means.length === 0 ? [] : [product([sum(means), factor, checked(mean, 'a mean')])];
  return {
    kind,
    parts: scaled,
    value: sum([scoresOf(scaled), ...meant]),
    open: whole_.isTable ? full : open,
    voids: [...voids, ...ofNone],
  };
}

/** 取最高: the highest scores, at most so many, in the marks of the whole; of fewer that are applicable all count for more. */
function bestOf(parts: readonly Part[], { full, node }: Whole, count: number, voids: readonly Void[]): Together {
  const counted = parts.map(({ item, isThere }) => ({ item, counts: and([isThere, applies(item)]) }));
  const bag = counted.map(({ item, counts }): BagPart => ({ kind: 'single', where: counts, value: item.score }));
  const best: NumberExpression = { op: 'sum-ranked', bag, from: null, to: whole(count) };
  const applicable = sum(counted.map(({ counts }) => when(counts, unit, nothing)));
  const number = least([applicable, whole(count)]);
  const marks = checked(parts[0], 'a part').item.full;
  const value = when(positive(applicable), quotient(product([best, full]), product([number, marks])), nothing);
  const none = noneApplicable(parts);
  const ofNone: readonly Void[] =
    none.op === 'truth' ? [] : [{ holds: none, outcome: 'not-applicable', span: node.span, message: noPartApplies }];
  const share = quotient(full, product([whole(count), marks]));
  return {
    kind: 'best-of-parts',
    parts: parts.map((part) => ({ ...part, gain: when(part.isThere, share, nothing) })),
    value,
    open: full,
    voids: [...voids, ...ofNone],
  };
}

function scoresOf(parts: readonly Part[]): NumberExpression {
  return sum(parts.map(({ item, gain }) => product([gain, item.score])));
}

function applies({ notApplicable }: LoweredItem): TruthExpression {
  return notApplicable === null ? always : not(notApplicable);
}

/** Where a part is left out in one of the ways. */
function leaves({ outs }: LoweredItem, policy: Extract<AbsencePolicy, Void['outcome']>): readonly TruthExpression[] {
  const some = anyVoid(voidsOfOutcome(outs, policy));
  return some === null ? [] : [some];
}

/** Where no part that is there is applicable; never, if one always is. */
function noneApplicable(parts: readonly Part[]): TruthExpression {
  if (parts.some(({ item, isThere }) => item.notApplicable === null && isThere.op === 'truth')) return never;
  const some = or(parts.map(({ isThere }) => isThere));
  return and([
    some.op === 'or' && parts.some(({ isThere }) => isThere.op === 'truth') ? always : some,
    ...parts.map(({ item, isThere }) => or([not(isThere), item.notApplicable ?? never])),
  ]);
}

/** 取均值: the mean of the shares that the applicable parts have of their marks, each alike. */
function meanShare(parts: readonly Part[], { id, node }: Whole, context: Context): NumberStepOperation | null {
  if (parts.every(({ item }) => leaves(item, 'mean-of-others').length === 0)) return null;
  const counted = parts.map(({ item, isThere }) => ({ item, counts: and([isThere, applies(item)]) }));
  const shares = sum(counted.map(({ item, counts }) => when(counts, quotient(item.score, item.open), nothing)));
  const number = sum(counted.map(({ counts }) => when(counts, unit, nothing)));
  const value = when(positive(number), quotient(shares, number), nothing);
  return context.steps.number(`${id}.mean-share`, value, node.span);
}
