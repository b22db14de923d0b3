/** 要求 and 退回: conditions on a record. One that breaks them is refused with the message (semantics 13.8). */
import type { ExpressionNode, RequireNode, TextNode, WhenNode } from '../../ast/nodes.ts';
import { childrenOf } from '../../ast/walk.ts';
import type { Span } from '../../source/span.ts';
import type { TruthExpression } from '../ir.ts';
import type { Context, Scene } from './context.ts';
import { lowerTruth } from './expressions.ts';
import { and, not, or } from './operations.ts';
import { reported } from './scenes.ts';
import { anyVoid } from './voids.ts';

/** `要求 条件 "…"`. What speaks of a figure that is not reported is not judged, unless it asks just that. */
export function lowerRequirement(node: RequireNode, id: string, scene: Scene, context: Context): void {
  const inside: Scene = { ...scene, reads: new Set(), voids: [] };
  const holds = lowerTruth(node.condition, inside, context);
  const open = asksAbsence(node.condition)
    ? []
    : [...inside.reads].filter((input) => context.inputs.spec(input).absent === 'not-reported');
  const isJudged = and([
    scene.isThere,
    reported(open.toSorted((left, right) => left - right)),
    ...(inside.voids.length === 0 ? [] : [not(anyVoid(inside.voids) ?? { op: 'truth', value: false })]),
  ]);
  push(
    or([not(isJudged), holds]),
    node.condition,
    node.message,
    { id, span: node.span, zh: '应当', en: 'it must be that' },
    context,
  );
}

/** `当 条件，退回 "…"`. */
export function lowerRefusal(
  node: WhenNode,
  message: TextNode | null,
  id: string,
  scene: Scene,
  context: Context,
): void {
  const inside: Scene = { ...scene, reads: new Set(), voids: [] };
  const acts = and([scene.isThere, lowerTruth(node.condition, inside, context)]);
  push(not(acts), node.condition, message, { id, span: node.span, zh: '不应', en: 'it must not be that' }, context);
}

interface Said {
  readonly id: string;
  readonly span: Span;
  /** What is said before the condition where the policy has no message. */
  readonly zh: string;
  readonly en: string;
}

function push(
  holds: TruthExpression,
  condition: ExpressionNode,
  message: TextNode | null,
  { id, span, zh, en }: Said,
  context: Context,
): void {
  const text = context.origins.of(condition.span).text;
  context.requirements.push({
    holds: context.steps.truth(`${id}.met`, holds, span).step,
    message:
      message === null ? { zh: `${zh} \`${text}\``, en: `${en} \`${text}\`` } : { zh: message.text, en: message.text },
    origin: context.origins.of(span),
  });
}

/** Whether a condition asks if something is reported. */
function asksAbsence(condition: ExpressionNode): boolean {
  const pending = [condition, ...childrenOf(condition)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'absence-test') return true;
    pending.push(...childrenOf(node));
  }
  return false;
}
