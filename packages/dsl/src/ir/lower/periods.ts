/** 分期: when a period of an item is missing, and what then holds (semantics 10.11). */
import type { ItemNode, MissingPeriodNode } from '../../ast/nodes.ts';
import { clauseOf } from '../../check/marks.ts';
import type { TruthExpression } from '../ir.ts';
import type { Context, ScoredNode } from './context.ts';
import type { Frame } from './frames.ts';
import { and, countOf, equal, not, nothing } from './operations.ts';
import { symbolOf, usedScorecards } from './tree.ts';
import type { Void } from './voids.ts';

/** What 缺期 says of the periods of the item around a period; null for anything that is no period. */
function missingPolicy(node: ScoredNode, context: Context): MissingPeriodNode['policy'] | null {
  if (node.kind !== 'item' || clauseOf(node, 'sub-period') === null) return null;
  const whole = symbolOf(context, node).owner?.node;
  return whole?.kind === 'item' ? (clauseOf(whole, 'missing-period')?.policy ?? 'refuse') : null;
}

/** Whether a record may have nothing for an item because it is a period that may be missing. */
export function mayBeMissing(node: ItemNode, context: Context): boolean {
  const policy = missingPolicy(node, context);
  return policy !== null && policy !== 'refuse';
}

/** Whether nothing is recorded in the frame of a period. */
export function isMissing(frame: Frame, context: Context): TruthExpression | null {
  const inputs = context.inputs.ofPeriod(frame);
  if (inputs.length === 0) return null;
  const nothingIn = inputs.flatMap((input): TruthExpression[] => {
    const { role, type, notApplicable } = context.inputs.spec(input);
    if (role === 'case' && type.kind === 'text') return [not({ op: 'present', input })];
    if (role === 'case') return [equal(type.kind === 'list' ? countOf(input) : { op: 'input', input }, nothing)];
    const isThere: TruthExpression = { op: 'present', input };
    return [not(isThere), ...(notApplicable ? [not({ op: 'not-applicable' as const, input })] : [])];
  });
  const holds = and(nothingIn);
  const name = `${context.ids.of((frame.user ?? frame.scorecard)?.node ?? missingNode(frame), frame.outer ?? frame)}.missing`;
  return context.steps.truth(name, holds, (frame.user?.node ?? missingNode(frame)).span);
}

function missingNode(frame: Frame): never {
  throw new Error(`a period without an item: ${String(frame.scorecard?.name)}`);
}

/** Where a period is missing: left out, nothing, or no result. */
export function missingVoids(node: ScoredNode, frame: Frame, context: Context): readonly Void[] {
  const policy = node.kind === 'item' ? missingPolicy(node, context) : null;
  if (policy === null || policy === 'refuse' || node.kind !== 'item') return [];
  const message = { zh: '本期没有填报', en: 'nothing is recorded for this period' };
  const outcome = ({ 'not-counted': 'rescale', zero: 'zero', 'no-result': 'no-result' } as const)[policy];
  return usedScorecards(context, node, frame).flatMap((used): Void[] => {
    const holds = isMissing(used.frame, context);
    return holds === null ? [] : [{ holds, outcome, span: node.span, message }];
  });
}
