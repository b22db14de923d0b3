/** 定义 and 对照表: figures that are computed once and read by name. */
import type { DefineNode } from '../../ast/nodes.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import { lowerAmount } from './amounts.ts';
import type { TruthExpression } from '../ir.ts';
import type { Condition, Context, Figure, Operand, Scene } from './context.ts';
import { lowerNumber, lowerTruth } from './expressions.ts';
import type { Frame } from './frames.ts';
import { keyOf } from './record-keys.ts';
import { rounded, when } from './operations.ts';
import { isPercentage } from './percentages.ts';
import { dividesByZero, madeOf, orNothing } from './scenes.ts';
import { sceneOf } from './scene-of.ts';
import { zeroVoids, type Void } from './voids.ts';
import { checked, wholeNumber } from './tree.ts';

/** The number that a 定义 or a 对照表 stands for. Where it reads a figure that is not reported it is 0 and says so. */
export function lowerFigure(symbol: Symbol, frame: Frame, context: Context): Figure {
  const { node } = symbol;
  const scene = sceneOf(symbol.owner, frame, context);
  if (node.kind !== 'define' && node.kind !== 'table') throw new Error(`${symbol.name} is not defined`);
  const operand =
    node.kind === 'define' ? lowerDefinition(node, scene, context) : lowerNumber(node.choice, scene, context);
  const step = context.steps.number(keyOf(context, symbol, frame), orNothing(operand), node.span);
  const voids = sharedVoids([...operand.voids, ...scene.voids], symbol, frame, context);
  return { operand: { ...madeOf([operand], step), divisors: [], voids }, reads: scene.reads };
}

function lowerDefinition({ value, ifZero, rounding }: DefineNode, scene: Scene, context: Context) {
  const exact = lowerNumber(value, scene, context);
  const type = context.analysis.types.get(value);
  const isPoints = type?.type === 'number' && type.dimension === 'points';
  const lowerZero = isPoints ? lowerAmount : lowerNumber;
  const zero = ifZero === null ? null : lowerZero(ifZero, scene, context);
  const isZero = dividesByZero(exact);
  const whole = zero === null ? exact.value : when(isZero, zero.value, exact.value);
  const voids = [...exact.voids, ...zeroVoids(isZero, zero?.voids)];
  if (rounding === null) return { ...madeOf([exact], whole), voids };
  // The decimals of a percentage are those of the figure in per cent.
  const decimals = wholeNumber(rounding.decimals) + (isPercentage(value, context) ? 2 : 0);
  return { ...madeOf([exact], rounded(whole, { decimals, mode: rounding.mode ?? 'half-up' })), voids };
}

/** Each reason as a step of its own: a definition is read in many places. */
function sharedVoids(voids: readonly Void[], symbol: Symbol, frame: Frame, context: Context): readonly Void[] {
  const key = keyOf(context, symbol, frame);
  return voids.map((each) => ({ ...each, holds: context.steps.truth(`${key}.no-result`, each.holds, each.span) }));
}

/** What a 定义 inside of a list stands for, for one entry. Nothing in it is shared: each entry has values of its own. */
export function lowerEntryFigure(node: DefineNode, scene: Scene, context: Context): Operand {
  return { ...lowerDefinition(node, insideOf(scene, context), context), divisors: [] };
}

/** The condition that a 定义 inside of a list stands for, for one entry. */
export function lowerEntryCondition(node: DefineNode, scene: Scene, context: Context): TruthExpression {
  return lowerTruth(node.value, insideOf(scene, context), context);
}

/** What a definition in a list reads from outside, it reads where the list stands. */
function insideOf({ entry, reads, voids }: Scene, context: Context): Scene {
  const { list, frame } = checked(entry, 'a definition outside of its list');
  return { ...sceneOf(list.owner, frame, context), entry, reads, voids };
}

/** The condition that a 定义 stands for. */
export function lowerCondition(symbol: Symbol, frame: Frame, context: Context): Condition {
  const { node } = symbol;
  if (node.kind !== 'define') throw new Error(`${symbol.name} is no condition`);
  const scene = sceneOf(symbol.owner, frame, context);
  const holds = lowerTruth(node.value, scene, context);
  const voids = sharedVoids(scene.voids, symbol, frame, context);
  return { holds: context.steps.truth(keyOf(context, symbol, frame), holds, node.span), reads: scene.reads, voids };
}
