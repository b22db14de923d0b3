import type { GuaranteeSpec } from '@assess/runtime';
import type { GuaranteeNode } from '../../ast/nodes.ts';
import type { Context } from './context.ts';
import { lowerTruth } from './expressions.ts';
import { topScene } from './scenes.ts';

/** 保证: a condition on every record. Grades in it are those before quotas. */
export function lowerGuarantee({ title, condition, span }: GuaranteeNode, context: Context): GuaranteeSpec {
  const origin = context.origins.of(span);
  if (condition === null) return { title: title?.text ?? null, holds: null, origin };
  const holds = lowerTruth(condition, topScene(context), context);
  const step = context.steps.truth(`guarantee@${origin.line}:${origin.column}`, holds, span);
  return { title: title?.text ?? null, holds: step.step, origin };
}
