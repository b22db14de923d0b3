/** The numbers that an input takes: unit, bounds, decimals, and the steps or values where only some can be recorded. */
import { divide, formatExact, rational, type NumberInputType, type Rational } from '@assess/runtime';
import type { FieldNode, NumberTypeNode } from '../../ast/nodes.ts';
import { decimalsOf as decimalsNeeded } from '../../check/decimals.ts';
import { quantityValue, rangeUnit } from '../../check/literals.ts';
import { unitFactor } from '../../types/units.ts';
import { checked, wholeNumber } from './tree.ts';

/** Decimals of a figure whose declaration says none. */
const usualDecimals = 2;

/** What is recorded is the figure in the unit of the range; so are the bounds, the step and the values. */
export function numberInput(field: Pick<FieldNode, 'rounding' | 'step'>, type: NumberTypeNode): NumberInputType {
  const range = checked(type.range, 'a number without a range');
  const unit = unitOf(type);
  const figure = (node: typeof range.low): Rational => {
    const value = node.kind === 'quantity' ? quantityValue(node, node.unit ?? unit) : null;
    return divide(checked(value, 'a bound'), unit === null ? rational(1n) : unitFactor(unit));
  };
  const [low, high] = [figure(range.low), figure(range.high)];
  const size = field.step?.size;
  const step = size?.kind === 'quantity' ? figure(size) : null;
  const values = type.values.map(figure);
  const needed = step === null && values.length === 0 ? [] : [low, ...values, ...(step === null ? [] : [step])];
  return {
    kind: 'number',
    unit,
    decimals: decimals(field, type, needed),
    low: formatExact(low),
    high: formatExact(high),
    ...(step === null ? {} : { step: formatExact(step) }),
    ...(values.length === 0 ? {} : { values: values.map((value) => formatExact(value)) }),
  };
}

/** The unit in which a number is recorded, or null. */
export function unitOf({ number, range }: NumberTypeNode): string | null {
  return (range === null ? null : rangeUnit(range)) ?? (number === 'percent' ? 'percent' : null);
}

/** What the declaration says; else what steps and values need. */
function decimals(
  { rounding }: Pick<FieldNode, 'rounding'>,
  { number }: NumberTypeNode,
  needed: readonly Rational[],
): number {
  if (number === 'integer') return 0;
  if (rounding !== null) return wholeNumber(rounding.decimals);
  return needed.length === 0 ? usualDecimals : Math.max(...needed.map((value) => decimalsNeeded(value) ?? 0));
}
