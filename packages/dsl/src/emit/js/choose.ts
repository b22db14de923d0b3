/** The choice of one of several numbers by conditions: bands, tables, guarded divisions. */
import { compare } from '@assess/runtime';
import { atom, choice, type Code, integerLiteral } from './code.ts';
import { allPlain, overCommonDenominator } from './common-denominator.ts';
import { hull, uniteRanges } from './interval.ts';
import { type Factor, factorRange, knownValue, type NumberValue, productCode, safe, settle } from './value.ts';
import type { Writer } from './writer.ts';

/** One of the numbers to choose from. */
export interface Row {
  /** Null for the last row, which holds when no other does. */
  readonly condition: Code | null;
  readonly value: NumberValue;
  /** The statements that the condition needs, and those that the value needs. */
  readonly before: Writer;
  readonly inside: Writer;
}

/** Longer chains are not written as one expression: neither people nor parsers like them. */
const longestExpression = 12;

/** The value of the first row whose condition holds. Later conditions and other values are not computed. */
export function choose(rows: readonly Row[], writer: Writer): NumberValue {
  const [first] = rows;
  if (first === undefined) throw new RangeError('nothing to choose from');
  if (rows.every((row) => equalKnown(row.value, first.value))) return first.value;
  const stays = (factor: Factor): boolean => factor.always && writer.sees(factor.scope);
  // Factors that are positive in every row stay; those of one row only become one factor, chosen like the value.
  const common = overCommonDenominator(rows.map(({ value }) => ({ ...value, factors: value.factors.filter(stays) })));
  const big = !allPlain(common);
  const rests = rows.map(({ value }) => value.factors.filter((each) => !stays(each)));
  const restRanges = rests.map(factorRange);
  const bigRest = rests.some((rest, index) => rest.some(({ big }) => big) || (restRanges[index]?.high ?? 1n) > safe);
  const divided = rests.some((rest) => rest.length > 0);
  const { base, divisor } = write(
    rows.map((row, index) => ({
      ...row,
      base: common.terms[index]?.code(big) ?? atom('0'),
      divisor: divided ? productCode(1n, integerLiteral(1n, bigRest), rests[index] ?? [], bigRest) : null,
    })),
    writer,
  );
  const below: readonly Factor[] =
    divisor === null
      ? []
      : [{ name: divisor, range: uniteRanges(restRanges), big: bigRest, always: true, scope: writer.scopeOf(divisor) }];
  return settle({
    ratio: common.unit,
    base,
    range: uniteRanges(common.terms.map((term) => term.range)),
    big,
    factors: [...common.factors, ...below],
    bounds: hull(rows.map(({ value }) => value.bounds)),
  });
}

interface CodedRow extends Row {
  readonly base: Code;
  readonly divisor: Code | null;
}

function write(rows: readonly CodedRow[], writer: Writer): { base: Code; divisor: string | null } {
  const plain = rows.every((row) => row.before.lines.length === 0 && row.inside.lines.length === 0);
  const divided = rows.some((row) => row.divisor !== null);
  if (plain && !divided && rows.length <= longestExpression) {
    return { base: chain(rows.map(({ condition, base }) => ({ condition, code: base }))), divisor: null };
  }
  if (plain && rows.length === 2) {
    const named = rows.map((row) => ({ ...row, condition: row.condition && writer.bind(row.condition) }));
    const divisor = chain(named.map((row) => ({ condition: row.condition, code: row.divisor ?? atom('1') })));
    const base = chain(named.map((row) => ({ condition: row.condition, code: row.base })));
    return { base, divisor: writer.bind(divisor).text };
  }
  const base = writer.fresh();
  const divisor = divided ? writer.fresh() : null;
  writer.declare(divisor === null ? [base] : [base, divisor]);
  writeStatements(rows, base, divisor, writer);
  return { base: atom(base), divisor };
}

/** Row after row; the first that holds leaves the block around them. Two rows are an ordinary `if`. */
function writeStatements(rows: readonly CodedRow[], base: string, divisor: string | null, writer: Writer): void {
  const label = rows.length > 2 ? writer.fresh() : null;
  const body = label === null ? writer : writer.block();
  for (const { condition, before, inside, base: chosen, divisor: chosenDivisor } of rows) {
    const target = condition === null && label !== null ? body : inside;
    if (target === body) for (const line of inside.lines) body.write(line);
    target.write(`${base} = ${chosen.text};`);
    if (divisor !== null && chosenDivisor !== null) target.write(`${divisor} = ${chosenDivisor.text};`);
    if (target === body) continue;
    if (label !== null) inside.write(`break ${label};`);
    for (const line of before.lines) body.write(line);
    body.write(condition === null ? '} else {' : `if (${condition.text}) {`);
    body.append(inside);
    if (label !== null || condition === null) body.write('}');
  }
  if (label === null) return;
  writer.write(`${label}: {`);
  writer.append(body);
  writer.write('}');
}

function chain(rows: readonly { readonly condition: Code | null; readonly code: Code }[]): Code {
  return rows
    .toReversed()
    .map(({ condition, code }) => ({ condition, code }))
    .reduce((rest, each) => ({
      condition: each.condition,
      code: each.condition === null ? each.code : choice(each.condition, each.code, rest.code),
    })).code;
}

function equalKnown(left: NumberValue, right: NumberValue): boolean {
  const [first, second] = [knownValue(left), knownValue(right)];
  return first !== null && second !== null && compare(first, second) === 0;
}
