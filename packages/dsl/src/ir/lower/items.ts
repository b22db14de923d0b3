/** Items: the pipeline base → factor → adjustments → no points → bounds → rounding (semantics 4.1). */
import { equal as sameValue, isInteger, multiply, rational, type Rational, type RuleSpec } from '@assess/runtime';
import type { AbsencePolicy, ClauseNode, LineNode } from '../../ast/nodes.ts';
import { onlyCollects } from '../../check/panels.ts';
import { clauseOf, isLeafItem } from '../../check/marks.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression, TruthStepOperation } from '../ir.ts';
import { answerAt, answerForWhole } from './absence.ts';
import { lowerAmount } from './amounts.ts';
import { lowerBase, saysBase, type Factor } from './bases.ts';
import { boundsOf, sheetBounds, within } from './bounds.ts';
import { firstThatHolds } from './choose.ts';
import { isOfClass, limitsOf } from './classes.ts';
import type { Adjustment, Context, Scene, ScoredNode, ScoreSteps } from './context.ts';
import { lowerTruth } from './expressions.ts';
import type { Frame } from './frames.ts';
import { lowerAdjustment } from './lists.ts';
import { and, never, not, nothing, or, quotient, rounded, sum, unit, when } from './operations.ts';
import { lowerParts, together, type Body, type Part } from './parts.ts';
import { missingVoids } from './periods.ts';
import { fullOf, sceneOf } from './scene-of.ts';
import { orNothing } from './scenes.ts';
import { lowerCollected } from './collected-ballots.ts';
import { constantOf, isNothing } from './step-list.ts';
import { symbolOf, usedScorecards, wholeNumber } from './tree.ts';
import { anyVoid, noPartApplies, type Void } from './voids.ts';

/** A lowered item. What depends on its parents (weight, worth) is added when the tree is assembled. */
export interface LoweredItem extends ScoreSteps {
  readonly node: ScoredNode;
  readonly frame: Frame;
  readonly id: string;
  readonly base: NumberStepOperation;
  readonly rule: RuleSpec;
  readonly adjustments: readonly Adjustment[];
  readonly zeroed: TruthStepOperation | null;
  /** Where the base is what the policy says of something missing: full marks or nothing. */
  readonly answers: readonly Void[];
  /** Where there is no result. */
  readonly voids: readonly Void[];
  /** Where it is not applicable and left out, with the way in which it is. */
  readonly outs: readonly Void[];
  readonly rounding: Rounding | null;
  readonly factor: NumberExpression | null;
  readonly parts: readonly Part[];
  /** Whether the score cannot leave 0 to full marks. */
  readonly isBounded: boolean;
}

interface Rounding {
  readonly decimals: number;
  readonly mode: 'half-up' | 'half-even' | 'down' | 'up';
}

/** Lowers an item, a total, or a scorecard that converts into the marks of the item that uses it. */
export function lowerItem(
  node: ScoredNode,
  frame: Frame,
  context: Context,
  lowerPart: (node: ScoredNode, frame: Frame) => LoweredItem,
): LoweredItem {
  const id = context.ids.of(node, frame);
  const symbol = symbolOf(context, node);
  const full = fullOf(node, context);
  const used = node.kind === 'item' ? usedScorecards(context, node, frame) : [];
  const [sheet] = used;
  // One sheet on the same scale is the item; others convert, or only one of them is there.
  const isMerged = used.length === 1 && sheet !== undefined && isSame(fullOf(sheet.node, context), full);
  const bodies: Body[] = [{ node, lines: [...node.body, ...chapterLists(node, context)], frame }];
  if (isMerged) bodies.push({ node: sheet.node, lines: sheet.node.body, frame: sheet.frame });
  const found = bodies.flatMap((body) => lowerParts(body, full, context, lowerPart));
  for (const each of isMerged ? [] : used) {
    const item = lowerPart(each.node, each.frame);
    const isThere = isOfClass(limitsOf(symbolOf(context, each.node), each.frame, context), context);
    found.push({ item, weight: null, gain: when(isThere, quotient(full, item.full), nothing), isThere });
  }
  const clauses = bodies.flatMap((body): readonly ClauseNode[] => body.node.clauses);
  const whole = {
    id,
    node,
    full,
    isTable: node.kind !== 'item' || isMerged,
    isLowest: clauseOf({ clauses }, 'lowest-of-parts') !== null,
    best: clauseOf({ clauses }, 'best-of-parts')?.count ?? null,
  };
  const parts = together(found, whole, context);
  const open = parts?.open ?? full;
  const adjustments = bodies.flatMap(({ node: place, lines, frame: inside }) =>
    lines.flatMap((line) => lowerAdjustment(line, symbolOf(context, place), inside, context) ?? []),
  );
  for (const { node: place, lines, frame: inside } of bodies) {
    for (const line of lines)
      if (line.kind === 'ballot' && onlyCollects(line))
        lowerCollected(line, sceneOf(symbolOf(context, place), inside, context), context);
  }
  const scene = sceneOf(symbol, frame, context);
  const origin = context.origins.of(node.span);
  const ruled = bodies.find(({ lines }) => lines.some(saysBase)) ?? { lines: [], node, frame };
  const inside = sceneOf(symbolOf(context, ruled.node), ruled.frame, context);
  const deducts = adjustments.some((adjustment) => adjustment.deducts);
  const factor = lowerFactor(clauses, scene, context);
  const answer = answerAt(symbolOf(context, ruled.node), ruled.frame);
  const base = lowerBase(ruled.lines, parts, deducts, factor, { id, origin, scene: inside, answer }, context);
  const all = [
    ...condition(clauses, scene, context),
    ...missingVoids(node, frame, context),
    ...base.voids,
    ...adjustments.flatMap(({ voids }) => voids ?? []),
  ];
  const absence = lowerAbsence(all, clauses, node, frame, answer, context);
  const notApplicable = stepOf(`${id}.not-applicable`, absence.outs, node, context);
  const noResult = stepOf(`${id}.no-result`, absence.voids, node, context);
  const start = firstThatHolds(
    absence.answers.map(({ holds, policy }) => ({ condition: holds, value: policy === 'full' ? full : nothing })),
    base.base,
  );
  const baseStep = context.steps.number(`${id}.base`, start, node.span);
  const zeroes = [...base.zeroes, ...adjustments.flatMap((adjustment) => adjustment.zeroes)];
  const zeroed = zeroes.length === 0 ? null : context.steps.truth(`${id}.zeroed`, or(zeroes), node.span);
  const bounds = node.kind === 'scorecard' ? sheetBounds(frame, full) : boundsOf(clauses, open);
  const rounding = roundingOf(node, clauses, context);
  // The parts of a sum have bounds of their own, which add up to this one's.
  const isSum = base.rule.kind === 'sum' || base.rule.kind === 'weighted-sum';
  const isWithin = isSum && adjustments.length === 0 && factor === null && found.every(({ item }) => item.isBounded);
  // A case that only zeroes the item or touches the grade has no points.
  const costing = adjustments.filter(({ points }) => !isNothing(points, context.steps));
  const adjusted = sum([baseStep, ...costing.map(({ points }) => points)]);
  const bounded = isWithin ? adjusted : within(adjusted, bounds);
  const scored = unless(notApplicable, unless(noResult, unless(zeroed, bounded)));
  const exact = context.steps.number(`${id}.exact`, scored, node.span);
  const score = context.steps.number(`${id}.score`, rounding === null ? exact : rounded(exact, rounding), node.span);
  const rule = factor === null ? base.rule : withFactor(base.rule, factor.value, id, node, context);
  return {
    node,
    frame,
    id,
    full,
    open,
    base: baseStep,
    rule,
    adjustments,
    zeroed,
    exact,
    score,
    noResult,
    notApplicable,
    ...absence,
    rounding,
    factor: factor?.value ?? null,
    parts: parts?.parts ?? [],
    isBounded: bounds.isUsual && (rounding === null || fits(constantOf(full, context.steps), rounding.decimals)),
  };
}

/** The lists that stand in the file as chapters act on the total. */
function chapterLists(node: ScoredNode, { analysis }: Context): readonly LineNode[] {
  return node.kind === 'total' ? analysis.tree.chapters.filter((chapter) => chapter.kind === 'list') : [];
}

/** `适用 当 条件`: not applicable where it does not hold. */
function condition(clauses: readonly ClauseNode[], scene: Scene, context: Context): readonly Void[] {
  const written = clauseOf({ clauses }, 'applies')?.condition ?? null;
  if (written === null) return [];
  const holds = not(lowerTruth(written, { ...scene, voids: [] }, context));
  const message = { zh: '不符合适用的条件', en: 'the condition under which it applies does not hold' };
  return [{ holds, outcome: 'not-applicable', span: written.span, message }];
}

/** What becomes of an item where something that it needs is missing. Of several that are missing the first decides. */
interface Absence {
  readonly answers: readonly (Void & { readonly policy: 'full' | 'zero' })[];
  readonly voids: readonly Void[];
  readonly outs: readonly Void[];
}

function lowerAbsence(
  all: readonly Void[],
  clauses: readonly ClauseNode[],
  node: ScoredNode,
  frame: Frame,
  answer: AbsencePolicy | null,
  context: Context,
): Absence {
  const without = clauseOf({ clauses }, 'without-result')?.policy ?? null;
  const decided = all.map((each) => {
    const forWhole = each.message === noPartApplies ? answerForWhole(node, frame, context) : answer;
    const outcome = each.outcome === 'not-applicable' ? (forWhole ?? 'no-result') : (each.outcome ?? 'no-result');
    return { ...each, policy: outcome === 'no-result' ? (without ?? outcome) : outcome };
  });
  const isOneAnswer = new Set(decided.map(({ policy }) => policy)).size < 2;
  let earlier: TruthExpression = never;
  const settled = decided.map((each) => {
    if (isOneAnswer) return each;
    const holds = and([not(earlier), each.holds]);
    earlier = context.steps.truth(`${context.ids.of(node, frame)}.missing`, or([earlier, each.holds]), each.span);
    return { ...each, holds };
  });
  const having = (...policies: readonly AbsencePolicy[]) => settled.filter(({ policy }) => policies.includes(policy));
  const outs = having('mean-of-others', 'rescale', 'rescale-table').map(({ policy, ...each }): Void => ({
    ...each,
    outcome: policy === 'mean-of-others' || policy === 'rescale' ? policy : 'rescale-table',
  }));
  return {
    answers: having('full', 'zero').map((each) => ({ ...each, policy: each.policy === 'full' ? 'full' : 'zero' })),
    voids: having('no-result', 'refuse').map((each) => ({ ...each, outcome: 'no-result' })),
    outs,
  };
}

function stepOf(
  name: string,
  voids: readonly Void[],
  { span }: ScoredNode,
  context: Context,
): TruthStepOperation | null {
  const some: TruthExpression | null = anyVoid(voids);
  return some === null ? null : context.steps.truth(name, some, span);
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

function unless(holds: TruthStepOperation | null, value: NumberExpression): NumberExpression {
  return holds === null ? value : when(holds, nothing, value);
}

/** The item's own 保留; else that of the head, for the total and for every item without parts of its own (semantics 6.1). */
function roundingOf(node: ScoredNode, clauses: readonly ClauseNode[], { analysis }: Context): Rounding | null {
  const head = analysis.tree.chapters.find((chapter) => chapter.kind === 'rounding') ?? null;
  const isLeaf = node.kind === 'item' && isLeafItem(node);
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
