import type { FactRowNode, FactTableNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';

/** A row of a table of tests with more or fewer values than there are columns. */
export const rowLength = defineDiagnostic<{ columns: number; cells: number }>({
  code: 'structure/row-length',
  severity: 'error',
  message: {
    zh: ({ columns, cells }) => `这一行有 ${cells} 个值，表头有 ${columns} 列`,
    en: ({ columns, cells }) =>
      `This row has ${cells} ${cells === 1 ? 'value' : 'values'}, but the table ${columns} ${columns === 1 ? 'column' : 'columns'}`,
  },
});

export const rowLengthRule: Rule = {
  kinds: [rowLength],
  visit: {
    'fact-table': (node, context) => {
      const columns = node.sets.length + node.expects.length;
      for (const row of node.rows) {
        if (row.cells.length === columns || isRefused(row, node)) continue;
        context.report(rowLength.at(row.span, { columns, cells: row.cells.length }));
      }
    },
  },
};

/** 退回 stands for everything that is expected. */
function isRefused({ cells }: FactRowNode, { sets }: FactTableNode): boolean {
  return cells.length === sets.length + 1 && cells.at(-1)?.kind === 'refusal';
}
