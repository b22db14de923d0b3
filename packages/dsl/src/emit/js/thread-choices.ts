import { formatExact } from '@assess/runtime';
import type { ConstantOperation, NumberExpression, NumberIfOperation, Program, TruthExpression } from '../../ir/ir.ts';

interface Row {
  readonly condition: TruthExpression;
  readonly value: NumberExpression;
}

interface Chain {
  readonly rows: readonly Row[];
  readonly otherwise: NumberExpression;
}

/**
 * A table is lowered to the index of its row and, in a step of its own, to the value of that row. What chooses by such an
 * index can as well ask the conditions of the rows, and need not know the index: `row === 0 ? 5 : row === 1 ? 4 : 0` becomes
 * `rate >= 100 ? 5 : rate >= 90 ? 4 : 0`. Returns the expression itself where it is not of this shape.
 */
export function threadChoices(choice: NumberIfOperation, program: Program): NumberIfOperation {
  const table = chainOf(choice);
  const subject = indexOf(table.rows[0]);
  if (subject === null || table.rows.some((row) => indexOf(row)?.step !== subject.step)) return choice;
  // Of equal figures the first row holds.
  const valueOf = new Map(table.rows.toReversed().map((row) => [indexOf(row)?.figure, row.value]));
  const definition = program.steps[subject.step]?.value;
  if (definition?.op !== 'if') return choice;
  const index = chainOf(definition);
  const chosen = [...index.rows.map((row) => row.value), index.otherwise].map((value) =>
    value.op === 'constant' ? (valueOf.get(formatExact(value.value)) ?? table.otherwise) : null,
  );
  const values = chosen.filter((value) => value !== null);
  // Nothing that has to be computed is written twice.
  const computed = values.filter((value) => value.op !== 'constant' && value.op !== 'step' && value.op !== 'input');
  if (values.length < chosen.length || new Set(computed).size < computed.length) return choice;
  const [last, ...others] = values.toReversed();
  const threaded = others.reduce<NumberExpression | undefined>((alternative, consequent, place) => {
    const condition = index.rows[index.rows.length - 1 - place]?.condition;
    return condition && alternative && { op: 'if', condition, consequent, alternative };
  }, last);
  return threaded?.op === 'if' ? threaded : choice;
}

function chainOf(choice: NumberIfOperation): Chain {
  const rows: Row[] = [];
  let rest: NumberExpression = choice;
  for (; rest.op === 'if'; rest = rest.alternative) rows.push({ condition: rest.condition, value: rest.consequent });
  return { rows, otherwise: rest };
}

/** The step and the figure that a row asks for, `step = figure`; null for another condition. */
function indexOf(row: Row | undefined): { readonly step: number; readonly figure: string } | null {
  if (row?.condition.op !== 'equal') return null;
  const sides = [row.condition.left, row.condition.right];
  const step = sides.find((side) => side.op === 'step');
  const figure = sides.find((side): side is ConstantOperation => side.op === 'constant');
  return step === undefined || figure === undefined ? null : { step: step.step, figure: formatExact(figure.value) };
}
