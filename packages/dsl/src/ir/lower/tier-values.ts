import type { TiersNode } from '../../ast/nodes.ts';
import type { TruthExpression } from '../ir.ts';
import { firstThatHolds } from './choose.ts';
import type { Context, Operand, Scene } from './context.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { lowerNumber, lowerTruth } from './expressions.ts';
import { always, and, not, nothing } from './operations.ts';
import { lookingAt, madeOf, orNothing } from './scenes.ts';
import { voidsWhere } from './voids.ts';

/** 分档 as the value of a 定义: that of the first row that holds, 0 where none does. */
export function lowerTierValue(node: TiersNode, scene: Scene, context: Context): Operand {
  const subject = node.subject === null ? null : lowerNumber(node.subject, scene, context);
  const inside =
    subject === null || node.subject === null ? scene : lookingAt(named(subject, node.subject, context), scene);
  const rows = node.rows.map((row) => ({
    condition: row.condition === null ? always : lowerTruth(row.condition, inside, context),
    operand: lowerNumber(row.amount, scene, context),
  }));
  const made = madeOf(
    [...(subject === null ? [] : [{ ...subject, divisors: [] }]), ...rows.map(({ operand }) => operand)],
    firstThatHolds(
      rows.map(({ condition, operand }) => ({ condition, value: operand.value })),
      nothing,
    ),
  );
  const isChosen = rows.map(({ condition }, index): TruthExpression => {
    const above = rows.slice(0, index).map((row) => not(row.condition));
    return and([...above, condition]);
  });
  return {
    ...made,
    voids: [
      ...(subject?.voids ?? []),
      ...rows.flatMap(({ operand }, index) => voidsWhere(isChosen[index] ?? always, operand.voids)),
    ],
  };
}

/** A figure that every row looks at is computed once. */
function named(subject: Operand, node: NonNullable<TiersNode['subject']>, context: Context): Operand {
  const { value } = subject;
  if (value.op === 'constant' || value.op === 'input' || value.op === 'step') return subject;
  const { line, column } = context.origins.of(node.span);
  const step = context.steps.number(`figure@${line}:${column}`, orNothing(subject), node.span);
  return { ...subject, value: step, divisors: [] };
}
