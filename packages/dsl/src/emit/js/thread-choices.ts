import { compare, formatExact, type Rational } from '@assess/runtime';
import type { NumberExpression, NumberIfOperation, Program, TruthExpression } from '../../ir/ir.ts';

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
 * `rate >= 100 ? 5 : rate >= 90 ? 4 : 0`. A long table that is halved becomes one chain too, so that its conditions are not
 * asked in every half again. Returns the expression itself where it is not of this shape.
 */
export function threadChoices(choice: NumberIfOperation, program: Program): NumberIfOperation {
  const subject = askedOf(choice.condition);
  if (subject === null) return choice;
  const definition = program.steps[subject.step]?.value;
  if (definition?.op !== 'if') return choice;
  const index = chainOf(definition);
  const figures = [...index.rows.map((row) => row.value), index.otherwise].map((value) =>
    value.op === 'constant' ? value.value : null,
  );
  const chosen = valuesAt(
    figures.filter((figure) => figure !== null),
    choice,
    subject.step,
  );
  const values = figures
    .map((figure) => (figure && chosen.get(formatExact(figure))) ?? null)
    .filter((value) => value !== null);
  if (values.length < figures.length) return choice;
  // Nothing that has to be computed is written twice.
  const computed = values.filter((value) => value.op !== 'constant' && value.op !== 'step' && value.op !== 'input');
  if (new Set(computed).size < computed.length) return choice;
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

/** What a condition asks of an index: `step = figure`, or `step < figure`; null for another condition. */
interface Asked {
  readonly step: number;
  readonly figure: Rational;
  readonly op: 'equal' | 'less';
}

function askedOf(condition: TruthExpression): Asked | null {
  if (condition.op !== 'equal' && condition.op !== 'less') return null;
  const { op, left, right } = condition;
  return left.op === 'step' && right.op === 'constant' ? { step: left.step, figure: right.value, op } : null;
}

/** What a choice by the index in `step` gives for each of these figures. Long tables are halved: `<`, then `=` after `=`. */
function valuesAt(
  figures: readonly Rational[],
  choice: NumberExpression,
  step: number,
): ReadonlyMap<string, NumberExpression> {
  const values = new Map<string, NumberExpression>();
  const parts = [{ open: new Map(figures.map((figure) => [formatExact(figure), figure])), rest: choice }];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const { open } = part;
    let { rest } = part;
    while (rest.op === 'if') {
      const asked = askedOf(rest.condition);
      if (asked?.step !== step) break;
      const { op, figure } = asked;
      const held =
        op === 'less'
          ? [...open].filter(([, each]) => compare(each, figure) < 0)
          : [[formatExact(figure), figure] as const].filter(([key]) => open.has(key));
      for (const [key] of held) open.delete(key);
      parts.push({ open: new Map(held), rest: rest.consequent });
      rest = rest.alternative;
    }
    for (const key of open.keys()) values.set(key, rest);
  }
  return values;
}
