import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';

/** 最高评为 the best grade: nothing is higher, so it limits nothing. */
export const idleCeiling = defineDiagnostic<{ grade: string }>({
  code: 'grades/idle-ceiling',
  severity: 'warning',
  message: {
    zh: ({ grade }) => `\`${grade}\` 已是最高等次，“最高评为”它不起作用`,
    en: ({ grade }) => `\`${grade}\` is the best grade already; a ceiling there limits nothing`,
  },
});

export const idleCeilingRule: Rule = {
  kinds: [idleCeiling],
  visit: {
    'grade-effect': (node, context) => {
      if (node.effect !== 'ceiling' || node.grade?.kind !== 'name') return;
      const { node: line, owner } = context.names.references.get(node.grade)?.symbol ?? {};
      if (owner?.node.kind !== 'grades') return;
      const best = owner.node.lines.find((each) => each.kind === 'grade-line');
      if (best === line) context.report(idleCeiling.at(node.grade.span, { grade: node.grade.text }));
    },
  },
};
