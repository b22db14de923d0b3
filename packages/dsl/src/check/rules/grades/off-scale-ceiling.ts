import type { NameNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';

/** 最高评为 an outcome that stands outside the order of the grades. */
export const offScaleCeiling = defineDiagnostic<{ outcome: string }>({
  code: 'grades/off-scale-ceiling',
  severity: 'error',
  message: {
    zh: ({ outcome }) => `\`${outcome}\` 是另设的结果，不在等次的高低次序里，不能“最高评为”；改用 \`定为 ${outcome}\``,
    en: ({ outcome }) =>
      `\`${outcome}\` stands outside the order of the grades and can be no ceiling; write \`fixed at ${outcome}\``,
  },
});

export const offScaleCeilingRule: Rule = {
  kinds: [offScaleCeiling],
  visit: {
    'grade-effect': ({ effect, grade }, context) => {
      if (effect !== 'ceiling' || grade === null) return;
      const names =
        grade.kind === 'name'
          ? [grade]
          : grade.rows.flatMap(({ value }): NameNode[] =>
              value.kind === 'path' ? value.names.filter((name) => name.kind === 'name') : [],
            );
      for (const name of names) {
        if (context.names.references.get(name)?.symbol.kind === 'outcome')
          context.report(offScaleCeiling.at(name.span, { outcome: name.text }));
      }
    },
  },
};
