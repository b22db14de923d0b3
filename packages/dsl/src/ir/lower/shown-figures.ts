/** What an explanation shows of the figures on the way to a score. */
import type { ExpressionNode } from '../../ast/nodes.ts';
import type { Type } from '../../types/type.ts';
import type { Context } from './context.ts';

/** The unit in which a figure of a type is shown; null for what has none. */
export function unitOfType(type: Type | undefined): string | null {
  if (type?.type !== 'number') return null;
  switch (type.dimension) {
    case 'points':
      return 'point';
    case 'ratio':
      return 'percent';
    case 'count':
      return type.counted;
    case 'money':
      return 'yuan';
    case 'days':
      return 'day';
    case 'workdays':
      return 'workday';
    case 'hours':
      return 'hour';
    case 'months':
      return 'month';
  }
}

/** Whether an expression is a figure of the record as it stands: an explanation names those anyway. */
export function isRecorded(node: ExpressionNode | null, context: Context): boolean {
  const symbol = node === null ? undefined : context.analysis.names.references.get(node)?.symbol;
  return symbol?.kind === 'input' || symbol?.kind === 'attribute';
}
