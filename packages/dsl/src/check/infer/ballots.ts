/** Types in ballots: votes for options, marks, and who takes part. */
import type { BallotNode, PanelNode, PathNode, MissingNode } from '../../ast/nodes.ts';
import { isNumber, numberType, pointsType, ratioType } from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import { isWholeNumber } from '../literals.ts';
import { selectionMistake, typeMismatch } from '../type-diagnostics.ts';
import { expectCount, expectLiteral, inferEffect } from './amounts.ts';
import type { InferContext, Subject } from './context.ts';
import { expectTruth, infer } from './expressions.ts';
import { checkDecimals, checkMarks } from './fields.ts';
import { inferInput, inferEntryLines } from './inputs.ts';

/** 测评 with options. */
export function inferBallot(node: BallotNode, context: InferContext): void {
  for (const input of node.inputs) inferInput(input, context);
  for (const option of node.options) if (option.points !== null) expectLiteral(option.points, pointsType, context);
  for (const group of node.groups) expectLiteral(group.weight, ratioType, context);
  if (node.issued !== null) expectPeople(node.issued.figure, context);
  if (node.turnout === null) return;
  const { eligible, least, otherwise } = node.turnout;
  expectPeople(eligible, context);
  expectLiteral(least, ratioType, context);
  inferEffect(otherwise, context);
}

/** 测评 and 互评 with marks. Behind 去掉 a bare bound is one on the number of raters. */
export function inferPanel(node: PanelNode, context: InferContext): void {
  for (const input of node.inputs) inferInput(input, context);
  for (const group of node.groups) expectLiteral(group.weight, ratioType, context);
  if (node.marks.kind === 'marks') {
    checkMarks(node.marks.range, context);
    if (node.marks.rounding !== null) checkDecimals(node.marks.rounding.decimals, context);
    inferEntryLines(node.marks.lines, context);
  }
  for (const { condition } of node.voids) expectTruth(condition, context);
  const raters: Subject = { type: numberType('count'), score: false, expression: null };
  for (const { places, condition } of node.drops) {
    for (const { count } of places) {
      infer(count, context);
      if (!isWholeNumber(count)) context.report(selectionMistake.at(count.span, { mistake: 'count' }));
    }
    if (condition !== null) expectTruth(condition, context, raters);
  }
  if (node.fewest === null) return;
  if (node.fewest.least.kind === 'quantity') expectCount(node.fewest.least, context);
  if (node.fewest.otherwise !== null) inferEffect(node.fewest.otherwise, context);
}

function expectPeople(node: PathNode | MissingNode, context: InferContext): void {
  const type = infer(node, context);
  if (type.type === 'error' || isNumber(type, 'count')) return;
  const [left, right] = [describeType(numberType('count')), describeType(type)];
  context.report(typeMismatch.at(node.span, { clash: 'expected', left, right }));
}
