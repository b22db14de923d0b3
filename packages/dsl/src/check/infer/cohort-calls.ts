/** Types of functions over a cohort, and of the clauses behind the arguments of any function. */
import { compare, isInteger, rational } from '@assess/runtime';
import type { CallNode, ExpressionNode, QuantityNode } from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import { isNumber, numberType, ratioType, truthType } from '../../types/assignable.ts';
import type { CallClause, Signature } from '../../types/builtins.ts';
import type { Type } from '../../types/type.ts';
import { quantityValue } from '../literals.ts';
import { describeType } from '../../types/describe-type.ts';
import { typeMismatch, wrongClause } from '../type-diagnostics.ts';
import type { Inferences } from './inferences.ts';
import type { InferContext } from './context.ts';
import { checkDecimals } from './fields.ts';

const clauseNames: Readonly<Record<CallClause, Message>> = {
  by: { zh: '按 类别', en: 'by category' },
  where: { zh: '当 条件', en: 'when condition' },
  rounding: { zh: '保留 4位小数', en: 'round to 4 decimals' },
  mode: { zh: '向下取整', en: 'rounded down' },
  ties: { zh: '同分 按 …', en: 'ties by …' },
  equals: { zh: '并列跳位', en: 'equals skip places' },
  lowerIsBetter: { zh: '以低为优', en: 'lower is better' },
};

const allClauses: readonly CallClause[] = ['by', 'where', 'rounding', 'mode', 'ties', 'equals', 'lowerIsBetter'];

/** Reports clauses that the function does not take, and infers what stands in all of them. */
export function reportClauses(
  node: CallNode,
  { clauses, overCohort }: Signature,
  context: InferContext,
  { infer, expectTruth }: Inferences,
): void {
  const written: Readonly<Record<CallClause, boolean>> = {
    by: node.by.length > 0,
    // Of an argument that is no list another rule speaks.
    where: overCohort && (node.where !== null || node.arguments.some(({ kind }) => kind === 'filtered')),
    rounding: node.rounding !== null,
    mode: node.mode !== null,
    ties: node.ties.length > 0,
    equals: node.equals !== null,
    lowerIsBetter: node.lowerIsBetter,
  };
  for (const clause of allClauses) {
    if (!written[clause] || clauses.includes(clause)) continue;
    const allowed = clauses.map((each) => clauseNames[each]);
    context.report(wrongClause.at(node.span, { name: node.function.text, clause: clauseNames[clause], allowed }));
  }
  for (const key of node.by) {
    const type = infer(key);
    if (type.type !== 'choice' && type.type !== 'error') expected(someChoice, key, type, context);
  }
  if (node.where !== null) expectTruth(node.where);
  for (const tie of node.ties) {
    const type = infer(tie);
    if (type.type !== 'number' && type.type !== 'date' && type.type !== 'error') expected(aNumber, tie, type, context);
  }
  if (node.rounding !== null) checkDecimals(node.rounding.decimals, context);
}

/** The type of a function over a cohort; null where its arguments are wrong, which is not reported yet. */
export function inferOverCohort(
  node: CallNode,
  signature: Signature,
  { names }: InferContext,
  { infer }: Inferences,
): Type | null {
  const types = node.arguments.map((argument) => infer(argument));
  const [first, second] = types;
  const [, places] = node.arguments;
  if (types.some(({ type }) => type === 'error')) return { type: 'error' };
  if (first === undefined) return signature.takes === 'number-of-each-or-none' ? numberType('count') : null;
  // A list has many figures for one subject: 全体最高（合计（论文·分）） says which is meant.
  if (node.arguments.some((argument) => names.lists.has(argument))) return null;
  const isMerit = first.type === 'number' || first.type === 'date';
  switch (signature.takes) {
    case 'number-of-each':
    case 'number-of-each-or-none':
      if (types.length > 1 || first.type !== 'number') return null;
      return signature.gives === 'count' ? numberType('count') : first;
    case 'number-with-precision':
      return types.length > 1 || first.type !== 'number' || node.rounding === null ? null : ratioType;
    case 'merit':
      if (types.length > 1 || !isMerit) return null;
      return signature.gives === 'place' ? numberType('count') : ratioType;
    case 'merit-and-places':
      if (types.length !== 2 || !isMerit || second === undefined || places?.kind !== 'quantity') return null;
      return arePlaces(places, second) ? truthType : null;
    case 'numbers':
    case 'number-and-decimals':
    case 'item':
    case 'lists':
    case 'grade-and-scales':
    case 'ballot-and-options':
      return null;
  }
}

/** A whole number of places from 1, or a share above 0 and up to 100%. */
function arePlaces(node: QuantityNode, type: Type): boolean {
  const value = quantityValue(node);
  if (value === null || compare(value, rational(0n)) <= 0) return false;
  if (isNumber(type, 'ratio') && node.unit !== null) return compare(value, rational(1n)) <= 0;
  return (isNumber(type, 'count') || node.unit === null) && isInteger(value);
}

const someChoice = describeType({ type: 'choice', options: [], field: '' });
const aNumber: Message = { zh: '一个数', en: 'a number' };

function expected(left: Message, node: ExpressionNode, type: Type, context: InferContext): void {
  context.report(typeMismatch.at(node.span, { clash: 'expected', left, right: describeType(type) }));
}
