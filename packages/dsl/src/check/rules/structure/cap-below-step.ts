import { compare } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { CapNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { capOf } from '../../adjustments.ts';
import { clauseOf } from '../../marks.ts';
import { literalValue } from '../../literals.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { showIn } from '../../show.ts';

/** A cap that already bites the first time: either the cap or the amount is a slip. */
export const capBelowStep = defineDiagnostic<{ cap: Message; step: Message }>({
  code: 'structure/cap-below-step',
  severity: 'warning',
  message: {
    zh: ({ cap, step }) => `封顶 ${cap.zh} 低于一次的 ${step.zh}，一次都计不满`,
    en: ({ cap, step }) =>
      `The cap of ${cap.en} is below the ${step.en} of a single occurrence, which never counts in full`,
  },
});

function report(
  cap: CapNode,
  limit: Rational,
  step: { readonly value: Rational; readonly node: Node },
  unit: string | null,
  context: RuleContext,
): void {
  context.report(
    capBelowStep.at(
      cap.span,
      { cap: showIn(limit, unit), step: showIn(step.value, unit) },
      {
        related: [
          {
            span: step.node.span,
            message: { zh: `一次 ${showIn(step.value, unit).zh}`, en: `once: ${showIn(step.value, unit).en}` },
          },
        ],
      },
    ),
  );
}

export const capBelowStepRule: Rule = {
  kinds: [capBelowStep],
  visit: {
    'points-effect': (node, context) => {
      const cap = capOf(node);
      if (cap?.amount?.kind !== 'quantity' || node.amount.kind !== 'quantity' || cap.amount.unit !== node.amount.unit)
        return;
      const [limit, step] = [literalValue(cap.amount), literalValue(node.amount)];
      if (limit !== null && step !== null && compare(limit, step) < 0)
        report(cap, limit, { value: step, node: node.amount }, node.amount.unit, context);
    },
    list: (node, context) => {
      const cap = clauseOf(node, 'cap');
      if (cap?.amount?.kind !== 'quantity') return;
      const { unit } = cap.amount;
      const limit = literalValue(cap.amount);
      for (const line of node.body) {
        if (line.kind !== 'case' || line.effect?.kind !== 'points-effect') continue;
        const { amount } = line.effect;
        const step = literalValue(amount);
        if (amount.kind !== 'quantity' || amount.unit !== unit || limit === null || step === null) continue;
        if (compare(limit, step) < 0) report(cap, limit, { value: step, node: amount }, unit, context);
      }
    },
  },
};
