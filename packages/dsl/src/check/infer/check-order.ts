/** The ends of a range in a condition. */
import { compare } from '@assess/runtime';
import type { BetweenNode } from '../../ast/nodes.ts';
import { errorType } from '../../types/assignable.ts';
import { quantityValue } from '../literals.ts';
import { emptyRange } from '../type-diagnostics.ts';
import { written } from './context.ts';
import type { InferContext } from './context.ts';

/** Reports `85%至75%`: the lower end comes first, or nothing lies between the two. */
export function checkOrder(node: BetweenNode, context: InferContext): void {
  const { low, high } = node;
  if (low.kind !== 'quantity' || high.kind !== 'quantity') return;
  const [from, to] = [quantityValue(low, low.unit ?? high.unit), quantityValue(high)];
  if (from === null || to === null || compare(from, to) <= 0) return;
  const span = { start: low.span.start, end: high.span.end };
  const [first, last] = [written(context, low), written(context, high)];
  const swapped = context.locale === 'zh' ? `${last}至${first}` : `${last} to ${first}`;
  const title = { zh: `改为 \`${swapped}\``, en: `Change to \`${swapped}\`` };
  const fixes = node.form === 'range' ? [{ title, safe: false, edits: [{ span, text: swapped }] }] : [];
  context.report(emptyRange.at(span, { low: first, high: last, reason: 'order' }, { fixes }));
  for (const end of [low, high]) context.types.set(end, errorType);
}
