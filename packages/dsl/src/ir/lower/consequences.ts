import type { ConsequenceSpec } from '@assess/runtime';
import type { ConsequencesNode } from '../../ast/nodes.ts';
import type { Context } from './context.ts';

/** 结果运用: reported with a result, not computed with. Deadlines and amounts stay as the drafter wrote them. */
export function lowerConsequences(
  node: ConsequencesNode,
  grades: readonly string[],
  { origins }: Context,
): ConsequenceSpec[] {
  return node.entries.flatMap((entry) =>
    entry.actions.map((action) => ({
      grades: entry.grades.map((grade) => grades.indexOf(grade.text)),
      action: action.action.text,
      about: action.about?.text ?? null,
      whom: action.whom.map((name) => name.text),
      within: action.within === null ? null : origins.text(action.within.span),
      amount: action.amount === null ? null : origins.text(action.amount.span),
      origin: origins.of(action.span),
    })),
  );
}
