/** Types of what is given, taken and bounded: amounts of points, effects, the clauses of heads. */
import { compare, isInteger, isNegative, zero } from '@assess/runtime';
import type {
  AmountNode,
  AppliesNode,
  ByTableNode,
  CapNode,
  ClauseNode,
  DiscretionNode,
  EffectClauseNode,
  EffectNode,
  MissingNode,
  QuantityNode,
} from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import { mainScale } from '../../symbols/main-scale.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import { errorType, isNumber, numberType, pointsType, ratioType } from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import type { Type } from '../../types/type.ts';
import { unitName } from '../../types/units.ts';
import { figureOf } from '../literals.ts';
import { typeMismatch } from '../type-diagnostics.ts';
import { addUnit, reportBare } from './bare-numbers.ts';
import type { InferContext } from './context.ts';
import { expectTruth, expectType, infer, inferKey } from './expressions.ts';
import { checkDecimals, fieldType } from './fields.ts';
import { inferGradeEffect } from './grade-effects.ts';

const amount: Message = { zh: '分值（分）或满分的份额（%）', en: 'points, or a share of the full marks (%)' };

/** An amount of points: points, or a percentage as a share of the full marks. */
export function expectAmount(node: AmountNode, context: InferContext): void {
  if (node.kind === 'by-table') {
    inferKey(node, context);
    for (const row of node.rows) expectAmount(row.value, context);
    context.types.set(node, pointsType);
    return;
  }
  const type = infer(node, context);
  if (reportBare(node, pointsType, context)) return;
  if (type.type === 'error' || isNumber(type, 'points') || isNumber(type, 'ratio')) return;
  context.report(typeMismatch.at(node.span, { clash: 'expected', left: amount, right: describeType(type) }));
}

/** What 分母为零 gives must be what the quotient would be. */
export function expectSame(node: AmountNode, type: Type, context: InferContext): void {
  if (type.type === 'number' && type.dimension === 'points') expectAmount(node, context);
  else expectType(node, type, context);
}

/** The clauses in the head of an item, a list, the total or a scorecard. */
export function inferClauses(clauses: readonly ClauseNode[], context: InferContext): void {
  for (const clause of clauses) {
    switch (clause.kind) {
      case 'points':
        if (clause.amount.kind === 'by-table') expectAmount(clause.amount, context);
        else expectLiteral(clause.amount, pointsType, context);
        break;
      case 'best-of-parts':
        if (clause.count.kind === 'quantity') expectCount(clause.count, context);
        break;
      case 'periods':
        for (const { weight } of clause.periods) inferWeight(weight, context);
        break;
      case 'applies':
        inferApplies(clause, context);
        break;
      case 'weight':
        inferWeight(clause.amount, context);
        break;
      case 'may-exceed':
      case 'may-be-negative':
        if (clause.limit !== null) expectLiteral(clause.limit, pointsType, context);
        break;
      case 'factor':
        expectType(clause.amount, ratioType, context);
        break;
      case 'cap':
        inferCap(clause, context);
        break;
      case 'rounding':
        checkDecimals(clause.decimals, context);
        break;
      case 'using':
        if (clause.scorecard.kind === 'sheet-table') inferKey(clause.scorecard, context);
        break;
      case 'basis':
      case 'declares':
      case 'highest-only':
      case 'lowest-of-parts':
      case 'without-result':
      case 'sub-period':
      case 'missing-period':
      case 'not-applicable':
      case 'none-applicable':
      case 'uncapped':
        break;
    }
  }
}

/** `适用 当 条件`. Its names are resolved to options already. */
export function inferApplies({ condition }: AppliesNode, context: InferContext): void {
  if (condition !== null) expectTruth(condition, context);
}

/** A literal of one dimension. */
export function expectLiteral(node: QuantityNode | MissingNode, type: Type, context: InferContext): void {
  expectType(node, type, context);
}

/** A share in the parent: 占 10%, 占 3份, or a choice of them. */
function inferWeight(node: QuantityNode | ByTableNode | MissingNode, context: InferContext): void {
  if (node.kind === 'missing') return;
  if (node.kind === 'by-table') {
    inferKey(node, context);
    for (const row of node.rows) {
      if (row.value.kind === 'quantity') inferWeight(row.value, context);
      else expectType(row.value, ratioType, context);
    }
    context.types.set(node, ratioType);
    return;
  }
  if (node.unit === 'part') {
    const value = figureOf(node);
    context.types.set(node, numberType('count'));
    if (value === null || compare(value, zero) < 0) infer(node, context);
    return;
  }
  if (node.unit === null) reportBareShare(node, context);
  else expectType(node, ratioType, context);
}

/** `占10` could be ten per cent or ten parts. */
function reportBareShare(node: QuantityNode, context: InferContext): void {
  context.types.set(node, errorType);
  const left: Message = { zh: '百分比（%）或份', en: 'a percentage (%) or parts' };
  const right: Message = { zh: '没有单位的数', en: 'a number without a unit' };
  const fixes = ['%', context.locale === 'zh' ? '份' : ' parts'].map((unit) => addUnit(node, unit, context));
  context.report(typeMismatch.at(node.span, { clash: 'expected', left, right }, { fixes }));
}

/** 封顶 of a case or a list. */
function inferCap(node: CapNode, context: InferContext): void {
  if (node.amount !== null) expectAmount(node.amount, context);
  for (const { amount: each } of node.periods) expectAmount(each, context);
}

/** What happens: points, no points, an effect on the grade of `scale`. */
export function inferEffect(
  effect: EffectNode,
  context: InferContext,
  scale: Symbol | null = mainScale(context.names),
): void {
  if (effect.kind === 'missing') return;
  if (effect.kind === 'grade-effect') inferGradeEffect(effect, context, scale);
  if (effect.kind === 'discretion') inferDiscretion(effect, context);
  if (effect.kind === 'points-effect') {
    for (const field of effect.judged === null ? [] : [effect.judged.points, effect.judged.reason])
      fieldType(field, context);
    expectAmount(effect.amount, context);
    if (effect.per?.count) expectCount(effect.per.count, context);
  }
  inferEffectClauses(effect.clauses, context, scale);
}

/** 酌情: its bounds are points. */
function inferDiscretion({ figure, reason }: DiscretionNode, context: InferContext): void {
  const type = fieldType(figure, context);
  fieldType(reason, context);
  if (type.type === 'error' || isNumber(type, 'points')) return;
  context.report(
    typeMismatch.at(figure.type.span, { clash: 'expected', left: describeType(pointsType), right: describeType(type) }),
  );
}

function inferEffectClauses(clauses: readonly EffectClauseNode[], context: InferContext, scale: Symbol | null): void {
  for (const clause of clauses) {
    if (clause.kind === 'cap') inferCap(clause, context);
    else if (clause.kind === 'recorded-with') {
      for (const field of clause.fields) if (field.kind === 'field') fieldType(field, context);
    } else if (clause.kind === 'grade-effect') {
      inferGradeEffect(clause, context, scale);
      inferEffectClauses(clause.clauses, context, scale);
    }
  }
}

/** A whole number of occurrences, in any counting unit or days. */
export function expectCount(node: QuantityNode, context: InferContext): void {
  const type = infer(node, context);
  if (type.type === 'error') return;
  const value = figureOf(node);
  const counted = isNumber(type, 'count') || isNumber(type, 'days') || isNumber(type, 'workdays') || node.unit === null;
  if (counted && value !== null && isInteger(value) && !isNegative(value)) return;
  const right = node.unit === null ? describeType(type) : unitName(node.unit);
  const left = { zh: '次数（整数）', en: 'a whole number of times' };
  context.report(typeMismatch.at(node.span, { clash: 'expected', left, right }));
}
