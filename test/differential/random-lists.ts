/** Random lists and operations on them: bags with places, groups in groups, conditions on entries. */
import type { ListFieldSpec, ListInputType, ScalarInputType } from '@assess/runtime';
import type {
  BagPart,
  GroupKey,
  NumberExpression,
  SumPerGroupOperation,
  TruthExpression,
} from '../../packages/dsl/src/ir/ir.ts';
import type { Context } from './random-context.ts';
import type { Random } from './random.ts';

/** A list with a text and a date, which all lists have, and fields of its own. */
export function randomList(random: Random, scalar: (random: Random) => ScalarInputType): ListInputType {
  const absent = (): ListFieldSpec['absent'] => (random.chance(0.25) ? 'not-reported' : 'refuse');
  const named = (name: string): ListFieldSpec => ({ name, type: scalar(random), absent: absent() });
  const most = random.pick([0, 3, 12, 200]);
  return {
    kind: 'list',
    fields: [
      { name: '事项', type: { kind: 'text' }, absent: absent() },
      { name: '日期', type: { kind: 'date', low: null, high: null }, absent: absent() },
      ...['数额', '系数', '类别', '__proto__', 'toString'].filter(() => random.chance(0.4)).map(named),
    ],
    most,
    least: random.chance(0.1) ? Math.min(most, 1) : 0,
  };
}

/** A sum over a bag or over groups; null where the policy has no list, or loops already stand in loops. */
export function sumOverLists(context: Context, depth: number): NumberExpression | null {
  const { random, entries } = context;
  const lists = listsOf(context);
  if (lists.length === 0 || entries.length > 2) return null;
  if (random.chance(0.35)) return randomGroups(context, lists, depth);
  const limit = (): NumberExpression | null => {
    if (random.chance(0.5)) return null;
    if (random.chance(0.3)) return context.number(context, Math.min(depth, 1));
    const [numerator, denominator] = random.pick([
      [0n, 1n],
      [1n, 1n],
      [1n, 1n],
      [2n, 1n],
      [3n, 2n],
      [-1n, 1n],
      [250n, 1n],
    ]);
    return { op: 'constant', value: { numerator, denominator } };
  };
  return {
    op: 'sum-ranked',
    bag: random.times(0, 3, () => randomPart(context, lists, depth)),
    from: limit(),
    to: limit(),
  };
}

function randomPart(context: Context, lists: readonly number[], depth: number): BagPart {
  const { random } = context;
  if (random.chance(0.25)) {
    const where = random.chance(0.5) ? null : context.truth(context, 1);
    return { kind: 'single', where, value: context.number(context, Math.min(depth, 2)) };
  }
  const list = random.pick(lists);
  const inside = { ...context, entries: [...context.entries, list] };
  const where = random.chance(0.5) ? null : context.truth(inside, 1);
  return { kind: 'entries', list, where, value: context.number(inside, Math.min(depth, 2)) };
}

/** The value is mostly something of the entries of the group, and may be groups again. */
function randomGroups(context: Context, lists: readonly number[], depth: number): SumPerGroupOperation {
  const { random } = context;
  const grouped = random.shuffle(lists).slice(0, random.integer(1, 2));
  if (random.chance(0.2)) return highestPerText(context, grouped);
  const deeper = { ...context, entries: [...context.entries, ...grouped.slice(0, 1)] };
  const value = random.chance(0.8) ? sumOverLists({ ...deeper, entries: context.entries }, depth) : null;
  return {
    op: 'sum-per-group',
    lists: grouped.map((list) => ({
      list,
      where: random.chance(0.7) ? null : context.truth({ ...context, entries: [...context.entries, list] }, 1),
    })),
    key: randomKey(context, grouped),
    value: value ?? context.number(context, Math.min(depth, 1)),
  };
}

/** The highest of equal matters, as policies have it. */
function highestPerText(context: Context, lists: readonly number[]): SumPerGroupOperation {
  const points = () => context.number({ ...context, entries: [] }, 1);
  const bag = lists.map((list): BagPart => ({ kind: 'entries', list, where: null, value: points() }));
  return {
    op: 'sum-per-group',
    lists: lists.map((list) => ({ list, where: null })),
    key: [{ field: '事项', part: 'value' }],
    value: { op: 'sum-ranked', bag, from: null, to: { op: 'constant', value: { numerator: 1n, denominator: 1n } } },
  };
}

function randomKey(context: Context, grouped: readonly number[]): readonly GroupKey[] {
  const { random } = context;
  const part = random.pick(['value', 'day', 'week', 'month', 'quarter', 'half-year', 'year'] as const);
  const [only] = grouped;
  const own = grouped.length === 1 && only !== undefined ? fieldsOf(context, only) : [];
  const others = own.filter(({ name }) => name !== '事项' && name !== '日期');
  const keys: GroupKey[] = [
    { field: '事项', part: 'value' },
    { field: '日期', part },
    ...others.map(({ name }): GroupKey => ({ field: name, part: 'value' })),
  ];
  return random.shuffle(keys).slice(0, random.integer(0, 2));
}

/** A figure of a current entry, guarded where it may be absent; null where there is none. */
export function randomField(context: Context, otherwise: () => NumberExpression): NumberExpression | null {
  const { random } = context;
  const fields = currentFields(context).filter(({ type }) => type.kind !== 'text');
  if (fields.length === 0) return null;
  const { list, name, absent } = random.pick(fields);
  const consequent: NumberExpression = { op: 'field', list, field: name };
  if (absent === 'refuse') return consequent;
  return { op: 'if', condition: { op: 'field-present', list, field: name }, consequent, alternative: otherwise() };
}

/** A condition on a current entry; null where there is none. */
export function randomFieldTruth(context: Context): TruthExpression | null {
  const fields = currentFields(context);
  if (fields.length === 0) return null;
  const { list, name, type } = context.random.pick(fields);
  if (type.kind === 'text' && context.random.chance(0.7)) return { op: 'field-is-subject', list, field: name };
  return { op: 'field-present', list, field: name };
}

function currentFields(context: Context): readonly (ListFieldSpec & { readonly list: number })[] {
  return context.entries.flatMap((list) => fieldsOf(context, list).map((field) => ({ ...field, list })));
}

function fieldsOf({ inputs }: Context, list: number): readonly ListFieldSpec[] {
  const type = inputs[list]?.type;
  return type?.kind === 'list' ? type.fields : [];
}

function listsOf({ inputs }: Context): readonly number[] {
  return inputs.flatMap(({ type }, index) => (type.kind === 'list' ? [index] : []));
}
