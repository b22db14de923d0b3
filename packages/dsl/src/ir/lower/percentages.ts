import type { ExpressionNode } from '../../ast/nodes.ts';
import type { Context } from './context.ts';

/**
 * Whether a ratio is a percentage, whose decimals are those of the figure in per cent (95.5% has one): a figure recorded in per
 * cent, a percentage as written, and what is made of those by + − × and by choosing. A quotient is a pure number; written
 * `× 100%` it is a percentage.
 */
export function isPercentage(node: ExpressionNode, context: Context): boolean {
  const type = context.analysis.types.get(node);
  if (type?.type !== 'number' || type.dimension !== 'ratio') return false;
  switch (node.kind) {
    case 'quantity':
      return node.unit === 'percent' || node.unit === 'percentage-point';
    case 'path':
      return declaresPercentage(node, context);
    case 'parenthesis':
      return isPercentage(node.inner, context);
    case 'negate':
      return isPercentage(node.operand, context);
    case 'arithmetic': {
      const left = isPercentage(node.left, context);
      return node.operator === '/'
        ? left && !isPercentage(node.right, context)
        : left || isPercentage(node.right, context);
    }
    case 'if':
      return (
        isPercentage(node.consequent, context) || (node.alternative !== null && isPercentage(node.alternative, context))
      );
    case 'filtered':
      return isPercentage(node.value, context);
    case 'call':
      return node.arguments.some((argument) => isPercentage(argument, context));
    case 'tiers':
      return node.rows.some((row) => isPercentage(row.amount, context));
    case 'interpolation':
      return node.anchors.some((anchor) => isPercentage(anchor.amount, context));
    case 'by-table':
      return node.rows.some((row) => isPercentage(row.value, context));
    case 'logic':
    case 'not':
    case 'compare':
    case 'between':
    case 'occurs':
    case 'among':
    case 'every':
    case 'streak':
    case 'absence-test':
    case 'no-result':
    case 'inapplicable':
    case 'date':
    case 'yes-no':
    case 'full':
    case 'missing':
      return false;
  }
}

function declaresPercentage(path: ExpressionNode, context: Context): boolean {
  const declaring = context.analysis.names.references.get(path)?.symbol.node;
  if (declaring?.kind === 'field') return declaring.type.kind === 'number-type' && declaring.type.number === 'percent';
  if (declaring?.kind === 'define') return isPercentage(declaring.value, context);
  return declaring?.kind === 'table' && isPercentage(declaring.choice, context);
}
