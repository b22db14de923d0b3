/**
 * 就高不重复 as policies mostly have it: every entry of a list has the same points, and of the entries with equal texts the
 * highest counts. There are few entries, so comparing them with one another is faster than putting them into groups.
 */
import { zero } from '@assess/runtime';
import type { Expression, SumPerGroupOperation } from '../../ir/ir.ts';
import { operandsOf } from '../../ir/operands.ts';
import { atom, choice, strength, textLiteral } from './code.ts';
import { allPlain, overCommonDenominator } from './common-denominator.ts';
import type { Coder, Context } from './context.ts';
import { listOf, specOf } from './entry-code.ts';
import { hull, magnitude, point, uniteRanges } from './interval.ts';
import { nameOfList, staysFor, timesInterval, timesRange } from './loop.ts';
import { knownValue, type NumberValue, safe, settle } from './value.ts';
import type { Writer } from './writer.ts';

/** A call of the prelude's `highestPerKey`; null where the operation is not of this shape. */
export function highestPerText(
  { lists, key, value }: SumPerGroupOperation,
  context: Context,
  writer: Writer,
  code: Coder,
): NumberValue | null {
  if (value.op !== 'sum-ranked' || value.from !== null || value.to?.op !== 'constant') return null;
  const highest = knownValue(code.number(value.to, context, writer));
  if (highest === null || highest.numerator !== highest.denominator) return null;
  const parts = value.bag.flatMap((part) => (part.kind === 'entries' && part.where === null ? [part] : []));
  const once = new Set(parts.map(({ list }) => list));
  const isSame = parts.length === value.bag.length && once.size === parts.length && once.size === lists.length;
  if (!isSame || !lists.every(({ list, where }) => where === null && once.has(list))) return null;
  if (parts.some((part) => dependsOnEntries(part.value))) return null;
  const areTexts = key.every(({ field }) => lists.every(({ list }) => isText(list, field, context)));
  if (key.length === 0 || !areTexts) return null;
  const block = writer.block();
  const points = parts.map((part) => code.number(part.value, context, block));
  if (!points.every(({ factors }) => factors.every(staysFor(writer)))) return null;
  for (const line of block.lines) writer.write(line);
  const most = lists.reduce((total, { list }) => total + listOf(list, context).most, 0);
  const common = overCommonDenominator(points);
  const range = timesRange(uniteRanges(common.terms.map((term) => term.range)), most);
  const big = !allPlain(common) || magnitude(range) > safe;
  const names = parts.map(({ list }) => nameOfList(list, context));
  const entries = common.terms.map((term, place) => `[${names[place]}, ${term.code(big).text}]`);
  const nothing = big ? '0n' : '0';
  const count = names.map((name) => `${name}.length`).join(' + ');
  const fields = key.map(({ field }) => textLiteral(field)).join(', ');
  const call = `highestPerKey([${entries.join(', ')}], [${fields}], ${nothing})`;
  return settle({
    ratio: common.unit,
    base: choice({ text: `${count} === 0`, binds: strength.equality }, atom(nothing), atom(call)),
    range,
    big,
    factors: common.factors,
    bounds: timesInterval(hull([point(zero), ...points.map((each) => each.bounds)]), most),
  });
}

function isText(list: number, field: string, context: Context): boolean {
  const { spec } = specOf(list, field, context);
  return spec.type.kind === 'text' && spec.absent === 'refuse' && !(field in {});
}

/** Whether a value can differ between the entries or the groups of a list. */
function dependsOnEntries(value: Expression): boolean {
  const pending = [value];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each.op === 'sum-ranked' || each.op === 'sum-per-group' || each.op.startsWith('field')) return true;
    pending.push(...operandsOf(each));
  }
  return false;
}
