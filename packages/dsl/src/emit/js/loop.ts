/** Loops over the entries of lists, and what they add up. */
import { greatest, least, multiply, rational, type Rational, zero } from '@assess/runtime';
import type { BagPart, TruthExpression } from '../../ir/ir.ts';
import { atom, type Code } from './code.ts';
import type { Coder, Context, Entry } from './context.ts';
import { listOf } from './entry-code.ts';
import type { IntegerRange, Interval } from './interval.ts';
import type { Factor } from './value.ts';
import type { Writer } from './writer.ts';

/** Statements that run for every entry that counts: those written into `inside`, once `close` has put the loop around them. */
export interface Loop {
  /** Where the entry can be read. */
  readonly context: Context;
  readonly inside: Writer;
  /** Whether every entry counts. */
  readonly every: boolean;
  /** How often it runs at most. */
  readonly most: number;
  close(): void;
}

/** The name of a list: that of the group around if it restricts the list. */
export function nameOfList(list: number, { lists }: Context): string {
  return lists.get(list) ?? `e${list}`;
}

/** A loop over the entries of a list for which the condition holds; null where there cannot be any. */
export function loopOver(
  list: number,
  where: TruthExpression | null,
  context: Context,
  writer: Writer,
  code: Coder,
): Loop | null {
  const { most } = listOf(list, context);
  if (most === 0) return null;
  const body = writer.block();
  const entry: Entry = { name: writer.fresh(), body, fields: new Map() };
  const within = { ...context, entries: new Map(context.entries).set(list, entry) };
  const condition = where === null ? atom('true') : code.truth(where, within, body);
  if (condition.text === 'false') return null;
  const every = condition.text === 'true';
  const inside = every ? body : body.block();
  const close = (): void => {
    if (!every) writeIf(condition, inside, body);
    writer.write(`for (const ${entry.name} of ${nameOfList(list, context)}) {`);
    writer.append(body);
    writer.write('}');
  };
  return { context: within, inside, every, most, close };
}

/** A part of a bag as a loop; a single value is one that runs at most once. */
export function loopOf(part: BagPart, context: Context, writer: Writer, code: Coder): Loop | null {
  if (part.kind === 'entries') return loopOver(part.list, part.where, context, writer, code);
  const condition = part.where === null ? atom('true') : code.truth(part.where, context, writer);
  if (condition.text === 'false') return null;
  const inside = writer.block();
  const every = condition.text === 'true';
  const close = (): void => {
    if (every) for (const line of inside.lines) writer.write(line);
    else writeIf(condition, inside, writer);
  };
  return { context, inside, every, most: 1, close };
}

function writeIf(condition: Code, inside: Writer, around: Writer): void {
  around.write(`if (${condition.text}) {`);
  around.append(inside);
  around.write('}');
}

/** Whether a factor is the same and positive for whatever a loop in `writer` adds up. */
export function staysFor(writer: Writer): (factor: Factor) => boolean {
  return (factor) => factor.always && writer.sees(factor.scope);
}

/** What at most so many values from a range add up to. */
export function timesRange({ low, high }: IntegerRange, most: number): IntegerRange {
  const times = BigInt(most);
  return { low: low < 0n ? low * times : 0n, high: high > 0n ? high * times : 0n };
}

/** What at most so many values from an interval add up to. */
export function timesInterval({ low, high }: Interval, most: number): Interval {
  const times: Rational = rational(BigInt(most));
  return { low: multiply(least(low, zero), times), high: multiply(greatest(high, zero), times) };
}
