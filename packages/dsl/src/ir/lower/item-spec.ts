/** The score tree of the manifest, made of lowered items. */
import type { ItemSpec, NoResultCause } from '@assess/runtime';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { documentsOf } from './adjustments.ts';
import type { Context } from './context.ts';
import type { LoweredItem } from './items.ts';
import { specsOf } from './lists.ts';
import { constant, product } from './operations.ts';
import { constantOf } from './step-list.ts';
import { symbolOf } from './tree.ts';
import { partMessages, type Void } from './voids.ts';

/** The specification of an item and all below it; `worth` is that of its points in points of the total. */
export function specOf(
  item: LoweredItem,
  worth: NumberExpression,
  weight: NumberExpression | null,
  isThere: TruthExpression,
  context: Context,
): ItemSpec {
  const { node, id } = item;
  const { span } = node;
  const number = (name: string, value: NumberExpression): number =>
    context.steps.number(`${id}.${name}`, value, span).step;
  const symbol = symbolOf(context, node);
  const title = node.kind === 'item' && node.title.kind === 'title' ? (node.title.text?.text ?? null) : null;
  const name = context.ids.nameOf(symbol);
  const worthStep = context.steps.number(`${id}.worth`, worth, span);
  const fixed = constantOf(worthStep, context.steps);
  const unitWorth: NumberExpression = fixed === null ? worthStep : constant(fixed);
  const factors = item.factor === null ? [] : [item.factor];
  const causes = (voids: readonly Void[]): readonly NoResultCause[] => causesOf(voids, id, context);
  return {
    id,
    level: node.kind === 'item' ? node.level : node.kind,
    name,
    title: title === name ? null : title,
    basis: documentsOf(node.clauses),
    origin: context.origins.of(span),
    full: number('full', item.full),
    open: number('open', item.open),
    isThere: isThere.op === 'truth' ? null : context.steps.truth(`${id}.is-there`, isThere, span).step,
    weight: weight === null ? null : number('weight', weight),
    base: item.base.step,
    rule: item.rule,
    answers: causes(item.answers),
    children: item.parts.map((part) =>
      specOf(part.item, product([unitWorth, part.gain, ...factors]), part.weight, part.isThere, context),
    ),
    adjustments: specsOf(item.adjustments),
    zeroed: item.zeroed?.step ?? null,
    noResult: item.noResult === null ? null : { acts: item.noResult.step, causes: causes(item.voids) },
    notApplicable: item.notApplicable === null ? null : { acts: item.notApplicable.step, causes: causes(item.outs) },
    exact: item.exact.step,
    score: item.score.step,
    rounding: item.rounding,
    worth: worthStep.step,
  };
}

/** The reasons that are an item's own: those of its parts are told there. */
function causesOf(voids: readonly Void[], id: string, context: Context): readonly NoResultCause[] {
  const causes = new Map<string, NoResultCause>();
  for (const { holds, span, message } of voids) {
    if (partMessages.has(message)) continue;
    const acts = context.steps.truth(`${id}.because`, holds, span).step;
    // A figure may be read more than once.
    causes.set(`${acts} ${message.en}`, { acts, message, origin: context.origins.of(span) });
  }
  return [...causes.values()];
}
