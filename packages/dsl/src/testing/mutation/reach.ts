/** What of a program decided about a record. */
import { evaluate } from '../../interpret/evaluate.ts';
import type { Known } from '../../interpret/known.ts';
import type { Expression, Program, TruthExpression } from '../../ir/ir.ts';
import { operandsOf } from '../../ir/operands.ts';

/** The steps that the values of `roots` come from for one record: of two alternatives only those of the one that was taken. */
export function stepsReached({ steps }: Program, roots: Iterable<number>, known: Known): ReadonlySet<number> {
  const reached = new Set(roots);
  // What is added to a set while it is walked through is walked through too.
  for (const index of reached) {
    const pending: Expression[] = [];
    const step = steps[index];
    if (step !== undefined) pending.push(step.value);
    for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
      if ('step' in expression) reached.add(expression.step);
      pending.push(...readOf(expression, known));
    }
  }
  return reached;
}

/** The operands that are looked at. */
function readOf(expression: Expression, known: Known): readonly Expression[] {
  if (expression.op !== 'if') return operandsOf(expression);
  const { condition, consequent, alternative } = expression;
  const holds = truthOf(condition, known);
  return holds === null ? operandsOf(expression) : [condition, holds ? consequent : alternative];
}

/** Null inside a list, where it depends on the entry. */
function truthOf(condition: TruthExpression, known: Known): boolean | null {
  try {
    return evaluate(condition, known) === true;
  } catch {
    return null;
  }
}
