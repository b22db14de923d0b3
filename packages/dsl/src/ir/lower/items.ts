/** Items: the pipeline base → factor → adjustments → no points → bounds → rounding (semantics 4.1), and the tree of them. */
import {
  equal as sameValue,
  isInteger,
  multiply,
  rational,
  type ItemSpec,
  type NoResultCause,
  type Rational,
  type RuleSpec,
} from '@assess/runtime';
import type { ClauseNode, ItemNode, LineNode, ScorecardNode } from '../../ast/nodes.ts';
import { childItems, clauseOf } from '../../check/marks.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression, TruthStepOperation } from '../ir.ts';
import { documentsOf } from './adjustments.ts';
import { lowerAmount } from './amounts.ts';
import { isOfClass, limitsOf, ownLimits } from './classes.ts';
import { lowerBase, saysBase, type Factor, type Parts } from './bases.ts';
import type { Adjustment, Context, Scene, ScoredNode, ScoreSteps } from './context.ts';
import type { Frame } from './frames.ts';
import { lowerAdjustment, specsOf } from './lists.ts';
import { firstThatHolds } from './choose.ts';
import {
  and,
  atMost,
  constant,
  equal,
  greatest,
  least,
  not,
  nothing,
  or,
  product,
  quotient,
  rounded,
  sum,
  unit,
  when,
  whole,
} from './operations.ts';
import { fullOf, sceneOf } from './scene-of.ts';
import { orNothing } from './scenes.ts';
import { checked, symbolOf, usedScorecards, valueOf, wholeNumber } from './tree.ts';
import { constantOf, isNothing } from './step-list.ts';
import { anyVoid, voidsWhere, type Void } from './voids.ts';
import { lowerWeights } from './weights.ts';

/** A lowered item. What depends on its parents (weight, worth) is added when the tree is assembled. */
export interface LoweredItem extends ScoreSteps {
  readonly node: ScoredNode;
  readonly frame: Frame;
  readonly id: string;
  readonly base: NumberStepOperation;
  readonly rule: RuleSpec;
  readonly adjustments: readonly Adjustment[];
  readonly zeroed: TruthStepOperation | null;
  /** Why there is no result, as far as it is not that of a part. */
  readonly causes: readonly NoResultCause[];
  readonly rounding: Rounding | null;
  readonly factor: NumberExpression | null;
  readonly parts: readonly Part[];
  /** Whether the score cannot leave 0 to full marks. */
  readonly isBounded: boolean;
}

interface Part {
  readonly item: LoweredItem;
  /** Share in the item, where it weighs its parts. */
  readonly weight: NumberExpression | null;
  /** Points of the item for one point of the part. */
  readonly gain: NumberExpression;
  /** Whether it is there for the class of the subject, as far as its own head says. */
  readonly isThere: TruthExpression;
}

interface Rounding {
  readonly decimals: number;
  readonly mode: 'half-up' | 'half-even' | 'down' | 'up';
}

/** Bodies that make up one item: its own, and that of the scorecard that it uses on the same scale. */
interface Body {
  readonly node: ScoredNode;
  readonly lines: readonly LineNode[];
  readonly frame: Frame;
}

/** Lowers an item, a total, or a scorecard that converts into the marks of the item that uses it. */
export function lowerItem(
  node: ScoredNode,
  frame: Frame,
  context: Context,
  lowerPart: (node: ScoredNode, frame: Frame) => LoweredItem,
): LoweredItem {
  const id = context.ids.of(node, frame);
  const full = fullOf(node, context);
  const used = node.kind === 'item' ? usedScorecards(context, node, frame) : [];
  const [sheet] = used;
  // One sheet on the same scale is the item; others convert, or only one of them is there.
  const isMerged = used.length === 1 && sheet !== undefined && isSame(fullOf(sheet.node, context), full);
  const bodies: Body[] = [{ node, lines: [...node.body, ...chapterLists(node, context)], frame }];
  if (isMerged) bodies.push({ node: sheet.node, lines: sheet.node.body, frame: sheet.frame });
  const parts = bodies.flatMap((body) => lowerParts(body, full, context, lowerPart));
  for (const each of isMerged ? [] : used) {
    const item = lowerPart(each.node, each.frame);
    const isThere = isOfClass(limitsOf(symbolOf(context, each.node), each.frame, context), context);
    parts.push({ item, weight: null, gain: when(isThere, quotient(full, item.full), nothing), isThere });
  }
  const adjustments = bodies.flatMap(({ node: place, lines, frame: inside }) =>
    lines.flatMap((line) => lowerAdjustment(line, symbolOf(context, place), inside, context) ?? []),
  );
  const scene = sceneOf(symbolOf(context, node), frame, context);
  const clauses = bodies.flatMap((body): readonly ClauseNode[] => body.node.clauses);
  const origin = context.origins.of(node.span);
  const ruled = bodies.find(({ lines }) => lines.some(saysBase)) ?? { lines: [], node, frame };
  const inside = sceneOf(symbolOf(context, ruled.node), ruled.frame, context);
  const deducts = adjustments.some((adjustment) => adjustment.deducts);
  const factor = lowerFactor(clauses, scene, context);
  const answer = clauseOf({ clauses }, 'without-result')?.answer ?? null;
  const base = lowerBase(ruled.lines, together(parts), deducts, factor, { id, origin, scene: inside }, context);
  const voids = [...base.voids, ...adjustments.flatMap((adjustment) => adjustment.voids ?? [])];
  const isVoid = anyVoid(voids);
  const withoutResult = isVoid === null ? null : context.steps.truth(`${id}.no-result`, isVoid, node.span);
  const answered =
    answer === null || withoutResult === null
      ? base.base
      : when(withoutResult, answer === 'full' ? full : nothing, base.base);
  const baseStep = context.steps.number(`${id}.base`, answered, node.span);
  const noResult = answer === null ? withoutResult : null;
  const zeroes = [...base.zeroes, ...adjustments.flatMap((adjustment) => adjustment.zeroes)];
  const zeroed = zeroes.length === 0 ? null : context.steps.truth(`${id}.zeroed`, or(zeroes), node.span);
  const bounds = node.kind === 'scorecard' ? sheetBounds(frame, full) : boundsOf(clauses, full);
  const rounding = roundingOf(node, clauses, context);
  // The parts of a sum have bounds of their own, which add up to this one's.
  const isSum = base.rule.kind === 'sum' || base.rule.kind === 'weighted-sum';
  const isWithin = isSum && adjustments.length === 0 && factor === null && parts.every(({ item }) => item.isBounded);
  // A case that only zeroes the item or touches the grade has no points.
  const costing = adjustments.filter(({ points }) => !isNothing(points, context.steps));
  const adjusted = sum([baseStep, ...costing.map(({ points }) => points)]);
  const bounded = isWithin ? adjusted : within(adjusted, bounds);
  const exact = context.steps.number(`${id}.exact`, unless(noResult, unless(zeroed, bounded)), node.span);
  const score = context.steps.number(`${id}.score`, rounding === null ? exact : rounded(exact, rounding), node.span);
  const rule = factor === null ? base.rule : withFactor(base.rule, factor.value, id, node, context);
  return {
    node,
    frame,
    id,
    full,
    base: baseStep,
    rule,
    adjustments,
    zeroed,
    exact,
    score,
    noResult,
    causes: noResult === null ? [] : causesOf(voids, id, context),
    rounding,
    factor: factor?.value ?? null,
    parts,
    isBounded: bounds.isUsual && (rounding === null || fits(constantOf(full, context.steps), rounding.decimals)),
  };
}

/** The lists that stand in the file as chapters act on the total. */
function chapterLists(node: ScoredNode, { analysis }: Context): readonly LineNode[] {
  return node.kind === 'total' ? analysis.tree.chapters.filter((chapter) => chapter.kind === 'list') : [];
}

function lowerParts(
  { node, lines, frame }: Body,
  full: NumberExpression,
  context: Context,
  lowerPart: (node: ScoredNode, frame: Frame) => LoweredItem,
): Part[] {
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
): Part[] {
  const parts = items.map((item, index) => ({ item, isThere: checked(presence[index], 'a part') }));
  const shares = parts.map(({ item, isThere }) => when(isThere, quotient(item.score, item.full), nothing));
  const rows = parts.map(({ isThere }, index) => {
    const own = checked(shares[index], 'a share');
    const isLeast = parts.map((other, at) => or([not(other.isThere), atMost(own, checked(shares[at], 'a share'))]));
    return { condition: and([isThere, ...isLeast.filter((_, at) => at !== index)]), value: whole(index) };
  });
  const last = whole(items.length - 1);
  const id = context.ids.of(node, frame);
  const lowest = context.steps.number(`${id}.lowest`, firstThatHolds(rows.slice(0, -1), last), node.span);
  return parts.map(({ item, isThere }, index) => {
    const isLowest = and([isThere, equal(lowest, whole(index))]);
    return { item, weight: null, gain: when(isLowest, quotient(full, item.full), nothing), isThere };
  });
}

function together(parts: readonly Part[]): Parts | null {
  if (parts.length === 0) return null;
  const kind = parts.some(({ weight }) => weight !== null) ? 'weighted-sum' : 'sum';
  return {
    kind,
    value: sum(parts.map(({ item, gain }) => product([gain, item.score]))),
    voids: parts.flatMap(({ item, isThere }) =>
      item.noResult === null ? [] : voidsWhere(isThere, [voidOfPart(item, item.noResult)]),
    ),
  };
}

function lowerFactor(clauses: readonly ClauseNode[], scene: Scene, context: Context): Factor | null {
  const factor = clauseOf({ clauses }, 'factor');
  if (factor === null) return null;
  const operand = lowerAmount(factor.amount, { ...scene, full: unit }, context);
  const value = orNothing(operand);
  return { value, reads: scene.reads, voids: operand.voids };
}

function withFactor(
  rule: RuleSpec,
  factor: NumberExpression,
  id: string,
  node: ScoredNode,
  context: Context,
): RuleSpec {
  const { step } = context.steps.number(`${id}.factor`, factor, node.span);
  return { ...rule, figures: [...rule.figures, { label: { zh: '系数', en: 'factor' }, step, unit: null }] };
}

interface Bounds {
  readonly low: NumberExpression | null;
  readonly high: NumberExpression | null;
  readonly isUsual: boolean;
}

/** 0 and full marks, unless 可超满分 or 可为负分 says otherwise. */
function boundsOf(clauses: readonly ClauseNode[], full: NumberExpression): Bounds {
  const exceed = clauseOf({ clauses }, 'may-exceed');
  const negative = clauseOf({ clauses }, 'may-be-negative');
  const limit = (clause: typeof exceed | typeof negative, usual: NumberExpression): NumberExpression | null => {
    if (clause === null) return usual;
    return clause.limit === null ? null : constant(valueOf(clause.limit));
  };
  return {
    low: limit(negative, nothing),
    high: limit(exceed, full),
    isUsual: exceed === null && negative === null,
  };
}

/** A sheet that converts has no bound of its own where the item that uses it may leave that bound (semantics 3.3). */
function sheetBounds({ user }: Frame, full: NumberExpression): Bounds {
  const clauses = user?.node.kind === 'item' ? user.node.clauses : [];
  const may = (kind: 'may-be-negative' | 'may-exceed'): boolean => clauseOf({ clauses }, kind) !== null;
  const usual = boundsOf([], full);
  return {
    low: may('may-be-negative') ? null : usual.low,
    high: may('may-exceed') ? null : usual.high,
    isUsual: !may('may-be-negative') && !may('may-exceed'),
  };
}

function unless(condition: TruthStepOperation | null, value: NumberExpression): NumberExpression {
  return condition === null ? value : when(condition, nothing, value);
}

function within(value: NumberExpression, { low, high }: Bounds): NumberExpression {
  const below = high === null ? value : least([value, high]);
  return low === null ? below : greatest([low, below]);
}

/** The item's own 保留; else that of the head, for the total and for every item without parts of its own (semantics 6.1). */
function roundingOf(node: ScoredNode, clauses: readonly ClauseNode[], { analysis }: Context): Rounding | null {
  const head = analysis.tree.chapters.find((chapter) => chapter.kind === 'rounding') ?? null;
  const isLeaf = node.kind === 'item' && childItems(node.body).length === 0 && clauseOf(node, 'using') === null;
  const clause = clauseOf({ clauses }, 'rounding') ?? (node.kind === 'total' || isLeaf ? head : null);
  return clause === null ? null : { decimals: wholeNumber(clause.decimals), mode: clause.mode ?? 'half-up' };
}

function fits(value: Rational | null, decimals: number): boolean {
  return value !== null && isInteger(multiply(value, rational(10n ** BigInt(decimals))));
}

function isSame(left: NumberExpression, right: NumberExpression): boolean {
  if (left.op === 'step' && right.op === 'step') return left.step === right.step;
  return left.op === 'constant' && right.op === 'constant' && sameValue(left.value, right.value);
}

/** The result of a part is missing: it says itself why. */
function voidOfPart({ node }: LoweredItem, holds: TruthStepOperation): Void {
  return { holds, span: node.span, message: ofPart };
}

const ofPart = { zh: '下级无结果', en: 'a part has no result' };

function causesOf(voids: readonly Void[], id: string, context: Context): readonly NoResultCause[] {
  const causes = new Map<string, NoResultCause>();
  for (const { holds, span, message } of voids) {
    if (message === ofPart) continue;
    const acts = context.steps.truth(`${id}.no-result-because`, holds, span).step;
    // A figure may be read more than once.
    causes.set(`${acts} ${message.en}`, { acts, message, origin: context.origins.of(span) });
  }
  return [...causes.values()];
}

/** The specification of an item and all below it; `worth` is that of its points in points of the total. */
export function specOf(
  item: LoweredItem,
  worth: NumberExpression,
  weight: NumberExpression | null,
  isThere: TruthExpression,
  context: Context,
): ItemSpec {
  const { node, id } = item;
  const { span } = node;
  const number = (name: string, value: NumberExpression): number =>
    context.steps.number(`${id}.${name}`, value, span).step;
  const symbol = symbolOf(context, node);
  const title = node.kind === 'item' && node.title.kind === 'title' ? (node.title.text?.text ?? null) : null;
  const name = context.ids.nameOf(symbol);
  const worthStep = context.steps.number(`${id}.worth`, worth, span);
  const fixed = constantOf(worthStep, context.steps);
  const unitWorth: NumberExpression = fixed === null ? worthStep : constant(fixed);
  const factors = item.factor === null ? [] : [item.factor];
  return {
    id,
    level: levelOf(node),
    name,
    title: title === name ? null : title,
    basis: documentsOf(node.clauses),
    origin: context.origins.of(span),
    full: number('full', item.full),
    isThere: isThere.op === 'truth' ? null : context.steps.truth(`${id}.is-there`, isThere, span).step,
    weight: weight === null ? null : number('weight', weight),
    base: item.base.step,
    rule: item.rule,
    children: item.parts.map((part) =>
      specOf(part.item, product([unitWorth, part.gain, ...factors]), part.weight, part.isThere, context),
    ),
    adjustments: specsOf(item.adjustments),
    zeroed: item.zeroed?.step ?? null,
    noResult: item.noResult === null ? null : { acts: item.noResult.step, causes: item.causes },
    exact: item.exact.step,
    score: item.score.step,
    rounding: item.rounding,
    worth: worthStep.step,
  };
}

function levelOf(node: ItemNode | ScorecardNode | ScoredNode): ItemSpec['level'] {
  return node.kind === 'item' ? node.level : node.kind;
}
