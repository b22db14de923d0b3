import type { Manifest, SubjectRecord } from '@assess/runtime';
import type { Random } from './random.ts';

/** The record with something else in one place: mostly what must be refused, sometimes what need not be. */
export function damaged({ subject, inputs }: Manifest, record: SubjectRecord, random: Random): SubjectRecord {
  const entries = new Map<string, unknown>(Object.entries(record));
  const key = random.pick([subject, ...inputs.map((input) => input.key), ...inputs.map((input) => input.key)]);
  const old = entries.get(key);
  if (random.chance(0.2)) {
    entries.delete(key);
  } else if (random.chance(0.15)) {
    entries.set(random.pick(['没有的项', '__proto__', 'constructor', '']), 1);
  } else {
    entries.set(key, random.pick(otherValues(old)));
  }
  // Whatever stands there is for the guard to judge.
  return Object.fromEntries(entries) as SubjectRecord;
}

function otherValues(old: unknown): readonly unknown[] {
  const nearby =
    typeof old === 'number'
      ? [
          old + 1,
          old - 1,
          old + 0.1,
          old + 0.005,
          old * 1000,
          -old,
          String(old),
          `${old}x`,
          ` ${old}`,
          BigInt(Math.trunc(old)),
        ]
      : [];
  const events = Array.isArray(old)
    ? [
        [...(old as unknown[]), {}],
        [...(old as unknown[]), null],
        [{ 事项: '甲' }],
        [{ 事项: '甲', 日期: '2023-02-30' }],
        [{ 事项: '甲 ', 日期: '2023-02-03' }],
        [{ 事项: '　', 日期: '2023-02-03' }],
        [{ 事项: '甲', 日期: ' 2023-02-03' }],
        [{ 事项: '甲', 日期: '2023-02-03', 其他: '' }],
        Array.from({ length: 201 }, () => ({ 事项: '甲', 日期: '2023-01-01' })),
      ]
    : [];
  return [
    ...nearby,
    ...events,
    null,
    undefined,
    NaN,
    Infinity,
    -0,
    1e21,
    1e-7,
    5e-324,
    2 ** 53,
    0.1 + 0.2,
    '',
    ' ',
    '1e3',
    '１２',
    '1,000',
    '.5',
    '-.5',
    '+7',
    '0'.repeat(3999),
    '0'.repeat(20_000),
    true,
    [],
    {},
    [1],
    '2023-02-29',
    '2024-02-29',
    '2023-2-9',
    '0000-01-01',
    '9999-12-31',
    '选项0',
    '选项99',
    Symbol.iterator,
  ];
}
