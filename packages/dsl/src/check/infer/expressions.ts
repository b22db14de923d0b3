/** Types of expressions. */
import type {
  ArithmeticNode,
  BetweenNode,
  ByTableNode,
  CompareNode,
  DateNode,
  DefineNode,
  ExpressionNode,
  IfNode,
  PathNode,
  QuantityNode,
} from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import type { Span } from '../../source/span.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import {
  agree,
  errorType,
  eventsType,
  isNumber,
  joined,
  numberType,
  pointsType,
  productType,
  quotientType,
  textType,
  truthType,
} from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import type { NumberType, Type } from '../../types/type.ts';
import { missingElse, missingSubject, notAFigure, typeMismatch } from '../type-diagnostics.ts';
import type { Clash } from '../type-diagnostics.ts';
import { checkAbsenceTest } from './absence-tests.ts';
import { bareNumber, reportBare } from './bare-numbers.ts';
import { inferCall } from './calls.ts';
import { checkOrder } from './check-order.ts';
import { isOrdered } from './ordered.ts';
import { written } from './context.ts';
import type { InferContext, Subject } from './context.ts';
import { fieldType } from './fields.ts';
import {
  caseType,
  entryFieldType,
  gradeType,
  inferDate,
  inferQuantity,
  valuelessKinds,
  inferStreak,
} from './leaf-types.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { inferInterpolatedValue, inferTierValues } from './row-values.ts';
import { isScore } from './scores.ts';

/** The type of an expression; every part of it gets its entry, and what does not fit is reported. */
export function infer(node: ExpressionNode, context: InferContext, subject: Subject | null = null): Type {
  const known = context.types.get(node);
  if (known !== undefined) return known;
  const type = inferAnew(node, context, subject);
  context.types.set(node, type);
  return type;
}

/** Infers an expression whose type is given by its place, and reports another. */
export function expectType(
  node: ExpressionNode,
  expected: Type,
  context: InferContext,
  subject: Subject | null = null,
): void {
  const found = infer(node, context, subject);
  if (reportBare(node, expected, context) || agree(found, expected)) return;
  clash(context, node.span, 'expected', expected, found);
}

/** Infers a condition. In a table over one quantity a number alone is short for being equal to it, which must be said. */
export function expectTruth(node: ExpressionNode, context: InferContext, subject: Subject | null = null): void {
  if (node.kind === 'parenthesis') {
    expectTruth(node.inner, context, subject);
    context.types.set(node, context.types.get(node.inner) ?? errorType);
    return;
  }
  // Without 否则 a condition is an implication.
  if (node.kind === 'if' && node.alternative === null) {
    expectTruth(node.condition, context, subject);
    expectTruth(node.consequent, context, subject);
    context.types.set(node, truthType);
    return;
  }
  if (subject === null || node.kind !== 'quantity') {
    expectType(node, truthType, context, subject);
    return;
  }
  const [left, right] = [describeType(truthType), describeType(infer(node, context))];
  const equal = `= ${written(context, node)}`;
  const title = { zh: `改为 \`${equal}\``, en: `Change to \`${equal}\`` };
  const fixes = [{ title, safe: false, edits: [{ span: node.span, text: equal }] }];
  context.report(typeMismatch.at(node.span, { clash: 'expected', left, right }, { fixes }));
}

/** Reports a value that is no number where any number would do. */
export function reportNoNumber(span: Span, type: Type, context: InferContext): void {
  const left = { zh: '一个数', en: 'a number' };
  context.report(typeMismatch.at(span, { clash: 'expected', left, right: describeType(type) }));
}

/** Reports two types that do not go together. */
export function clash(context: InferContext, span: Span, kind: Clash, left: Type, right: Type): void {
  context.report(typeMismatch.at(span, { clash: kind, left: describeType(left), right: describeType(right) }));
}

const someChoice: Type = { type: 'choice', options: [], field: '' };
const aCase: Message = { zh: '情形', en: 'a case' };

function inferAnew(node: ExpressionNode, context: InferContext, subject: Subject | null): Type {
  switch (node.kind) {
    case 'logic':
      for (const operand of node.operands) expectTruth(operand, context, subject);
      return truthType;
    case 'not':
      expectTruth(node.operand, context, subject);
      return truthType;
    case 'compare':
      return inferCompare(node, context, subject);
    case 'between':
      return inferBetween(node, context, subject);
    case 'occurs': {
      const kind = context.names.references.get(node.path)?.symbol.kind;
      const type = infer(node.path, context);
      if (kind !== undefined && kind !== 'case' && kind !== 'list' && type.type !== 'error')
        context.report(typeMismatch.at(node.path.span, { clash: 'expected', left: aCase, right: describeType(type) }));
      return truthType;
    }
    case 'among': {
      const left = infer(node.left, context, subject);
      if (left.type !== 'choice' && left.type !== 'grade' && left.type !== 'error')
        clash(context, node.left.span, 'expected', someChoice, left);
      return truthType;
    }
    case 'every':
      expectTruth(node.test, context, { type: pointsType, score: true, expression: null });
      return truthType;
    case 'streak':
      inferStreak(node, context);
      return truthType;
    case 'if':
      return inferIf(node, context, subject);
    case 'arithmetic':
      return inferArithmetic(node, context, subject);
    case 'negate': {
      const type = infer(node.operand, context, subject);
      if (type.type === 'number' || type.type === 'error') return type;
      reportNoNumber(node.operand.span, type, context);
      return errorType;
    }
    case 'parenthesis':
      return infer(node.inner, context, subject);
    case 'call':
      return inferCall(node, context, {
        infer: (each) => infer(each, context),
        expectTruth: (each, about = null) => expectTruth(each, context, about),
      });
    case 'filtered':
      expectTruth(node.condition, context);
      return infer(node.value, context);
    case 'path':
      return inferPath(node, context);
    case 'quantity':
      return inferQuantity(node, context);
    case 'date':
      return inferDate(node, context);
    case 'yes-no':
      return truthType;
    case 'tiers':
      return inferTierValues(node, context);
    case 'interpolation':
      return inferInterpolatedValue(node, context);
    case 'by-table':
      return inferChoice(node, context);
    case 'full':
      return pointsType;
    case 'no-result':
    case 'inapplicable':
      // It stands for a value of any type.
      return errorType;
    case 'absence-test':
      if (node.path !== null) checkAbsenceTest(node.path, node.state, infer(node.path, context), context);
      return truthType;
    case 'missing':
      return errorType;
  }
}

function inferCompare(node: CompareNode, context: InferContext, subject: Subject | null): Type {
  const right = infer(node.right, context, subject);
  const left = node.left === null ? leftOut(node, context, subject) : infer(node.left, context, subject);
  const score = node.left === null ? (subject?.score ?? false) : isScore(node.left, context);
  if (node.left !== null && reportBare(node.left, right, context)) return truthType;
  if (reportBare(node.right, left, context, node.left ?? subject?.expression)) return truthType;
  if (!agree(left, right) && !(score && isNumber(right, 'ratio')) && !bareCount(node.left, left, node.right, right)) {
    if (!(isNumber(left, 'ratio') && isScore(node.right, context))) clash(context, node.span, 'compared', left, right);
  } else if (node.relation !== '=' && node.relation !== '!=' && !isOrdered(left, node, context)) {
    clash(context, node.span, 'ordered', left, right);
  }
  return truthType;
}

function inferBetween(node: BetweenNode, context: InferContext, subject: Subject | null): Type {
  const left = node.left === null ? leftOut(node, context, subject) : infer(node.left, context, subject);
  const score = node.left === null ? (subject?.score ?? false) : isScore(node.left, context);
  for (const end of [node.low, node.high]) {
    const type = inferEnd(end, end === node.low ? node.high : node.low, context);
    const bare = end.kind === 'quantity' && end.unit === null && type.type === 'number' && isNumber(type, 'ratio');
    if (bare && reportBare(end, left, context, node.left ?? subject?.expression)) continue;
    if (agree(left, type) || (score && isNumber(type, 'ratio')) || bareCount(node.left, left, end, type)) continue;
    clash(context, end.span, 'compared', left, type);
  }
  checkOrder(node, context);
  return truthType;
}

/** One end of a range; a unit at the other end alone is the unit of both. */
export function inferEnd(end: QuantityNode | DateNode, other: QuantityNode | DateNode, context: InferContext): Type {
  if (end.kind === 'date' || end.unit !== null || other.kind === 'date' || other.unit === null)
    return infer(end, context);
  const own = infer(end, context);
  const type = own.type === 'error' ? own : infer(other, context);
  context.types.set(end, type);
  return type;
}

function leftOut(node: CompareNode | BetweenNode, context: InferContext, subject: Subject | null): Type {
  if (subject !== null) return subject.type;
  context.report(missingSubject.at(node.span, {}));
  return errorType;
}

/** A bare number goes with any count: nothing else can be meant. */
function bareCount(left: ExpressionNode | null, leftType: Type, right: ExpressionNode, rightType: Type): boolean {
  if (bareNumber(right) !== null) return isNumber(leftType, 'count');
  return left !== null && bareNumber(left) !== null && isNumber(rightType, 'count');
}

function inferIf(node: IfNode, context: InferContext, subject: Subject | null): Type {
  expectTruth(node.condition, context, subject);
  const first = infer(node.consequent, context, subject);
  if (node.alternative === null) {
    context.report(missingElse.at(node.span, {}));
    return first;
  }
  const second = infer(node.alternative, context, subject);
  if (reportBare(node.alternative, first, context) || reportBare(node.consequent, second, context)) return errorType;
  if (!agree(first, second)) {
    clash(context, node.alternative.span, 'expected', first, second);
    return errorType;
  }
  return joined(first, second);
}

function inferArithmetic(node: ArithmeticNode, context: InferContext, subject: Subject | null): Type {
  const left = infer(node.left, context, subject);
  const right = infer(node.right, context, subject);
  if (left.type === 'error' || right.type === 'error') return errorType;
  const moved = movedDate(node, left, right, context);
  if (moved !== null) return moved;
  if (left.type !== 'number' || right.type !== 'number') {
    const clashKind = node.operator === '*' ? 'multiplied' : node.operator === '/' ? 'divided' : 'added';
    clash(context, node.span, clashKind, left, right);
    return errorType;
  }
  if (node.operator === '+' || node.operator === '-') return inferSum(node, left, right, context);
  const type = node.operator === '*' ? productType(left, right) : quotientType(left, right);
  if (type === null) {
    clash(context, node.span, node.operator === '*' ? 'multiplied' : 'divided', left, right);
    return errorType;
  }
  return type;
}

/** A date some days later or earlier, or the days between two dates; null for anything else. */
function movedDate(node: ArithmeticNode, left: Type, right: Type, context: InferContext): Type | null {
  if (left.type !== 'date' || (node.operator !== '+' && node.operator !== '-')) return null;
  const days = numberType('days');
  if (right.type === 'date') return node.operator === '-' ? days : null;
  if (reportBare(node.right, days, context)) return left;
  return isNumber(right, 'days') ? left : null;
}

function inferSum(node: ArithmeticNode, left: NumberType, right: NumberType, context: InferContext): Type {
  if (reportBare(node.left, right, context) || reportBare(node.right, left, context)) return errorType;
  if (bareCount(node.left, left, node.right, right)) return bareNumber(node.right) === null ? right : left;
  if (agree(left, right)) return joined(left, right);
  clash(context, node.span, 'added', left, right);
  return errorType;
}

function inferPath(node: PathNode, context: InferContext): Type {
  const symbol = context.names.references.get(node)?.symbol;
  if (symbol === undefined) return errorType;
  const valueless = valuelessKinds.get(symbol.kind);
  if (valueless === undefined) return typeOfSymbol(symbol, context);
  context.report(notAFigure.at(node.span, { name: symbol.name, ...valueless }));
  return errorType;
}

/** The type of the value that a name stands for. */
export function typeOfSymbol(symbol: Symbol, context: InferContext): Type {
  const { node } = symbol;
  switch (symbol.kind) {
    case 'attribute':
    case 'input':
      if (node.kind === 'panel') return eventsType;
      return node.kind === 'field' ? fieldType(node, context) : errorType;
    case 'figure':
      if (node.kind === 'define' && node.options.length > 0) return optionsType(node);
      return node.kind === 'define' ? inferOnce(symbol, node.value, context) : errorType;
    case 'table':
      return node.kind === 'table' ? inferOnce(symbol, node.choice, context) : errorType;
    case 'total':
    case 'item':
    case 'list':
      return pointsType;
    case 'case':
      return caseType(symbol);
    case 'ballot-option':
    case 'rater-count':
      return numberType('count');
    case 'option':
      return symbol.owner === null ? errorType : typeOfSymbol(symbol.owner, context);
    case 'scale':
    case 'grade':
    case 'outcome':
      return gradeType(symbol.kind === 'scale' ? symbol : symbol.owner);
    case 'subject':
      return textType;
    case 'entry-field':
      if (node.kind === 'marks') return pointsType;
      return node.kind === 'field' ? fieldType(node, context) : entryFieldType(symbol);
    case 'scorecard':
    case 'ballot':
    case 'ballot-group':
    case 'stage':
    case 'sample':
      return errorType;
  }
}

/** The type of a definition that gives one of its own names. */
export function optionsType({ name, options }: DefineNode): Type {
  return { type: 'choice', options: options.map(({ text }) => text), field: name.kind === 'name' ? name.text : '' };
}

/** A definition's type is found where it is first used; meeting it again on the way is a circle. */
function inferOnce(symbol: Symbol, value: ExpressionNode, context: InferContext): Type {
  const known = context.types.get(value);
  if (known !== undefined) return known;
  // A long chain can only be a circle here: everything else was inferred in order.
  if (context.pending.has(symbol) || context.pending.size > 200) return errorType;
  context.pending.add(symbol);
  const type = infer(value, context);
  context.pending.delete(symbol);
  return type;
}

/** `按 类别 { 甲 …；乙 … }` as a value: all rows agree. */
function inferChoice(node: ByTableNode, context: InferContext): Type {
  inferKey(node, context);
  let result: Type = errorType;
  for (const row of node.rows) {
    const type = infer(row.value, context);
    if (reportBare(row.value, result, context)) continue;
    if (agree(result, type)) result = joined(result, type);
    else clash(context, row.value.span, 'expected', result, type);
  }
  return result;
}

/** The key of 按 … { }: a figure with named options. */
export function inferKey(node: Pick<ByTableNode, 'key'>, context: InferContext): void {
  if (node.key.kind === 'missing') return;
  const type = infer(node.key, context);
  if (type.type === 'choice' || type.type === 'grade' || type.type === 'error') return;
  clash(context, node.key.span, 'expected', someChoice, type);
}
