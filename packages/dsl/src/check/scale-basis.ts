import type { ExpressionNode, GradesNode } from '../ast/nodes.ts';

/**
 * Whether a scale looks at the total: it names no other quantity, and a condition leaves out what it compares, or a quota ranks the
 * subjects. A scale of conditions alone (`甲 事故数 = 0次；乙 其余`) looks at nothing.
 */
export function looksAtTotal({ basedOn, lines }: GradesNode): boolean {
  if (basedOn !== null) return false;
  return lines.some((line) => {
    if (line.kind === 'grade-line')
      return line.quota !== null || (line.condition !== null && leavesOut(line.condition));
    return line.kind === 'when' && leavesOut(line.condition);
  });
}

/** Whether a comparison in a condition has no left side. */
function leavesOut(condition: ExpressionNode): boolean {
  switch (condition.kind) {
    case 'compare':
    case 'between':
      return condition.left === null;
    case 'parenthesis':
      return leavesOut(condition.inner);
    case 'not':
      return leavesOut(condition.operand);
    case 'logic':
      return condition.operands.some(leavesOut);
    case 'if':
      return [condition.condition, condition.consequent, condition.alternative].some(
        (each) => each !== null && leavesOut(each),
      );
    default:
      return false;
  }
}
