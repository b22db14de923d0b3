/** Types of functions: what they take and give, and which of the values count. */
import type { CallNode, ExpressionNode } from '../../ast/nodes.ts';
import { agree, errorType, joined, numberType, pointsType, ratioType } from '../../types/assignable.ts';
import { parameterNames, signatureOf } from '../../types/builtins.ts';
import type { Signature } from '../../types/builtins.ts';
import type { Type } from '../../types/type.ts';
import { selectionMistake, wrongArguments } from '../type-diagnostics.ts';
import { inferOverCohort, reportClauses } from './cohort-calls.ts';
import type { InferContext } from './context.ts';
import { checkDecimals } from './fields.ts';
import { isCountAtGrade, unknownFunction } from './functions.ts';
import type { Inferences } from './inferences.ts';
import { isScore } from './scores.ts';
import { isWholeNumber } from '../literals.ts';

/** The type of what a function gives. */
export function inferCall(node: CallNode, context: InferContext, inferences: Inferences): Type {
  const signature = signatureOf(node.function.text);
  if (signature === null) {
    for (const argument of node.arguments) inferences.infer(argument);
    return unknownFunction(node, context);
  }
  reportClauses(node, signature, context, inferences);
  checkSelection(node, signature, context, inferences);
  const wrong = (): Type => {
    const takes = parameterNames[signature.takes];
    context.report(wrongArguments.at(node.span, { name: node.function.text, takes }));
    return errorType;
  };
  if (signature.overCohort) return inferOverCohort(node, signature, context, inferences) ?? wrong();
  const [first, second] = node.arguments;
  if (first === undefined) return wrong();
  switch (signature.takes) {
    case 'numbers': {
      const types = node.arguments.map((argument) => inferences.infer(argument));
      let result: Type = errorType;
      for (const type of types) {
        if (type.type === 'error') return errorType;
        if (type.type !== 'number' || !agree(result, type)) return wrong();
        result = joined(result, type);
      }
      return result;
    }
    case 'lists': {
      const types = node.arguments.map((argument) => inferences.infer(argument));
      if (types.some((type) => type.type === 'error')) return errorType;
      return types.every((type) => type.type === 'events') ? numberType('count') : wrong();
    }
    case 'number-and-decimals': {
      const type = inferences.infer(first);
      if (node.arguments.length !== 2 || second?.kind !== 'quantity' || second.unit !== 'decimal') return wrong();
      context.types.set(second, numberType('count'));
      checkDecimals(second, context);
      return type.type === 'number' || type.type === 'error' ? type : wrong();
    }
    case 'ballot-and-options': {
      const [ballot, ...options] = node.arguments.map((each) => context.names.references.get(each)?.symbol);
      for (const each of node.arguments) context.types.set(each, numberType('count'));
      if (ballot === undefined || options.some((each) => each === undefined)) return errorType;
      const isBallot = ballot.kind === 'ballot' || ballot.kind === 'ballot-group';
      const counted = options.every((each) => each?.node.kind === 'ballot-option' && each.node.counted);
      return isBallot && counted && options.length > 0 ? ratioType : wrong();
    }
    case 'item': {
      const type = inferences.infer(first);
      if (type.type === 'error') return errorType;
      if (node.arguments.length !== 1 || first.kind === 'call' || !isScore(first, context)) return wrong();
      return signature.gives === 'ratio' ? ratioType : pointsType;
    }
    case 'grade-and-scales': {
      const [grade, ...scales] = node.arguments.map((argument) => inferences.infer(argument));
      if (grade?.type === 'error' || scales.some(({ type }) => type === 'error')) return errorType;
      return isCountAtGrade(node, context) ? numberType('count') : wrong();
    }
    case 'number-of-each':
    case 'number-of-each-or-none':
    case 'merit':
    case 'number-with-precision':
    case 'merit-and-places':
      return wrong();
  }
}

/** 最高5项 and 去掉 choose among values that were put in order: either of them once, and whole numbers of places. */
function checkSelection(
  { selection, span }: CallNode,
  { id }: Signature,
  context: InferContext,
  inferences: Inferences,
): void {
  const { infer } = inferences;
  const [first] = selection;
  if (first === undefined) return;
  const chosen = selection.filter((each) => each.kind === 'places');
  const ordered = id === 'sum' || id === 'mean';
  const fits = ordered || ((id === 'max' || id === 'min' || id === 'cohort-mean') && chosen.length === 0);
  if (!fits) context.report(selectionMistake.at(first.span, { mistake: 'function' }));
  else if (chosen.length > 1 || (chosen.length === 1 && selection.length > 1))
    context.report(selectionMistake.at(span, { mistake: 'several' }));
  for (const each of selection) {
    for (const { count } of each.kind === 'places' ? [each] : each.places) {
      infer(count);
      if (!isWholeNumber(count)) context.report(selectionMistake.at(count.span, { mistake: 'count' }));
    }
    if (each.kind === 'drop') {
      if (each.condition !== null) expectNumberOfValues(each.condition, id, inferences);
      const ends = each.places.map(({ end }) => end);
      const rest = each.places.find((place) => place.rest);
      if (new Set(ends).size < ends.length) context.report(selectionMistake.at(each.span, { mistake: 'end-twice' }));
      if (rest !== undefined) context.report(selectionMistake.at(rest.span, { mistake: 'rest-dropped' }));
    }
  }
}

/** `去掉 … 当 …`: over a cohort a bound on the number of values, `6个` being short for that number and no other. */
function expectNumberOfValues(
  condition: ExpressionNode,
  id: Signature['id'],
  { infer, expectTruth }: Inferences,
): void {
  if (id !== 'cohort-mean') expectTruth(condition);
  else if (condition.kind === 'quantity') infer(condition);
  else expectTruth(condition, { type: numberType('count'), score: false, expression: null });
}
