import { isNegative, isZero } from '@assess/runtime';
import type { ItemNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Marks } from '../../analysis.ts';
import { combinationsOf, isPlaceThere } from '../../classes.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** An item that is worth nothing, or does not say what it is worth. */
export const missingPoints = defineDiagnostic<{ item: Message; zero: boolean }>({
  code: 'structure/missing-points',
  severity: 'error',
  message: {
    zh: ({ item, zero }) =>
      zero ? `${item.zh} 的分值或权重为零，得多少分都不计入` : `${item.zh} 没有写分值，也没有写权重，不知道它值多少分`,
    en: ({ item, zero }) =>
      zero
        ? `${item.en} is worth nothing: its points or its weight must be above zero`
        : `${item.en} has neither points nor a weight, so it is not known what it is worth`,
  },
});

/** Whether some class that has the item has no marks in it: none of its parts is there for that class. */
function isWorthlessForSome(
  node: ItemNode,
  { byClass }: Marks,
  ancestors: readonly Node[],
  { names }: RuleContext,
): boolean {
  if (byClass === null) return false;
  return (combinationsOf(byClass.keys) ?? []).some((classes) => {
    const full = isPlaceThere([...ancestors, node], classes, names) ? byClass.at(classes) : null;
    return full !== null && (isZero(full) || isNegative(full));
  });
}

export const missingPointsRule: Rule = {
  kinds: [missingPoints],
  visit: {
    item: (node, context, ancestors) => {
      const marks = context.marks.get(node);
      // Sections of lists have no marks.
      if (marks === undefined) return;
      const weight = clauseOf(node, 'weight')?.amount;
      const digits = weight?.kind === 'quantity' ? weight.digits : null;
      const nothing =
        (marks.full !== null && (isZero(marks.full) || isNegative(marks.full))) ||
        isWorthlessForSome(node, marks, ancestors, context) ||
        (digits !== null && /^[0.]*$/.test(digits)) ||
        (weight?.kind === 'quantity' && weight.negative);
      if (nothing) {
        context.report(missingPoints.at(headSpan(node, context), { item: labelOf(node), zero: true }));
        return;
      }
      // Among parts with weights the weight is what is missing, which has its own rule.
      const whole = ancestors.at(-1);
      const marked = whole?.kind === 'total' || whole?.kind === 'scorecard' || whole?.kind === 'item';
      if (!marked || context.marks.get(whole)?.children !== 'points') return;
      const written = clauseOf(node, 'points') !== null || weight !== undefined || clauseOf(node, 'using') !== null;
      if (marks.full === null && marks.children === 'none' && !written)
        context.report(missingPoints.at(headSpan(node, context), { item: labelOf(node), zero: false }));
    },
  },
};
