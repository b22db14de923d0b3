/** Sums over groups of entries with equal keys. */
import { zero } from '@assess/runtime';
import type { GroupKey, SumPerGroupOperation } from '../../ir/ir.ts';
import { atom, type Code, strength } from './code.ts';
import { allPlain, overCommonDenominator } from './common-denominator.ts';
import type { Coder, Context } from './context.ts';
import { entryOf, fieldPresent, fieldValue, specOf } from './entry-code.ts';
import { highestPerText } from './highest-code.ts';
import { integerRange, memberOf } from './input-code.ts';
import { type Loop, loopOver, nameOfList } from './loop.ts';
import { sumInLoop } from './ranked-code.ts';
import { constant, type NumberValue } from './value.ts';
import type { Writer } from './writer.ts';

interface GroupLoop {
  readonly list: number;
  readonly loop: Loop;
}

/** See `SumPerGroupOperation`. Most records have no entry in any of the lists, and then nothing is grouped. */
export function sumPerGroup(
  operation: SumPerGroupOperation,
  context: Context,
  writer: Writer,
  code: Coder,
): NumberValue {
  const highest = highestPerText(operation, context, writer, code);
  if (highest !== null) return highest;
  const { lists, key, value } = operation;
  const block = writer.block();
  const groups = block.bind(atom('new Map()')).text;
  const loops = lists.flatMap(({ list, where }): readonly GroupLoop[] => {
    const loop = loopOver(list, where, context, block, code);
    return loop === null ? [] : [{ list, loop }];
  });
  if (loops.length === 0) return constant(zero);
  const keys = keyCodes(key, loops);
  for (const [place, { list, loop }] of loops.entries()) {
    const entry = entryOf(list, loop.context).name;
    loop.inside.write(`groupOf(${groups}, ${keys[place] ?? '0'}, ${loops.length})[${place}].push(${entry});`);
    loop.close();
  }
  const group = block.fresh();
  const body = block.block();
  const restricted = new Map(context.lists);
  for (const { list } of lists) restricted.set(list, '[]');
  for (const [place, { list }] of loops.entries()) restricted.set(list, body.bind(atom(`${group}[${place}]`)).text);
  const most = groupsOf(key, loops);
  const count = loops.map(({ list }) => `${nameOfList(list, context)}.length`).join(' + ');
  const close = (): void => {
    block.write(`for (const ${group} of ${groups}.values()) {`);
    block.append(body);
    block.write('}');
    writer.write(`if (${count} > 0) {`);
    writer.append(block);
    writer.write('}');
  };
  return sumInLoop({ inside: body, most, close }, code.number(value, { ...context, lists: restricted }, body), writer);
}

/** The key of an entry as code, for every list: equal where all fields are equal, and only there. */
function keyCodes(key: readonly GroupKey[], loops: readonly GroupLoop[]): readonly string[] {
  const fields = key.map((each) => fieldKeys(each, loops));
  const [only] = fields;
  if (only !== undefined && fields.length === 1) return only.map(({ code }) => code.text);
  return loops.map((_, place) => {
    const parts = fields.map((codes) => {
      const each = codes[place];
      return each === undefined ? '' : each.isText ? `JSON.stringify(${each.code.text})` : each.code.text;
    });
    return parts.length === 0 ? '0' : `\`${parts.map((part) => `\${${part}}`).join('|')}\``;
  });
}

interface FieldKey {
  readonly code: Code;
  readonly isText: boolean;
}

/** A text is its own key, anything else a number, in the same unit for all lists; an absent field is null. */
function fieldKeys({ field, part }: GroupKey, loops: readonly GroupLoop[]): readonly FieldKey[] {
  const isNumber = loops.every(({ list, loop }) => specOf(list, field, loop.context).spec.type.kind === 'number');
  const values = isNumber ? loops.map(({ list, loop }) => fieldValue(list, field, loop.context)) : [];
  const common = values.length === 0 ? null : overCommonDenominator(values);
  return loops.map(({ list, loop }, place) => {
    const { spec } = specOf(list, field, loop.context);
    const access = memberOf(entryOf(list, loop.context).name, field);
    if (spec.type.kind === 'text') return { code: orNull(access, spec.absent), isText: true };
    const known = part === 'value' || part === 'day';
    const figure = known
      ? (common?.terms[place]?.code(!allPlain(common)) ?? fieldValue(list, field, loop.context).base)
      : datePart(part, access);
    const present = fieldPresent(list, field, loop.context);
    if (present.text === 'true') return { code: figure, isText: false };
    return { code: { text: `${present.text} ? ${figure.text} : null`, binds: strength.choice }, isText: false };
  });
}

function orNull(access: string, absent: 'refuse' | 'not-reported'): Code {
  return absent === 'refuse' ? atom(access) : { text: `${access} ?? null`, binds: strength.choice };
}

/** The number of the week, month … that a date is in. */
function datePart(part: Exclude<GroupKey['part'], 'value' | 'day'>, access: string): Code {
  switch (part) {
    case 'week':
      // 1970-01-01 was a Thursday.
      return atom(`Math.floor((dayNumber(${access}) + 3) / 7)`);
    case 'month':
      return atom(`monthNumber(${access})`);
    case 'quarter':
      return atom(`Math.floor(monthNumber(${access}) / 3)`);
    case 'half-year':
      return atom(`Math.floor(monthNumber(${access}) / 6)`);
    case 'year':
      return atom(`Math.floor(monthNumber(${access}) / 12)`);
  }
}

/** The most groups that there can be: not more than entries, nor than keys. */
function groupsOf(key: readonly GroupKey[], loops: readonly GroupLoop[]): number {
  const entries = loops.reduce((total, { loop }) => total + BigInt(loop.most), 0n);
  const keys = key.reduce<bigint | null>((product, { field }) => {
    const counts = loops.map(({ list, loop }) => valuesOf(specOf(list, field, loop.context).spec));
    const most = counts.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b));
    return product === null || most === null ? null : product * most;
  }, 1n);
  return Number(keys !== null && keys < entries ? keys : entries);
}

/** How many values a field can have, its absence included; null for no limit. */
function valuesOf({ type, absent }: ReturnType<typeof specOf>['spec']): bigint | null {
  if (type.kind !== 'choice' && type.kind !== 'yes-no') return null;
  const { low, high } = integerRange({ type });
  return high - low + (absent === 'refuse' ? 1n : 2n);
}
