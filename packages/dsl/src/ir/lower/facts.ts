/** Samples and tests: conditions that are expected, and values that are set. */
import type { StepIndex } from '@assess/runtime';
import type { ExpressionNode, PathNode, Relation, SetNode } from '../../ast/nodes.ts';
import { walk } from '../../ast/walk.ts';
import { unbracketed } from '../../check/literals.ts';
import type { Type } from '../../types/type.ts';
import type { NumberExpression } from '../ir.ts';
import type { Context } from './context.ts';
import { lowerNumber, lowerTruth } from './expressions.ts';
import { shownGrade } from './grade-figures.ts';
import { keyOf, votesKey } from './record-keys.ts';
import { orNothing, topScene } from './scenes.ts';
import { checked } from './tree.ts';

/** One side of a comparison that a test expects. */
export interface ExpectedSide {
  readonly text: string;
  readonly step: StepIndex;
  readonly type: Type;
}

/** An expected condition as steps. */
export interface Expectation {
  readonly holds: StepIndex;
  /** Both sides and how they compare, where it is a single comparison. */
  readonly sides: readonly ExpectedSide[];
  readonly relation: Relation | null;
}

/** Adds the steps of what a test expects. `等次` is the grade before quotas: a test looks at one subject alone. */
export function lowerExpectation(condition: ExpressionNode, context: Context): Expectation {
  const { line, column } = context.origins.of(condition.span);
  const holds = lowerTruth(condition, topScene(context), context);
  const inner = unbracketed(condition);
  const sides =
    inner.kind === 'compare' && inner.left !== null
      ? [inner.left, inner.right].map((side) => lowerSide(side, context))
      : [];
  return {
    holds: context.steps.truth(`expect@${line}:${column}`, holds, condition.span).step,
    sides,
    relation: inner.kind === 'compare' ? inner.relation : null,
  };
}

function lowerSide(node: ExpressionNode, context: Context): ExpectedSide {
  const text = context.origins.text(node.span);
  const { line, column } = context.origins.of(node.span);
  const operand = lowerNumber(node, topScene(context), context);
  const isScale = operand.scale !== null && operand.value.op === 'step';
  const value = isScale && operand.scale !== null ? shownGrade(operand.scale, context) : orNothing(operand);
  return {
    text,
    step: context.steps.number(`side@${line}:${column}`, value, node.span).step,
    type: context.analysis.types.get(node) ?? { type: 'error' },
  };
}

/** The key of the record that `设` sets. */
export function keyOfPath(path: PathNode, context: Context): string {
  const { references } = context.analysis.names;
  const reference = checked(references.get(path), 'an unknown name');
  const frame = context.frames.of(reference, context.frames.root);
  if (reference.symbol.kind !== 'ballot-option') return keyOf(context, reference.symbol, frame);
  const group = references.get(path.names.at(-2) ?? path)?.symbol;
  return votesKey(context, reference.symbol, group?.kind === 'ballot-group' ? group : null, frame);
}

/** The value that `设` sets, in base units; null for what is no constant. */
export function lowerSetValue(
  value: Extract<SetNode['value'], ExpressionNode>,
  context: Context,
): NumberExpression | null {
  let isConstant = true;
  walk(value, (node) => {
    if (node.kind === 'path' && context.analysis.names.references.get(node)?.symbol.kind !== 'option')
      isConstant = false;
    if (node.kind === 'occurs' || node.kind === 'every') isConstant = false;
  });
  return isConstant ? orNothing(lowerNumber(value, topScene(context), context)) : null;
}
