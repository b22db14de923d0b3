import type { CompareNode, ExpressionNode, FactCellNode, PathNode } from '../ast/nodes.ts';

/**
 * The condition that a cell of a table of tests stands for: `85分` in the column 总分 is `总分 = 85分`, `90分以上` is `总分 90分以上`, `无结果` is
 * `总分 无结果`.
 * Null for what is no figure. The nodes inside are those of the tree; the comparison around them is new.
 */
export function expectedCell(column: PathNode, cell: FactCellNode): ExpressionNode | null {
  switch (cell.kind) {
    case 'absent':
      if (cell.state === 'not-reported') return null;
      return { kind: 'absence-test', span: cell.span, path: column, state: cell.state };
    case 'events':
    case 'text':
    case 'refusal':
    case 'missing':
      return null;
    case 'compare':
    case 'between':
      return cell.left === null ? { ...cell, left: column } : cell;
    case 'no-result':
      return { kind: 'absence-test', span: cell.span, path: column, state: 'no-result' };
    default: {
      const equality: CompareNode = {
        kind: 'compare',
        span: cell.span,
        relation: '=',
        left: column,
        right: cell,
        form: 'symbol',
      };
      return equality;
    }
  }
}
