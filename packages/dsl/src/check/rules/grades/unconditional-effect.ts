import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';

/** An effect among the grades without 当 that would hit everybody alike. */
export const unconditionalEffect = defineDiagnostic<{ effect: string }>({
  code: 'grades/unconditional-effect',
  severity: 'error',
  message: {
    zh: ({ effect }) =>
      `\`${effect}\` 前面没有条件，会对所有对象起作用；写成 \`当 条件，${effect}\`（不写条件的只能是按另一等次或分类数据的“最高评为”）`,
    en: ({ effect }) =>
      `\`${effect}\` has no condition and would hit everybody; write \`when condition, ${effect}\` (without one only a ceiling by another scale or by a figure with options can stand)`,
  },
});

export const unconditionalEffectRule: Rule = {
  kinds: [unconditionalEffect],
  visit: {
    'grade-effect': (node, context, ancestors) => {
      if (ancestors.at(-1)?.kind !== 'grades') return;
      const target = node.grade?.kind === 'name' ? context.names.references.get(node.grade)?.symbol.kind : null;
      // An unknown name has its own report.
      if (node.grade?.kind === 'by-table' || target === undefined) return;
      if (target === null || target === 'grade' || target === 'outcome') {
        const effect = context.source.text.slice(node.span.start, node.span.end);
        context.report(unconditionalEffect.at(node.span, { effect }));
      }
    },
  },
};
