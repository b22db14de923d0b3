/** Sums over bags: of all values, or of those at some places from the greatest down. */
import { ceiling, one, zero } from '@assess/runtime';
import type { BagPart, SumRankedOperation } from '../../ir/ir.ts';
import { sumOf } from './arithmetic.ts';
import { atom, strength } from './code.ts';
import { allPlain, overCommonDenominator } from './common-denominator.ts';
import type { Coder, Context } from './context.ts';
import { extremeOf } from './extreme.ts';
import { Fractions } from './fractions.ts';
import { countValue } from './input-code.ts';
import { hull, magnitude, uniteRanges } from './interval.ts';
import { type Loop, loopOf, nameOfList, staysFor, timesInterval, timesRange } from './loop.ts';
import { roundedTo } from './rounding.ts';
import { constant, convert, knownValue, type NumberValue, productCode, safe, scale, settle } from './value.ts';
import type { Writer } from './writer.ts';

/** See `SumRankedOperation`. */
export function sumRanked(operation: SumRankedOperation, context: Context, writer: Writer, code: Coder): NumberValue {
  const { bag, from, to } = operation;
  if (from === null && to === null) return sumOf(bag.map((part) => sumOfPart(part, context, writer, code)));
  const low = from === null ? constant(zero) : placeOf(code.number(from, context, writer), writer);
  const high = to === null ? null : placeOf(code.number(to, context, writer), writer);
  const collected = bag.flatMap((part): readonly Collected[] => {
    const loop = loopOf(part, context, writer, code);
    return loop === null ? [] : [{ loop, value: code.number(part.value, loop.context, loop.inside) }];
  });
  const most = collected.reduce((total, { loop }) => total + loop.most, 0);
  const end = high === null ? most : Math.min(most, Number(ceiling(high.bounds.high)));
  const count = end - Math.min(end, Number(ceiling(low.bounds.low)));
  if (count === 0) return constant(zero);
  const stays = staysFor(writer);
  if (!collected.every(({ value }) => value.factors.every(stays))) {
    const fractions = new Fractions(writer);
    for (const { loop, value } of collected) {
      fractions.add(value, loop.inside);
      loop.close();
    }
    const bounds = timesInterval(hull(collected.map(({ value }) => value.bounds)), count);
    return fractions.sum(placeCode(low, most), high === null ? String(most) : placeCode(high, most), bounds);
  }
  return sumOfPlaces(collected, low, high, { most, count }, writer);
}

interface Collected {
  readonly loop: Loop;
  readonly value: NumberValue;
}

/** Over one denominator: the values in an array that is sorted, or only the greatest of them. */
function sumOfPlaces(
  collected: readonly Collected[],
  low: NumberValue,
  high: NumberValue | null,
  { most, count }: { readonly most: number; readonly count: number },
  writer: Writer,
): NumberValue {
  const common = overCommonDenominator(collected.map(({ value }) => value));
  const range = timesRange(uniteRanges(common.terms.map((term) => term.range)), count);
  const big = !allPlain(common) || magnitude(range) > safe;
  const nothing = big ? '0n' : '0';
  const isGreatest = isKnown(low, 0) && high !== null && isKnown(high, 1);
  const name = writer.fresh();
  writer.declare([name], atom(isGreatest ? 'null' : '[]'));
  for (const [index, { loop }] of collected.entries()) {
    const term = common.terms[index]?.code(big) ?? atom(nothing);
    if (isGreatest) {
      const { text } = loop.inside.bind(term);
      loop.inside.write(`if (${name} === null || ${text} > ${name}) ${name} = ${text};`);
    } else loop.inside.write(`${name}.push(${term.text});`);
    loop.close();
  }
  const end = high === null ? String(most) : placeCode(high, most);
  const base = isGreatest
    ? writer.bind({ text: `${name} ?? ${nothing}`, binds: strength.choice })
    : atom(`sumOfPlaces(${name}, ${placeCode(low, most)}, ${end}, ${nothing})`);
  const bounds = timesInterval(hull(collected.map(({ value }) => value.bounds)), count);
  return settle({ ratio: common.unit, base, range, big, factors: common.factors, bounds });
}

/** The sum of the values of one part of a bag; of a list that gives each entry the same, a multiple of its length. */
function sumOfPart(part: BagPart, context: Context, writer: Writer, code: Coder): NumberValue {
  const loop = loopOf(part, context, writer, code);
  if (loop === null) return constant(zero);
  const value = code.number(part.value, loop.context, loop.inside);
  const known = knownValue(value);
  if (known !== null && loop.every) {
    return scale(
      part.kind === 'entries' ? countValue(nameOfList(part.list, context), loop.most) : constant(one),
      known,
    );
  }
  return sumInLoop(loop, value, writer);
}

/** The sum of a value over a loop that `outside` stands around. */
export function sumInLoop(
  loop: Pick<Loop, 'inside' | 'most' | 'close'>,
  value: NumberValue,
  outside: Writer,
): NumberValue {
  const bounds = timesInterval(value.bounds, loop.most);
  if (!value.factors.every(staysFor(outside))) {
    const fractions = new Fractions(outside);
    fractions.add(value, loop.inside);
    loop.close();
    return fractions.sum('0', String(loop.most), bounds);
  }
  const range = timesRange(value.range, loop.most);
  const big = value.big || magnitude(range) > safe;
  const name = outside.fresh();
  outside.declare([name], atom(big ? '0n' : '0'));
  loop.inside.write(`${name} += ${convert(value.base, value.big, big).text};`);
  loop.close();
  return settle({ ...value, base: atom(name), range, big, bounds });
}

/** A limit of places as a whole number from 0: place i is from a limit on if it is from the next whole number on. */
function placeOf(limit: NumberValue, writer: Writer): NumberValue {
  return roundedTo(extremeOf('greatest', [limit, constant(zero)], writer), 0, 'up');
}

function placeCode(place: NumberValue, most: number): string {
  const known = knownValue(place);
  if (known !== null) return String(Math.min(most, Number(known.numerator / known.denominator)));
  return productCode(place.ratio.numerator, convert(place.base, place.big, false), [], false).text;
}

function isKnown(place: NumberValue, value: number): boolean {
  const known = knownValue(place);
  return known !== null && known.numerator === BigInt(value) * known.denominator;
}
