/** What can be said of figures over lists: how many entries there can be, and where sums and means of them lie. */
import { add, compare, greatest, least, multiply, one, rational, zero } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { CallNode, ExpressionNode } from '../ast/nodes.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';
import { signatureOf } from '../types/builtins.ts';
import { figureOf, isWholeNumber } from './literals.ts';
import { mostRaters } from './panels.ts';

/** The most events of a case that a record can hold (semantics 2.2). */
export const mostEvents = 200;

/** How many entries there can be, both ends included. */
export interface ListSize {
  readonly least: number;
  readonly most: number;
}

/** The sizes that the records of a list may have. */
export function listSize({ node }: Symbol): ListSize {
  if (node.kind === 'panel') return { least: 0, most: mostRaters };
  if (node.kind !== 'field' || node.type.kind !== 'list-type') return { least: 0, most: mostEvents };
  const { least: low, most: high } = node.type;
  const whole = (bound: typeof high | null): number | null =>
    bound?.kind === 'quantity' && isWholeNumber(bound) ? Number(figureOf(bound)?.numerator ?? 0n) : null;
  return { least: whole(low) ?? 0, most: whole(high) ?? mostEvents };
}

/** How many values an argument of a function gives: one, or as many as its list can have. */
export function argumentSize(argument: ExpressionNode, { lists }: Pick<Names, 'lists'>): ListSize {
  const list = lists.get(argument);
  if (list === undefined) return { least: 1, most: 1 };
  const { least: low, most } = listSize(list.symbol);
  return { least: argument.kind === 'filtered' ? 0 : low, most };
}

/** How many values of all arguments are left after 最高…项 or 去掉. */
export function selectedSize(node: CallNode, names: Pick<Names, 'lists'>): ListSize {
  const sizes = node.arguments.map((argument) => argumentSize(argument, names));
  const all = sizes.reduce((a, b) => ({ least: a.least + b.least, most: a.most + b.most }), { least: 0, most: 0 });
  const [first] = node.selection;
  if (first === undefined) return all;
  if (first.kind === 'places') {
    const count = isWholeNumber(first.count) ? Number(figureOf(first.count)?.numerator ?? 0n) : 0;
    if (first.rest) return { least: Math.max(0, all.least - count), most: Math.max(0, all.most - count) };
    return { least: Math.min(all.least, count), most: Math.min(all.most, count) };
  }
  const left = node.selection.map((each) => {
    if (each.kind !== 'drop') return all.least;
    const dropped = each.places.reduce((sum, { count }) => sum + Number(figureOf(count)?.numerator ?? 0n), 0);
    return Math.max(all.least, fewestWhere(each.condition, node, names)) - dropped;
  });
  return { least: Math.max(0, Math.min(all.least, ...left)), most: all.most };
}

/** How many values there are at least where a condition such as `个数（评分） 多于5个` holds, if it counts what is put in order. */
function fewestWhere(
  condition: ExpressionNode | null,
  { arguments: values }: CallNode,
  { lists }: Pick<Names, 'lists'>,
): number {
  if (condition?.kind !== 'compare' || condition.left?.kind !== 'call' || condition.right.kind !== 'quantity') return 0;
  const { left, relation, right } = condition;
  const counted = (node: ExpressionNode): unknown => (node.kind === 'filtered' ? null : lists.get(node)?.symbol);
  const same =
    left.arguments.length === values.length &&
    left.arguments.every((each, index) => {
      const value = values[index];
      return (
        counted(each) !== undefined &&
        value !== undefined &&
        counted(each) === lists.get(value)?.symbol &&
        value.kind !== 'filtered'
      );
    });
  if (!same || !isWholeNumber(right) || signatureOf(left.function.text)?.id !== 'count') return 0;
  const bound = Number(figureOf(right)?.numerator ?? 0n);
  return relation === '>' ? bound + 1 : relation === '>=' ? bound : 0;
}

/** Both ends included; null is without end. */
interface Ends {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

/** Where the sum of so many values lies, each of them between two ends. */
export function sumOfEntries({ low, high }: Ends, size: ListSize): Ends {
  const [few, many] = [rational(BigInt(size.least)), rational(BigInt(size.most))];
  return {
    low: low === null ? null : least(multiply(low, few), multiply(low, many)),
    high: high === null ? null : greatest(multiply(high, few), multiply(high, many)),
  };
}

/** Where the sum over all arguments lies; of a selection, where that of any part of the values can lie. */
export function sumRange(node: CallNode, ranges: readonly Ends[], names: Pick<Names, 'lists'>): Ends {
  const sums = node.arguments.map((argument, index) =>
    sumOfEntries(ranges[index] ?? { low: null, high: null }, argumentSize(argument, names)),
  );
  const total = sums.reduce((a, b) => ({
    low: a.low === null || b.low === null ? null : add(a.low, b.low),
    high: a.high === null || b.high === null ? null : add(a.high, b.high),
  }));
  if (node.selection.length === 0) return total;
  // Any of the values may be left out: what cannot be negative cannot add, and the other way round.
  const size = { ...selectedSize(node, names), least: 0 };
  const low = ranges.some((range) => range.low === null)
    ? null
    : least(zero, ...ranges.map((range) => range.low ?? zero));
  const high = ranges.some((range) => range.high === null)
    ? null
    : greatest(zero, ...ranges.map((range) => range.high ?? zero));
  const bound = sumOfEntries({ low, high }, size);
  return {
    low: bound.low,
    high:
      total.high !== null && bound.high !== null && low !== null && compare(low, zero) >= 0
        ? least(total.high, bound.high)
        : bound.high,
  };
}

/** The range of a count. */
export function countRange(node: CallNode, names: Pick<Names, 'lists'>) {
  const { least: few, most } = selectedSize(node, names);
  return { low: rational(BigInt(few)), high: rational(BigInt(most)), step: one };
}
