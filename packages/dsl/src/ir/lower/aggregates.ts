/** 合计, 平均, 取大, 取小, 个数 over lists and figures: conditions, the best, the worst, without the highest (semantics 14.2–14.4). */
import type { BookedByNode, CallNode, ExpressionNode } from '../../ast/nodes.ts';
import { bookingOf } from '../../check/booking.ts';
import { selectedSize } from '../../check/entry-ranges.ts';
import type { BagPart, NumberExpression, TruthExpression } from '../ir.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import { inPeriod } from './booking.ts';
import type { Context, EntryScene, Operand, Scene } from './context.ts';
import { insideEntry, voidsOfEntries } from './entries.ts';
import { keyOf } from './record-keys.ts';
import { placesOf } from './places.ts';
import { always, and, difference, nothing, quotient, sum, unit } from './operations.ts';
import { madeOf, plain } from './scenes.ts';

/** The functions that put values together. */
export type Aggregate = 'sum' | 'mean' | 'max' | 'min' | 'count';

/** How expressions are lowered: this chapter is used by that of expressions. */
export interface Lowerers {
  number(node: ExpressionNode, scene: Scene): Operand;
  truth(node: ExpressionNode, scene: Scene): TruthExpression;
}

/** Whether a function runs over the entries of a list or takes some of its values: otherwise it is plain arithmetic. */
export function isAggregate(node: CallNode, { analysis }: Context): boolean {
  return node.selection.length > 0 || node.arguments.some((argument) => analysis.names.lists.has(argument));
}

/**
 * One figure from the values of a call. Everything is a sum over some places of the values in order: the count is that of ones.
 * Without any value left a mean, a greatest and a least have none: their count is a divisor.
 */
export function lowerAggregate(
  node: CallNode,
  aggregate: Aggregate,
  scene: Scene,
  context: Context,
  lowerers: Lowerers,
): Operand {
  const { line, column } = context.origins.of(node.span);
  const name = `${node.function.text}@${line}:${column}`;
  const step = (part: string, value: NumberExpression): NumberExpression =>
    value.op === 'constant' ? value : context.steps.number(`${name}${part}`, value, node.span);
  const parts = node.arguments.map((argument) => bagOf(argument, aggregate, scene, context, lowerers));
  const bag = parts.map(({ part }) => part);
  const ranked = (from: NumberExpression | null, to: NumberExpression | null, values = bag): NumberExpression => ({
    op: 'sum-ranked',
    bag: values,
    from,
    to,
  });
  const operands = parts.map(({ operand }) => operand);
  const all = step(
    '.count',
    ranked(
      null,
      null,
      bag.map((part) => ({ ...part, value: unit })),
    ),
  );
  const { from, to, kept } = placesOf(node.selection, all, (condition) => lowerers.truth(condition, scene));
  const first = from ?? nothing;
  const last = to ?? all;
  const left = step('.kept', kept);
  // A step of its own, so that nothing of an entry is left in what is made of it.
  const made = (value: NumberExpression): Operand => madeOf(operands, step('', value));
  const guarded = (value: NumberExpression): Operand => {
    const divisors = selectedSize(node, context.analysis.names).least > 0 ? [] : [left];
    return { ...made(value), divisors };
  };
  switch (aggregate) {
    case 'count':
      return madeOf(operands, all);
    case 'sum':
      return made(ranked(from, to));
    case 'mean':
      return { ...guarded(ranked(from, to)), value: quotient(step('', ranked(from, to)), left) };
    case 'max':
      return guarded(ranked(first, sum([first, unit])));
    case 'min':
      return guarded(ranked(difference(last, unit), last));
  }
}

/** One argument as a part of the bag; `operand` is what it needs in order to have a value. */
function bagOf(
  argument: ExpressionNode,
  aggregate: Aggregate,
  scene: Scene,
  context: Context,
  lowerers: Lowerers,
): { readonly part: BagPart; readonly operand: Operand } {
  const entry = entryOf(argument, scene, context);
  if (entry === null) {
    const operand = lowerers.number(argument, scene);
    return { part: { kind: 'single', where: null, value: operand.value }, operand };
  }
  const inside = insideEntry(scene, entry);
  const [value, condition] = argument.kind === 'filtered' ? [argument.value, argument.condition] : [argument, null];
  const holds = condition === null ? always : lowerers.truth(condition, inside);
  const booked = inPeriod(bookedBy(entry.list), entry.input, context);
  const counted = and(booked === null ? [holds] : [booked, holds]);
  const where = counted.op === 'truth' && counted.value ? null : counted;
  const each = aggregate === 'count' ? plain(unit) : lowerers.number(value, inside);
  const voids = [...inside.voids, ...each.voids];
  return {
    part: { kind: 'entries', list: entry.input, where, value: each.value },
    operand: { ...each, divisors: [], voids: voidsOfEntries(voids, entry, where) },
  };
}

function bookedBy({ node }: Symbol): BookedByNode | null {
  if (node.kind === 'field') return node.booked;
  return node.kind === 'case' ? bookingOf(node) : null;
}

/** The list over whose entries an argument runs, or null. */
function entryOf(argument: ExpressionNode, scene: Scene, context: Context): EntryScene | null {
  const reference = context.analysis.names.lists.get(argument);
  if (reference === undefined) return null;
  const frame = context.frames.of(reference, scene.frame);
  const input = context.inputs.index(keyOf(context, reference.symbol, frame));
  scene.reads.add(input);
  return { list: reference.symbol, input, frame };
}
