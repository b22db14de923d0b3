import { compare, divide, isInteger, isNegative, isZero, subtract } from '@assess/runtime';
import type { FieldNode, NumberTypeNode, QuantityNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { quantityValue, rangeUnit } from '../../literals.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** A 步长 that leads nowhere, or listed values that are not in order. */
export const badSteps = defineDiagnostic<{ problem: 'zero' | 'uneven' | 'fraction' | 'order' | 'kind'; what: string }>({
  code: 'type/steps',
  severity: 'error',
  message: {
    zh: ({ problem, what }) =>
      ({
        zero: `步长 \`${what}\` 不是正数，一步也走不出去`,
        uneven: `从下限起按步长 \`${what}\` 走不到上限；改上限或改步长`,
        fraction: `整数不能以 \`${what}\` 为步长；改为小数，或改步长`,
        order: `可填的数 \`${what}\` 没有从小到大排列，或者写了两次`,
        kind: `步长只用于有范围的数，\`${what}\` 没有意义`,
      })[problem],
    en: ({ problem, what }) =>
      ({
        zero: `The step \`${what}\` is not positive and leads nowhere`,
        uneven: `Steps of \`${what}\` from the low end do not meet the high one; change one of them`,
        fraction: `An integer does not move in steps of \`${what}\`; write decimal, or another step`,
        order: `The value \`${what}\` is out of order, from the least up, or written twice`,
        kind: `A step belongs to a number with a range; \`${what}\` means nothing`,
      })[problem],
  },
});

export const stepsRule: Rule = {
  kinds: [badSteps],
  visit: {
    field: (node, context) => {
      if (node.type.kind === 'number-type') checkValues(node.type, context);
      if (node.step !== null) checkStep(node, context);
    },
    marks: ({ step, range }, context) =>
      checkStep(
        { step, type: { kind: 'number-type', span: range.span, number: 'decimal', range, values: [] } },
        context,
      ),
  },
};

function checkValues({ values, range }: NumberTypeNode, context: RuleContext): void {
  const unit = range === null ? null : rangeUnit(range);
  for (const [index, value] of values.entries()) {
    const before = values[index - 1];
    if (before === undefined) continue;
    const [low, high] = [quantityValue(before, before.unit ?? unit), quantityValue(value, value.unit ?? unit)];
    if (low !== null && high !== null && compare(low, high) >= 0) report('order', value, context);
  }
}

function checkStep({ step, type }: Pick<FieldNode, 'step' | 'type'>, context: RuleContext): void {
  if (step === null || step.size.kind === 'missing' || type.kind === 'missing') return;
  if (type.kind !== 'number-type' || type.values.length > 0) {
    report('kind', step.size, context);
    return;
  }
  const { range } = type;
  if (range === null || range.low.kind !== 'quantity' || range.high.kind !== 'quantity') return;
  const unit = rangeUnit(range) ?? (type.number === 'percent' ? 'percent' : null);
  const valueOf = (node: QuantityNode) => quantityValue(node, node.unit ?? unit);
  const [low, high, size] = [valueOf(range.low), valueOf(range.high), valueOf(step.size)];
  if (low === null || high === null || size === null) return;
  const bare = quantityValue(step.size, null);
  if (isZero(size) || isNegative(size)) report('zero', step.size, context);
  else if (type.number === 'integer' && bare !== null && !isInteger(bare)) report('fraction', step.size, context);
  else if (!isInteger(divide(subtract(high, low), size))) report('uneven', step.size, context);
}

function report(
  problem: 'zero' | 'uneven' | 'fraction' | 'order' | 'kind',
  node: QuantityNode,
  context: RuleContext,
): void {
  const what = context.source.text.slice(node.span.start, node.span.end);
  context.report(badSteps.at(node.span, { problem, what }));
}
