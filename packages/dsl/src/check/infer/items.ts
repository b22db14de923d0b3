/** Types in the bodies of items and lists: inputs, definitions, rules, cases, conditions. */
import type {
  CaseNode,
  ChecklistNode,
  DeadlineNode,
  LineNode,
  ProportionNode,
  ScoreNode,
  TiersNode,
} from '../../ast/nodes.ts';
import { dateType, isNumber, pointsType, ratioType } from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import { typeMismatch } from '../type-diagnostics.ts';
import { inferApplies, expectAmount, expectCount, inferClauses, inferEffect } from './amounts.ts';
import { reportBare, reportBareDivisor } from './bare-numbers.ts';
import type { InferContext, Subject } from './context.ts';
import { expectTruth, expectType, infer } from './expressions.ts';
import { inferDefine, inferInput } from './inputs.ts';
import { inferBallot, inferPanel } from './ballots.ts';
import { fieldType } from './fields.ts';
import { isScore } from './scores.ts';
import { inferAgainst, inferInterpolation } from './measures.ts';

/** Every line of a body, and what is below it. */
export function inferBody(lines: readonly LineNode[], context: InferContext): void {
  for (const line of lines) inferLine(line, context);
}

/** One line of an item or a list. */
export function inferLine(line: LineNode, context: InferContext): void {
  switch (line.kind) {
    case 'item':
    case 'list':
      inferClauses(line.clauses, context);
      inferBody(line.body, context);
      return;
    case 'case':
      inferCase(line, context);
      return;
    case 'when':
      expectTruth(line.condition, context);
      inferEffect(line.effect, context);
      return;
    case 'input':
      inferInput(line, context);
      return;
    case 'define':
      inferDefine(line, context);
      return;
    case 'score':
      inferScore(line, context);
      return;
    case 'proportion':
      inferProportion(line, context);
      return;
    case 'tiers':
      inferTiers(line, context);
      return;
    case 'by-table':
      expectAmount(line, context);
      return;
    case 'checklist':
      inferChecklist(line, context);
      return;
    case 'discretion':
      inferEffect(line, context);
      return;
    case 'against':
      inferAgainst(line, context);
      return;
    case 'interpolation':
      inferInterpolation(line, context);
      return;
    case 'deadline':
      inferDeadline(line, context);
      return;
    case 'ballot':
      inferBallot(line, context);
      return;
    case 'panel':
      inferPanel(line, context);
      return;
    case 'require':
      expectTruth(line.condition, context);
      return;
    case 'declares':
      return;
  }
}

function inferScore(node: ScoreNode, context: InferContext): void {
  expectType(node.value, pointsType, context);
  if (node.ifZero !== null) expectAmount(node.ifZero, context);
}

function inferProportion(node: ProportionNode, context: InferContext): void {
  const type = infer(node.rate, context);
  const settled = reportBare(node.rate, ratioType, context) || type.type === 'error' || isNumber(type, 'ratio');
  if (!settled && !reportBareDivisor(node.rate, type, context)) {
    context.report(
      typeMismatch.at(node.rate.span, { clash: 'expected', left: describeType(ratioType), right: describeType(type) }),
    );
  }
  if (node.cap?.amount) expectType(node.cap.amount, ratioType, context);
  if (node.ifZero !== null) expectAmount(node.ifZero, context);
}

function inferTiers(node: TiersNode, context: InferContext): void {
  const subject: Subject | null =
    node.subject === null
      ? null
      : { type: infer(node.subject, context), score: isScore(node.subject, context), expression: node.subject };
  for (const row of node.rows) {
    if (row.condition !== null) expectTruth(row.condition, context, subject);
    expectAmount(row.amount, context);
  }
}

function inferChecklist(node: ChecklistNode, context: InferContext): void {
  if (node.amount !== null) expectAmount(node.amount, context);
  for (const { field, amount } of node.points) {
    fieldType(field, context);
    if (amount !== null) expectAmount(amount, context);
  }
}

function inferDeadline(node: DeadlineNode, context: InferContext): void {
  expectType(node.date, dateType, context);
  expectType(node.due, dateType, context);
  for (const row of node.rows) {
    if (row.from !== null) expectCount(row.from, context);
    inferEffect(row.effect, context);
  }
}

function inferCase(node: CaseNode, context: InferContext): void {
  if (node.applies !== null) inferApplies(node.applies, context);
  if (node.effect !== null) inferEffect(node.effect, context);
  for (const row of node.table) {
    expectCount(row.count, context);
    inferEffect(row.effect, context);
  }
}
