/** Fixes that turn a bound that includes its number into one that does not. */
import { compare } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { ExpressionNode, QuantityNode } from '../ast/nodes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { betweenBounds } from './bands.ts';
import type { BandSubject } from './bands.ts';
import type { RuleContext } from './rule.ts';

/**
 * For `80分以上 90分以下` and `90分至80分` at the number that two bands share: the band up to, but without, that number. One fix
 * for each of the conditions that has it as its upper bound.
 */
export function exclusiveFixes(
  conditions: readonly (ExpressionNode | null)[],
  shared: Rational,
  subject: BandSubject,
  context: RuleContext,
): readonly Fix[] {
  return conditions.flatMap((condition): Fix[] => {
    if (condition?.kind !== 'between' || condition.highRelation !== '<=' || condition.left !== null) return [];
    const { low, high } = condition;
    const [, bound] = betweenBounds(condition, subject, context);
    if (bound === null || compare(bound, shared) !== 0 || low.kind !== 'quantity' || high.kind !== 'quantity')
      return [];
    const unitText = textBehind(high, context);
    const lowText = `${figure(low, context)}${low.unit === null ? unitText : textBehind(low, context)}`;
    const highText = `${figure(high, context)}${unitText}`;
    const text =
      context.locale === 'zh'
        ? `${lowText}${condition.lowRelation === '>=' ? '以上' : '以外'} 不满${highText}`
        : `${lowText} or more under ${highText}`;
    if (condition.lowRelation !== '>=') return [];
    return [
      {
        title: { zh: `改为 \`${text}\``, en: `Change to \`${text}\`` },
        safe: false,
        edits: [{ span: condition.span, text }],
      },
    ];
  });
}

function figure({ span }: QuantityNode, { source }: RuleContext): string {
  return /^[^\p{L}%％‰]*/u.exec(source.text.slice(span.start, span.end))?.[0].trim() ?? '';
}

/** The unit as written behind a number, with its blank. */
function textBehind({ span }: QuantityNode, { source }: RuleContext): string {
  return /[\s]*[\p{L}%％‰].*$/u.exec(source.text.slice(span.start, span.end))?.[0] ?? '';
}
