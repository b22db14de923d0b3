import { compare, isNegative, isZero } from '@assess/runtime';
import type { DiscretionNode, ItemNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { quantityValue } from '../../literals.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { labelOf } from '../../show.ts';

/** Bounds of a judgement within which the points make no sense (semantics 5.13). */
export const judgementBounds = defineDiagnostic<{ problem: 'negative' | 'above' | 'below'; item: string }>({
  code: 'structure/judgement-bounds',
  severity: 'error',
  message: {
    zh: ({ problem, item }) =>
      ({
        negative: '酌情的下限不能是负数；方向由“得”“加”“扣”表示',
        above: `酌情的上限超过了 ${item} 的满分，多出来的分给了也计不上`,
        below: `酌情最多也给不到 ${item} 的满分`,
      })[problem],
    en: ({ problem, item }) =>
      ({
        negative: 'A judgement has no negative bound; "earns", "add" and "deduct" give the direction',
        above: `The upper bound is above the full marks of ${item}: what is given beyond them never counts`,
        below: `The upper bound is below the full marks of ${item}, which nobody can reach`,
      })[problem],
  },
});

function visit(node: DiscretionNode, context: RuleContext, ancestors: readonly Node[]): void {
  const { type } = node.figure;
  if (type.kind !== 'number-type' || type.range === null) return;
  const { low, high } = type.range;
  if (low.kind !== 'quantity' || high.kind !== 'quantity') return;
  const [least, most] = [quantityValue(low), quantityValue(high)];
  const report = (problem: 'negative' | 'above' | 'below', at: Node, item = ''): void =>
    context.report(judgementBounds.at(at.span, { problem, item }));
  if (least !== null && isNegative(least)) report('negative', low);
  const item = ancestors.at(-1);
  if (item?.kind !== 'item' || most === null) return;
  const full = context.marks.get(item)?.full ?? null;
  if (full === null || isZero(full)) return;
  const label = labelOf(item)[context.locale];
  const order = compare(most, full);
  if (order > 0 && clauseOf(item, 'may-exceed') === null) report('above', high, label);
  else if (order < 0 && !addsElsewhere(item)) report('below', high, label);
}

function addsElsewhere({ body }: ItemNode): boolean {
  return body.some((line) => line.kind === 'list' || line.kind === 'case' || line.kind === 'when');
}

export const judgementBoundsRule: Rule = { kinds: [judgementBounds], visit: { discretion: visit } };
