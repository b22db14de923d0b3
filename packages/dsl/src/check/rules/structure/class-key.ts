import type { Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { ClassTable } from '../../classes.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** Points, sheets or what is there chosen by something else than an attribute of the subjects (semantics 10.5). */
export const classKey = defineDiagnostic<{ key: string }>({
  code: 'structure/class-key',
  severity: 'error',
  message: {
    zh: ({ key }) => `\`${key}\` 不是考核对象的属性；分值、评分表和有没有这一项只能按考核对象的类别定`,
    en: ({ key }) =>
      `\`${key}\` is no attribute of the subjects; points, sheets and what is there at all can only depend on their classes`,
  },
});

function visit(table: ClassTable, context: RuleContext): void {
  const symbol = context.names.references.get(table.key)?.symbol;
  if (symbol === undefined || symbol.kind === 'attribute') return;
  const { start, end } = table.key.span;
  context.report(classKey.at(table.key.span, { key: context.source.text.slice(start, end) }));
}

/** Whether a cell of a table says 不适用. */
function leavesOut(node: Node): boolean {
  return node.kind === 'by-table' && node.rows.some(({ value }) => value.kind === 'inapplicable');
}

export const classKeyRule: Rule = {
  kinds: [classKey],
  visit: {
    points: ({ amount }, context) => {
      if (amount.kind === 'by-table') visit(amount, context);
    },
    weight: ({ amount }, context) => {
      if (amount.kind === 'by-table' && leavesOut(amount)) visit(amount, context);
    },
    'sheet-table': visit,
  },
};
