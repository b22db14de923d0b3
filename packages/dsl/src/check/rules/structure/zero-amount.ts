import { isNegative, isZero } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { literalValue } from '../../literals.ts';
import type { Rule } from '../../rule.ts';

/** Points added, deducted or capped at zero, or below: nothing happens, or the opposite of what is written. */
export const zeroAmount = defineDiagnostic<{ amount: string; negative: boolean }>({
  code: 'structure/zero-amount',
  severity: 'error',
  message: {
    zh: ({ amount, negative }) =>
      negative ? `\`${amount}\` 是负数；方向由“加”“扣”表示，数写成正的` : `\`${amount}\` 是零，这一条不起作用`,
    en: ({ amount, negative }) =>
      negative
        ? `\`${amount}\` is negative; "add" and "deduct" give the direction, the number is positive`
        : `\`${amount}\` is zero, so this does nothing`,
  },
});

export const zeroAmountRule: Rule = {
  kinds: [zeroAmount],
  visit: {
    'points-effect': (node, context) => {
      if (node.verb === 'earn') return;
      const value = literalValue(node.amount);
      if (value === null || (!isZero(value) && !isNegative(value))) return;
      const amount = context.source.text.slice(node.amount.span.start, node.amount.span.end);
      context.report(zeroAmount.at(node.amount.span, { amount, negative: isNegative(value) }));
    },
    cap: (node, context) => {
      const value = node.amount === null ? null : literalValue(node.amount);
      if (node.amount === null || value === null || (!isZero(value) && !isNegative(value))) return;
      const amount = context.source.text.slice(node.amount.span.start, node.amount.span.end);
      context.report(zeroAmount.at(node.amount.span, { amount, negative: isNegative(value) }));
    },
  },
};
