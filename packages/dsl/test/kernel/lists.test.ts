/** The operations on lists by values computed by hand, interpreted and compiled. */
import { formatExact, normalise, type InputType, type ListInputType, type ScalarInputType } from '@assess/runtime';
import type { SubjectRecord, Trace } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import { emitJavaScript } from '../../src/emit/js/emit-javascript.ts';
import { interpreter } from '../../src/interpret/interpreter.ts';
import type { BagPart, Expression, GroupKey, NumberExpression, TruthExpression } from '../../src/ir/ir.ts';
import { countOf, greatestOf } from '../../src/ir/lower/operations.ts';
import { verify } from '../../src/ir/verify.ts';
import { constant, read, smallProgram } from '../ir/small-program.ts';

const fields: Record<string, ScalarInputType> = {
  事项: { kind: 'text' },
  日期: { kind: 'date', low: null, high: null },
  数额: { kind: 'number', unit: null, decimals: 1, low: '-100', high: '100' },
  计划: { kind: 'number', unit: null, decimals: 0, low: '0', high: '1000' },
  级别: { kind: 'choice', options: ['国家级', '省级', '市级'] },
  备注: { kind: 'text' },
};
const optional = new Set(['备注', '计划']);
const list: ListInputType = {
  kind: 'list',
  fields: Object.entries(fields).map(([name, type]) => ({
    name,
    type,
    absent: optional.has(name) ? 'not-reported' : 'refuse',
  })),
  most: 200,
  least: 0,
};
const inputs: Record<string, InputType> = {
  项目: list,
  其他: list,
  n: { kind: 'number', unit: null, decimals: 1, low: '-10', high: '10' },
};

type Entry = Readonly<Record<string, string | number | null>>;
const entry = (more: Entry): Entry => ({ 事项: '甲', 日期: '2024-01-31', 数额: 0, 级别: '市级', ...more });
const amounts = (...values: number[]): Entry[] => values.map((数额) => entry({ 数额 }));

/** The value of an expression over a record, the same in both ways to run it. */
async function valueOf(
  expression: Expression,
  record: SubjectRecord,
  before: NumberExpression = constant(1),
): Promise<string> {
  const program = verify(smallProgram(inputs, { before, value: expression }));
  const whole = { 单位: '甲单位', n: 0, ...record };
  const url = `data:text/javascript;base64,${Buffer.from(emitJavaScript(program).module).toString('base64')}`;
  const module = (await import(url)) as { trace(given: SubjectRecord): Trace };
  const [interpreted = '', compiled] = [interpreter(program).trace(whole), module.trace(whole)].map((trace) => {
    const value = trace[1] ?? false;
    return typeof value === 'boolean' ? String(value) : formatExact(normalise(value));
  });
  expect(compiled).toBe(interpreted);
  return interpreted;
}

const field = (name: string, of = 0): NumberExpression => ({ op: 'field', list: of, field: name });
const part = (value: NumberExpression, where: TruthExpression | null = null, of = 0): BagPart => ({
  kind: 'entries',
  list: of,
  where,
  value,
});
const ranked = (
  bag: readonly BagPart[],
  from: NumberExpression | null = null,
  to: NumberExpression | null = null,
): NumberExpression => ({ op: 'sum-ranked', bag, from, to });
const perGroup = (key: readonly GroupKey[], value: NumberExpression, lists = [0]): NumberExpression => ({
  op: 'sum-per-group',
  lists: lists.map((each) => ({ list: each, where: null })),
  key,
  value,
});
const by = (name: string, of: GroupKey['part'] = 'value'): GroupKey => ({ field: name, part: of });
const isNational: TruthExpression = { op: 'equal', left: field('级别'), right: constant(0) };
const amount = field('数额');
const minus = (left: NumberExpression, right: number): NumberExpression => ({
  op: 'sum',
  operands: [left, constant(-right)],
});

const least = (limit: number, value: NumberExpression): NumberExpression => ({
  op: 'least',
  operands: [constant(limit), value],
});
const atLeast = (count: number): TruthExpression => ({ op: 'less-or-equal', left: constant(count), right: countOf(0) });

describe('sum-ranked', () => {
  const record = { 项目: amounts(3, 9.5, -2, 7, 9.5) };

  test.each<[string, NumberExpression, string]>([
    // 3 + 9.5 − 2 + 7 + 9.5
    ['all', ranked([part(amount)]), '27'],
    ['how many', countOf(0), '5'],
    ['how many of some kind', countOf(0, { op: 'less', left: constant(5), right: amount }), '3'],
    // 9.5 + 9.5 + 7
    ['the best three', ranked([part(amount)], null, constant(3)), '26'],
    ['the best', greatestOf([part(amount)]), '9.5'],
    // −2
    ['the worst', ranked([part(amount)], minus(countOf(0), 1), null), '-2'],
    // 9.5 + 7 + 3 of 9.5, 9.5, 7, 3, −2
    ['without the highest and the lowest', ranked([part(amount)], constant(1), minus(countOf(0), 1)), '19.5'],
    // 7 + 3 − 2
    ['the rest after two', ranked([part(amount)], constant(2)), '8'],
    // Places 1.5 to 3.5 are the places 2 and 3: 7 + 3
    ['limits between places', ranked([part(amount)], constant(3, 2), constant(7, 2)), '10'],
    ['limits outside', ranked([part(amount)], constant(-3), constant(300)), '27'],
    ['limits the wrong way round', ranked([part(amount)], constant(3), constant(1)), '0'],
    // 27 + 100 ÷ 3
    ['with a single value', ranked([part(amount), { kind: 'single', where: null, value: constant(100, 3) }]), '181/3'],
    [
      'without a single value',
      ranked([{ kind: 'single', where: { op: 'truth', value: false }, value: constant(9) }]),
      '0',
    ],
    ['of nothing', ranked([]), '0'],
    ['the best of nothing', greatestOf([part(field('数额', 1), null, 1)]), '0'],
  ])('%s', async (_, expression, expected) => {
    expect(await valueOf(expression, record)).toBe(expected);
  });

  test('limits that the record decides', async () => {
    const best = ranked([part(amount)], null, read(2));
    expect(await valueOf(best, { ...record, n: 2 })).toBe('19');
    // Place 2 is below 2.5
    expect(await valueOf(best, { ...record, n: 2.5 })).toBe('26');
    expect(await valueOf(best, { ...record, n: -1 })).toBe('0');
  });

  test('the greatest of what is negative is negative', async () => {
    expect(await valueOf(greatestOf([part(amount)]), { 项目: amounts(-3, -1.5) })).toBe('-1.5');
  });

  test('shares with a denominator in every entry', async () => {
    const share: NumberExpression = { op: 'quotient', dividend: amount, divisor: field('计划') };
    const planned: TruthExpression = {
      op: 'and',
      operands: [
        { op: 'field-present', list: 0, field: '计划' },
        { op: 'less', left: constant(0), right: field('计划') },
      ],
    };
    const goals = [
      [1, 3],
      [3, 7],
      [5, 0],
      [2, 3],
    ].map(([数额 = 0, 计划 = 0]) => entry({ 数额, 计划 }));
    const given = { 项目: [...goals, entry({ 数额: 50 })] };
    // 1/3 + 3/7 + 2/3; 2/3 + 3/7; 1/3
    expect(await valueOf(ranked([part(share, planned)]), given)).toBe('10/7');
    expect(await valueOf(ranked([part(share, planned)], null, constant(2)), given)).toBe('23/21');
    expect(await valueOf(ranked([part(share, planned)], constant(2)), given)).toBe('1/3');
  });

  test('more than plain numbers hold', async () => {
    const cube: NumberExpression = {
      op: 'product',
      operands: [amount, amount, amount, amount, amount, amount, amount, amount],
    };
    // 99.9^8 = 99200279440699440.2799720007999200 03…: (999^8 = 992027944069944027992001) ÷ 10^8, twice
    const expected = '19840558881398880.55984002';
    expect(await valueOf(ranked([part(cube)]), { 项目: amounts(99.9, 99.9) })).toBe(expected);
    expect(await valueOf(ranked([part(cube)], null, constant(2)), { 项目: amounts(99.9, -99.9, 0) })).toBe(expected);
  });

  test('in one another', async () => {
    // Every amount times the sum of the others' list: (1 + 2) × (10 + 20)
    const inner = ranked([part({ op: 'product', operands: [amount, field('数额', 1)] }, null, 1)]);
    expect(await valueOf(ranked([part(inner)]), { 项目: amounts(1, 2), 其他: amounts(10, 20) })).toBe('90');
    // The innermost entry of a list counts: 2 × (1 + 2)
    expect(await valueOf(ranked([part(ranked([part(amount)]))]), { 项目: amounts(1, 2) })).toBe('6');
  });
});

describe('fields', () => {
  const record = {
    项目: [
      entry({ 级别: '国家级', 日期: '1970-01-03', 备注: '甲单位', 数额: '4.50' }),
      entry({ 级别: '省级', 日期: '1970-01-05', 备注: null, 数额: 1 }),
      entry({ 级别: '省级', 日期: '1970-01-05', 备注: '乙单位', 数额: -1 }),
    ],
  };

  test.each<[string, NumberExpression, string]>([
    ['of numbers', ranked([part(amount)]), '4.5'],
    // The indices 0, 1, 1; the days 2, 4, 4
    ['of choices', ranked([part(field('级别'))]), '2'],
    ['of dates', ranked([part(field('日期'))]), '10'],
    ['in a condition', ranked([part(amount, isNational)]), '4.5'],
    ['that are there', countOf(0, { op: 'field-present', list: 0, field: '备注' }), '2'],
    ['that name the subject', countOf(0, { op: 'field-is-subject', list: 0, field: '备注' }), '1'],
  ])('%s', async (_, expression, expected) => {
    expect(await valueOf(expression, record)).toBe(expected);
  });
});

describe('sum-per-group', () => {
  const [high, low] = [part(constant(3)), part(constant(2), null, 1)];

  test('the highest of equal matters, over several lists', async () => {
    const given = {
      项目: [entry({ 事项: '文明单位' }), entry({ 事项: '先进集体' })],
      其他: [entry({ 事项: '文明单位' }), entry({ 事项: '红旗支部' })],
    };
    // 文明单位 max(3, 2) + 先进集体 3 + 红旗支部 2
    expect(await valueOf(perGroup([by('事项')], greatestOf([high, low]), [0, 1]), given)).toBe('8');
    expect(await valueOf(perGroup([], greatestOf([high, low]), [0, 1]), given)).toBe('3');
    expect(await valueOf(perGroup([by('事项')], greatestOf([high, low]), [0, 1]), {})).toBe('0');
    // As many groups as there are different matters.
    expect(await valueOf(perGroup([by('事项')], constant(1), [0, 1]), given)).toBe('3');
  });

  test('a cap on every month', async () => {
    const capped: NumberExpression = { op: 'least', operands: [constant(5), ranked([part(amount)])] };
    const dated = [
      ['2024-01-01', 4],
      ['2024-01-31', 4],
      ['2024-02-01', 4],
      ['2023-01-15', 1],
    ] as const;
    const given = { 项目: dated.map(([日期, 数额]) => entry({ 日期, 数额 })) };
    // 2024-01: 8 → 5, 2024-02: 4, 2023-01: 1
    expect(await valueOf(perGroup([by('日期', 'month')], capped), given)).toBe('10');
    // 2024: 12 → 5, 2023: 1
    expect(await valueOf(perGroup([by('日期', 'year')], capped), given)).toBe('6');
  });

  test.each<[GroupKey['part'], string]>([
    // 2024-12-30 is the Monday of the week of 2025-01-01.
    ['value', '7'],
    ['day', '7'],
    ['week', '6'],
    ['month', '6'],
    ['quarter', '4'],
    ['half-year', '3'],
    ['year', '2'],
  ])('counts groups of the same %s', async (of, expected) => {
    const days = ['2024-03-31', '2024-04-01', '2024-06-30', '2024-12-29', '2024-12-30', '2025-01-01', '2025-02-01'];
    // Weeks: 03-31 | 04-01 | 06-30 | 12-29 | 12-30, 01-01 | 02-01; quarters: 1 | 2 | 4 | 1; halves: 1 | 2 | 1
    expect(await valueOf(perGroup([by('日期', of)], constant(1)), { 项目: days.map((日期) => entry({ 日期 })) })).toBe(
      expected,
    );
  });

  test('keys of several fields, and fields that are not there', async () => {
    const given = {
      项目: [
        entry({ 事项: 'a', 数额: 1 }),
        entry({ 事项: 'a', 数额: '1.0' }),
        entry({ 事项: 'a', 数额: 2, 备注: '"|"' }),
        entry({ 事项: 'a|', 数额: 1, 备注: null }),
        entry({ 事项: 'a', 数额: 1, 计划: 0 }),
      ],
    };
    expect(await valueOf(perGroup([by('数额')], constant(1)), given)).toBe('2');
    expect(await valueOf(perGroup([by('事项'), by('数额')], constant(1)), given)).toBe('3');
    expect(await valueOf(perGroup([by('备注')], constant(1)), given)).toBe('2');
    // 0 is not nothing
    expect(await valueOf(perGroup([by('计划')], constant(1)), given)).toBe('2');
  });

  test('only the entries for which the condition holds', async () => {
    const grouped: NumberExpression = {
      op: 'sum-per-group',
      lists: [{ list: 0, where: isNational }],
      key: [by('事项')],
      value: countOf(0),
    };
    const given = { 项目: [entry({ 级别: '国家级' }), entry({ 级别: '国家级' }), entry({ 事项: '乙' })] };
    expect(await valueOf(grouped, given)).toBe('2');
  });

  test('in groups: a cap on every day, and one on every month', async () => {
    const daily = perGroup([by('日期')], least(3, ranked([part(amount)])));
    const monthly = perGroup([by('日期', 'month')], least(5, daily));
    const dated = [
      ['2024-01-01', 2],
      ['2024-01-01', 2],
      ['2024-01-02', 3],
      ['2024-02-01', 9],
    ] as const;
    // January: 4 → 3 and 3, together 6 → 5; February 9 → 3
    expect(await valueOf(monthly, { 项目: dated.map(([日期, 数额]) => entry({ 日期, 数额 })) })).toBe('8');
  });

  test('what a step has computed is of all entries', async () => {
    // Three entries: the row of index 0, in every group of one entry too.
    const row: NumberExpression = {
      op: 'if',
      condition: atLeast(3),
      consequent: constant(0),
      alternative: { op: 'if', condition: atLeast(1), consequent: constant(1), alternative: constant(2) },
    };
    const ofRow: NumberExpression = {
      op: 'if',
      condition: { op: 'equal', left: { op: 'step', step: 0 }, right: constant(0) },
      consequent: constant(10),
      alternative: {
        op: 'if',
        condition: { op: 'equal', left: { op: 'step', step: 0 }, right: constant(1) },
        consequent: constant(20),
        alternative: constant(30),
      },
    };
    const given = { 项目: ['a', 'b', 'c'].map((事项) => entry({ 事项 })) };
    expect(await valueOf(perGroup([by('事项')], ofRow), given, row)).toBe('30');
  });

  test('means of every group', async () => {
    const mean: NumberExpression = { op: 'quotient', dividend: ranked([part(amount)]), divisor: countOf(0) };
    const given = { 项目: [entry({ 事项: 'a', 数额: 1 }), ...amounts(1, 1, 3)] };
    // 1 + 5/3
    expect(await valueOf(perGroup([by('事项')], mean), given)).toBe('8/3');
  });
});
