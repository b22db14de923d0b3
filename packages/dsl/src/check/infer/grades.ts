/** Types in the chapters after the tree: grades, quotas, consequences. */
import type {
  ActionNode,
  AmountNode,
  ConsequencesNode,
  DateNode,
  GradesNode,
  QuantityNode,
  QuotaNode,
} from '../../ast/nodes.ts';
import { isNumber, numberType, pointsType, ratioType } from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import { typeMismatch } from '../type-diagnostics.ts';
import { expectCount, inferEffect } from './amounts.ts';
import { addUnit, bareNumber } from './bare-numbers.ts';
import type { InferContext, Subject } from './context.ts';
import { clash, expectTruth, expectType, infer, inferKey, reportNoNumber } from './expressions.ts';
import { checkDecimals } from './fields.ts';
import { isScore } from './scores.ts';

/** 等次: thresholds look at the quantity named by 依, or the total. */
export function inferGrades(node: GradesNode, context: InferContext): void {
  const subject: Subject =
    node.basedOn === null
      ? { type: pointsType, score: true, expression: null }
      : { type: infer(node.basedOn, context), score: isScore(node.basedOn, context), expression: node.basedOn };
  if (subject.type.type !== 'number' && subject.type.type !== 'error' && node.basedOn !== null)
    reportNoNumber(node.basedOn.span, subject.type, context);
  const scale = context.names.declared.get(node) ?? null;
  for (const line of node.lines) {
    if (line.kind === 'off-scale') continue;
    if (line.kind === 'grade-effect') inferEffect(line, context, scale);
    else if (line.kind === 'when') {
      expectTruth(line.condition, context, subject);
      inferEffect(line.effect, context, scale);
    } else {
      if (line.condition !== null) expectTruth(line.condition, context, subject);
      if (line.quota !== null) inferQuota(line.quota, context);
    }
  }
}

/** The amounts that a quota names. */
function quotaAmounts({ amount }: QuotaNode): readonly AmountNode[] {
  if (amount.kind === 'by-table') return amount.rows.map((row) => row.value);
  return amount.kind === 'quota-sizes' ? amount.rows.map((row) => row.amount) : [amount];
}

function inferQuota(node: QuotaNode, context: InferContext): void {
  const amounts = quotaAmounts(node);
  if (node.amount.kind === 'by-table') {
    inferKey(node.amount, context);
    context.types.set(node.amount, ratioType);
  }
  if (node.amount.kind === 'quota-sizes') {
    const subject: Subject = { type: numberType('count'), score: false, expression: null };
    for (const { condition } of node.amount.rows) if (condition !== null) expectTruth(condition, context, subject);
  }
  for (const amount of amounts) {
    const type = infer(amount, context);
    if (type.type === 'error' || isNumber(type, 'count')) continue;
    // 3 alone could be three places or three times as many; 1/3 can only be a share.
    const bare = bareNumber(amount);
    if (isNumber(type, 'ratio') && (bare === null || bare.over !== null)) continue;
    const left = { zh: '比例（%）或个数', en: 'a share (%) or a number of places' };
    const right = bare === null ? describeType(type) : { zh: '没有单位的数', en: 'a number without a unit' };
    const units = context.locale === 'zh' ? ['%', '个'] : ['%', ' units'];
    const fixes = bare === null ? [] : units.map((unit) => addUnit(bare, unit, context));
    context.report(typeMismatch.at(amount.span, { clash: 'expected', left, right }, { fixes }));
  }
  if (node.by !== null) {
    const type = infer(node.by, context);
    if (type.type !== 'choice' && type.type !== 'text' && type.type !== 'error')
      clash(context, node.by.span, 'expected', { type: 'choice', options: [], field: '' }, type);
  }
  if (node.minimum !== null) expectCount(node.minimum, context);
  for (const tie of node.ties) {
    const type = infer(tie, context);
    if (type.type !== 'number' && type.type !== 'error') reportNoNumber(tie.span, type, context);
  }
}

/** 结果运用: conditions, deadlines and amounts. */
export function inferConsequences(node: ConsequencesNode, context: InferContext): void {
  for (const entry of node.entries) {
    if (entry.streak !== null) infer(entry.streak, context);
    if (entry.condition !== null) expectTruth(entry.condition, context);
    for (const action of entry.actions) inferAction(action, context);
  }
}

/** What one action says about time and money. */
export function inferAction({ within, lasting, amount, factor, rounding }: ActionNode, context: InferContext): void {
  for (const time of [within, lasting]) if (time !== null) inferWithin(time, context);
  if (amount !== null) expectType(amount, numberType('money'), context);
  if (factor !== null) expectType(factor, ratioType, context);
  if (rounding !== null) checkDecimals(rounding.decimals, context);
}

/** 期限: a date, or a time; 为期: a time. */
export function inferWithin(node: QuantityNode | DateNode, context: InferContext): void {
  const type = infer(node, context);
  if (node.kind === 'date' || type.type === 'error' || isNumber(type, 'days') || isNumber(type, 'months')) return;
  const bare = bareNumber(node);
  const left = { zh: '期限（天、月或日期）', en: 'a time (days, months or a date)' };
  const right = bare === null ? describeType(type) : { zh: '没有单位的数', en: 'a number without a unit' };
  const fixes = bare === null ? [] : [addUnit(bare, context.locale === 'zh' ? '天' : ' days', context)];
  context.report(typeMismatch.at(node.span, { clash: 'expected', left, right }, { fixes }));
}
