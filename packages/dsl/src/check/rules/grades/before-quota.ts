import type { Node } from '../../../ast/nodes.ts';
import { childrenOf } from '../../../ast/walk.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** The grade as a figure in 结果运用, where quotas come after it: the consequence would go by a grade that is not the final one. */
export const gradesBeforeQuota = defineDiagnostic<{ grade: string }>({
  code: 'grades/before-quota',
  severity: 'error',
  message: {
    zh: ({ grade }) =>
      `这里的 \`${grade}\` 是名额之前的等次，不一定是最后的等次；把后果写在等次名下，如 \`优秀 { … }\`、\`优秀 当 条件 { … }\``,
    en: ({ grade }) =>
      `Here \`${grade}\` is the grade before quotas, not always the final one; write the consequence under the grade, as in \`excellent { … }\` or \`excellent when condition { … }\``,
  },
});

export const gradesBeforeQuotaRule: Rule = {
  kinds: [gradesBeforeQuota],
  visit: {
    consequences: (node, context) => {
      for (const entry of node.entries) {
        if (entry.condition !== null) lookInto(entry.condition, context);
        for (const { amount, factor } of entry.actions) {
          if (amount !== null) lookInto(amount, context);
          if (factor !== null) lookInto(factor, context);
        }
      }
    },
  },
};

function lookInto(root: Node, context: RuleContext): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const scale = node.kind === 'path' ? context.names.references.get(node)?.symbol.node : null;
    const limited =
      scale?.kind === 'grades' && scale.lines.some((line) => line.kind === 'grade-line' && line.quota !== null);
    if (limited) {
      const grade = context.source.text.slice(node.span.start, node.span.end);
      context.report(gradesBeforeQuota.at(node.span, { grade }));
    }
    pending.push(...childrenOf(node));
  }
}
