import { equal as sameValue } from '@assess/runtime';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { equal, less, when, whole } from './operations.ts';

/** The first row whose condition holds, else `otherwise`. */
export function firstThatHolds(
  rows: readonly { readonly condition: TruthExpression; readonly value: NumberExpression }[],
  otherwise: NumberExpression,
): NumberExpression {
  return rows.reduceRight((rest, { condition, value }) => when(condition, value, rest), otherwise);
}

/** Up to so many values are looked for one after the other, which reads better. */
const inLine = 8;

/**
 * The value at a whole number from 0 that is less than the number of values. Longer tables are halved: one of a thousand units
 * is ten comparisons deep.
 */
export function valueAt(index: NumberExpression, values: readonly NumberExpression[], from = 0): NumberExpression {
  const [first] = values;
  if (first === undefined) throw new Error('chooses among no values');
  const last = values.at(-1) ?? first;
  if (values.every((value) => isSame(value, last))) return last;
  if (values.length <= inLine) {
    const rows = values.map((value, row) => ({ condition: equal(index, whole(from + row)), value }));
    return firstThatHolds(
      rows.filter(({ value }) => !isSame(value, last)),
      last,
    );
  }
  const middle = Math.ceil(values.length / 2);
  return when(
    less(index, whole(from + middle)),
    valueAt(index, values.slice(0, middle), from),
    valueAt(index, values.slice(middle), from + middle),
  );
}

function isSame(left: NumberExpression, right: NumberExpression): boolean {
  return left === right || (left.op === 'constant' && right.op === 'constant' && sameValue(left.value, right.value));
}
