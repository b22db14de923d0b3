/** 插值: in proportion between anchors, the nearest one outside of them (semantics 5.10). */
import type { InterpolationNode } from '../../ast/nodes.ts';
import { anchorOrder } from '../../check/anchors.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression } from '../ir.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { lowerAmount } from './amounts.ts';
import { firstThatHolds, valueAt } from './choose.ts';
import type { Context, Operand, Scene } from './context.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { lowerNumber } from './expressions.ts';
import {
  always,
  and,
  atLeast,
  atMost,
  difference,
  less,
  never,
  not,
  nothing,
  or,
  product,
  quotient,
  sum,
  when,
  whole,
} from './operations.ts';
import type { Rule } from './rule.ts';
import { dividesByZero, madeOf, orNothing, reported } from './scenes.ts';
import { isRecorded, unitOfType } from './shown-figures.ts';
import { checked } from './tree.ts';
import { zeroVoids, type Void } from './voids.ts';

interface Anchor {
  readonly at: NumberExpression;
  readonly points: NumberExpression;
}

/** What is read off between the anchors, with what it is shown by. */
interface Reading {
  readonly value: NumberExpression;
  readonly voids: readonly Void[];
  /** Whether a divisor in the figure or an anchor is zero. */
  readonly isZero: TruthExpression;
  /** All that is compared, for what it needs in order to have a value. */
  readonly measured: Operand;
  readonly figure: NumberStepOperation;
  readonly from: NumberStepOperation;
  readonly to: NumberStepOperation;
}

/** `插值 x { 15% 得10分；0% 得0分 }` as the rule of an item. */
export function lowerInterpolation(node: InterpolationNode, id: string, scene: Scene, context: Context): Rule {
  const reading = readOff(node, id, scene, context, lowerAmount);
  const unitId = unitOfType(context.analysis.types.get(node.figure));
  const ifZero = node.ifZero === null ? null : lowerAmount(node.ifZero, scene, context);
  const isZero = ifZero === null ? null : context.steps.truth(`${id}.no-denominator`, reading.isZero, node.span);
  return {
    base: ifZero === null || isZero === null ? reading.value : when(isZero, orNothing(ifZero), reading.value),
    voids: [...reading.voids, ...(isZero === null ? [] : zeroVoids(isZero, ifZero?.voids))],
    zeroes: [],
    settles: [],
    spec: {
      kind: 'interpolation',
      chosen: null,
      rows: node.anchors.map((anchor) => context.origins.of(anchor.span)),
      figures: [
        ...(isRecorded(node.figure, context)
          ? []
          : [{ label: { zh: '所比的数', en: 'figure' }, step: reading.figure.step, unit: unitId }]),
        { label: { zh: '前一个点', en: 'anchor before' }, step: reading.from.step, unit: unitId },
        { label: { zh: '后一个点', en: 'anchor behind' }, step: reading.to.step, unit: unitId },
      ],
    },
  };
}

/** 插值 as the value of a 定义. */
export function lowerInterpolatedValue(node: InterpolationNode, scene: Scene, context: Context): Operand {
  const { line, column } = context.origins.of(node.span);
  const { value, voids, measured } = readOff(node, `interpolated@${line}:${column}`, scene, context, lowerNumber);
  return { ...madeOf([measured], value), voids };
}

/**
 * `lowerValue` lowers what an anchor gives. Where the anchors may stand out of order, a record in which they do is refused.
 */
function readOff(
  node: InterpolationNode,
  id: string,
  scene: Scene,
  context: Context,
  lowerValue: typeof lowerAmount,
): Reading {
  const figure = lowerNumber(node.figure, scene, context);
  const places = node.anchors.map(({ at }) => lowerNumber(at, scene, context));
  const measured = madeOf([figure, ...places], nothing);
  const isZero = dividesByZero(measured);
  const guarded = (value: NumberExpression): NumberExpression => {
    const there = when(reported(measured.absent), value, nothing);
    return isZero.op === 'truth' ? there : when(isZero, nothing, there);
  };
  const x = context.steps.number(`${id}.figure`, guarded(figure.value), node.figure.span);
  const amounts = node.anchors.map(({ amount }) => lowerValue(amount, scene, context));
  const anchors = node.anchors.map(({ at }, index): Anchor => {
    const place = checked(places[index], 'an anchor').value;
    return {
      at: place.op === 'constant' ? place : context.steps.number(`${id}.anchor${index + 1}`, guarded(place), at.span),
      points: orNothing(checked(amounts[index], 'points of an anchor')),
    };
  });
  const isFalling = fallingOf(node, anchors, id, context);
  if (anchorOrder(node, context.analysis).order === 'open')
    require(node, anchors, [not(scene.isThere), not(reported(measured.absent)), isZero], id, context);
  const last = checked(anchors.at(-1), 'an anchor');
  const rows = anchors.map(({ at }, index) => ({ condition: reached(x, at, isFalling), value: whole(index) }));
  // How many anchors lie before the figure: 0 at or before the first, all of them behind the last.
  const passed = context.steps.number(`${id}.passed`, firstThatHolds(rows, whole(anchors.length)), node.span);
  const values = anchors.map((anchor, index) => {
    const before = anchors[index - 1];
    return before === undefined ? anchor.points : between(before, anchor, x);
  });
  const before = [...anchors, last].map((first, index) => (anchors[index - 1] ?? first).at);
  const behind = [...anchors, last].map((anchor) => anchor.at);
  return {
    value: valueAt(passed, [...values, last.points]),
    voids: [...measured.voids, ...amounts.flatMap((amount) => amount.voids)],
    isZero,
    measured,
    figure: x,
    from: context.steps.number(`${id}.from`, valueAt(passed, before), node.span),
    to: context.steps.number(`${id}.to`, valueAt(passed, behind), node.span),
  };
}

/** Whether the anchors run from the greatest down: known, or as the record has them. */
function fallingOf(node: InterpolationNode, anchors: readonly Anchor[], id: string, context: Context): TruthExpression {
  const { order } = anchorOrder(node, context.analysis);
  if (order === 'falling') return always;
  if (order === 'rising') return never;
  const [first, last] = [checked(anchors[0], 'an anchor'), checked(anchors.at(-1), 'an anchor')];
  return context.steps.truth(`${id}.falling`, less(last.at, first.at), node.span);
}

/** Whether the figure is at the anchor, or on the side of it from which the anchors begin. */
function reached(x: NumberExpression, at: NumberExpression, isFalling: TruthExpression): TruthExpression {
  if (isFalling.op === 'truth') return isFalling.value ? atLeast(x, at) : atMost(x, at);
  return or([and([isFalling, atLeast(x, at)]), and([not(isFalling), atMost(x, at)])]);
}

/** In proportion between two anchors, which are not at the same place. */
function between(before: Anchor, behind: Anchor, x: NumberExpression): NumberExpression {
  const way = difference(behind.at, before.at);
  const gain = difference(behind.points, before.points);
  return sum([before.points, product([difference(x, before.at), quotient(gain, way)])]);
}

/** A record whose anchors neither rise nor fall all the way has no line to read from. */
function require(
  node: InterpolationNode,
  anchors: readonly Anchor[],
  unless: readonly TruthExpression[],
  id: string,
  context: Context,
): void {
  const pairs = anchors.slice(1).map((anchor, index) => [checked(anchors[index], 'an anchor').at, anchor.at] as const);
  const inOrder = or([and(pairs.map(([a, b]) => less(a, b))), and(pairs.map(([a, b]) => less(b, a)))]);
  const holds = context.steps.truth(`${id}.in-order`, or([...unless, inOrder]), node.span);
  const figure = context.origins.of(node.figure.span).text;
  context.requirements.push({
    holds: holds.step,
    message: {
      zh: `\`插值 ${figure}\` 的各个点应当依次增大或依次减小`,
      en: `the anchors of \`${figure}\` must rise, or fall, from one to the next`,
    },
    origin: context.origins.of(node.span),
  });
}
