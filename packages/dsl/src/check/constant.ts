/** Values that do not depend on a record. */
import { add, divide, isZero, multiply, negate, rational, subtract } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { ExpressionNode } from '../ast/nodes.ts';
import { assessedYear } from './assessed-year.ts';
import type { Analysis } from './analysis.ts';
import { dateValue, quantityValue } from './literals.ts';

/** The exact value of an expression of literals, in base units (a date: its day number); null if it depends on more. */
export function constantOf(node: ExpressionNode, facts: Pick<Analysis, 'tree'>): Rational | null {
  switch (node.kind) {
    case 'quantity':
      return quantityValue(node);
    case 'date': {
      const day = dateValue(node, assessedYear(facts.tree) ?? 2024);
      return day === null ? null : rational(BigInt(day));
    }
    case 'parenthesis':
      return constantOf(node.inner, facts);
    case 'negate': {
      const value = constantOf(node.operand, facts);
      return value === null ? null : negate(value);
    }
    case 'arithmetic': {
      const left = constantOf(node.left, facts);
      const right = left === null ? null : constantOf(node.right, facts);
      if (left === null || right === null) return null;
      if (node.operator === '/') return isZero(right) ? null : divide(left, right);
      return { '+': add, '-': subtract, '*': multiply }[node.operator](left, right);
    }
    default:
      return null;
  }
}
