import { describe, expect, test } from 'vitest';
import { closest, normaliseCell, normaliseKey, recordedValue, validateRecord, withUnit } from '../src/index.ts';
import type { InputType, RecordIssue } from '../src/index.ts';
import { PolicyBuilder } from './policy-builder.ts';

const types = {
  学习次数: { kind: 'number', unit: 'time', decimals: 0, low: '0', high: '60' },
  满意率: { kind: 'number', unit: 'percent', decimals: 1, low: '0', high: '100' },
  类别: { kind: 'choice', options: ['机关支部', '直属单位支部'] },
  报送日期: { kind: 'date', low: '2023-01-01', high: '2023-12-31' },
  述职: { kind: 'yes-no' },
  备注: { kind: 'text' },
  表彰: {
    kind: 'list',
    fields: [
      { name: '日期', type: { kind: 'date', low: null, high: null }, absent: 'refuse' },
      { name: '事项', type: { kind: 'text' }, absent: 'refuse' },
    ],
    most: 2,
    least: 0,
  },
} as const satisfies Record<string, InputType>;

function manifestOf() {
  const builder = new PolicyBuilder();
  for (const [key, type] of Object.entries(types)) {
    const absent = key === '报送日期' ? 'not-reported' : key === '表彰' ? 'none' : 'refuse';
    builder.input(key, type, { absent, source: key === '学习次数' ? ['会议记录'] : [] });
  }
  return builder.build(builder.item('总分', '100', '100')).manifest;
}
const manifest = manifestOf();
const good = { 党组织: '一支部', 学习次数: 12, 满意率: '95.5', 类别: '机关支部', 述职: true, 备注: '' };

const kinds = (issues: RecordIssue[]) => issues.map(({ kind, key }) => `${kind} ${key ?? ''}`);
const only = (record: object) => validateRecord(manifest, { ...good, ...record }).map(({ message }) => message);

describe('validateRecord', () => {
  test('takes an admissible record, with absent values where the policy deals with them', () => {
    expect(validateRecord(manifest, good)).toEqual([]);
    expect(
      validateRecord(manifest, { ...good, 报送日期: null, 表彰: [{ 日期: '2023-05-01', 事项: '文明单位' }] }),
    ).toEqual([]);
  });

  test('reports every issue at once', () => {
    expect(
      kinds(validateRecord(manifest, { 学习次: 12, 满意率: 101.25, 类别: '机关', 述职: '是', 备注: 3, 表彰: {} })),
    ).toEqual([
      'record/subject-missing 党组织',
      'record/missing 学习次数',
      'record/too-many-decimals 满意率',
      'record/out-of-range 满意率',
      'record/unknown-option 类别',
      'record/wrong-type 述职',
      'record/wrong-type 备注',
      'record/wrong-type 表彰',
      'record/unknown-key 学习次',
    ]);
  });

  test.each([
    [
      { 学习次数: 75 },
      '`学习次数` 的值 75次 超出范围 0至60次；请核对数据和单位。',
      '`学习次数` is recorded as 75 times, outside 0 to 60 times; check the figure and its unit.',
    ],
    [
      { 学习次数: 1.5 },
      '`学习次数` 的值 1.5次 小数位数过多，应为整数；请按原始数据重填。',
      '`学习次数` is recorded as 1.5 times, which should be a whole number; record it again from its source.',
    ],
    [
      { 学习次数: '1,200' },
      '`学习次数` 的值 `1,200` 含有千分位逗号；请写成 `1200`。',
      '`学习次数` is recorded as `1,200`, with a thousands separator; write `1200`.',
    ],
    [
      { 学习次数: '12人' },
      '`学习次数` 的值 `12人` 带有单位 `人`，而该项以 次 计；请折算后只填数字。',
      '`学习次数` is recorded as `12人`, with the unit `人` where it is counted in times; convert it and record the figure alone.',
    ],
    [
      { 学习次数: null },
      '`学习次数` 没有填报；应为0至60次的整数（来源：会议记录）。',
      '`学习次数` is missing; it should be a whole number from 0 to 60 times (source: 会议记录).',
    ],
    [
      { 学习次数: NaN },
      '`学习次数` 的值 `NaN` 不是数；应为0至60次的整数。',
      '`学习次数` is recorded as `NaN`, which is not a number; it should be a whole number from 0 to 60 times.',
    ],
    [
      { 类别: '机关支步' },
      '`类别` 的值 `机关支步` 不在选项之中（是否为 `机关支部`？）；应为`机关支部`、`直属单位支部`之一。',
      '`类别` is recorded as `机关支步`, which is not an option (did you mean `机关支部`?); it should be one of `机关支部`, `直属单位支部`.',
    ],
    [
      { 报送日期: '2023-02-29' },
      '`报送日期` 的值 `2023-02-29` 不是日期；请写成 2023-11-30 的样子，并核对该日是否存在。',
      '`报送日期` is recorded as `2023-02-29`, which is not a date; write it like 2023-11-30 and check that there is such a day.',
    ],
    [
      { 报送日期: '2024-01-01' },
      '`报送日期` 的值 `2024-01-01` 超出范围 2023-01-01 至 2023-12-31；请核对日期。',
      '`报送日期` is recorded as `2024-01-01`, outside 2023-01-01 to 2023-12-31; check the date.',
    ],
  ])('%j', (record, zh, en) => {
    expect(only(record)).toEqual([{ zh, en }]);
  });

  test('looks into every event', () => {
    const events = [
      { 日期: '5月1日', 事项: '文明单位' },
      { 日期: '2023-05-01', 事: 'x' },
    ];
    expect(kinds(validateRecord(manifest, { ...good, 表彰: events }))).toEqual([
      'record/bad-date 表彰',
      'record/field-missing 表彰',
      'record/field-unknown 表彰',
    ]);
    const blanks = [{ 日期: '2023-05-01', 事项: '文明单位\u3000' }];
    expect(kinds(validateRecord(manifest, { ...good, 表彰: blanks }))).toEqual(['record/field-blanks 表彰']);
    expect(kinds(validateRecord(manifest, { ...good, 表彰: [1, 2, 3] }))).toEqual(['record/too-many-entries 表彰']);
    expect(kinds(validateRecord(manifest, { ...good, 表彰: [null, []] }))).toEqual([
      'record/wrong-type 表彰',
      'record/wrong-type 表彰',
    ]);
  });

  describe('looks into entries with typed fields', () => {
    const fields = [
      { name: '项目', type: { kind: 'text' }, absent: 'refuse' },
      {
        name: '金额',
        type: { kind: 'number', unit: 'wan-yuan', decimals: 2, low: '0', high: '500' },
        absent: 'refuse',
      },
      { name: '级别', type: { kind: 'choice', options: ['国家级', '省级'] }, absent: 'not-reported' },
      { name: '验收', type: { kind: 'yes-no' }, absent: 'not-reported' },
      { name: '__proto__', type: { kind: 'date', low: '2024-01-01', high: null }, absent: 'not-reported' },
    ] as const;
    const builder = new PolicyBuilder();
    builder.input('立项', { kind: 'list', fields, most: 3, least: 1 }, { absent: 'not-reported' });
    const { manifest: of } = builder.build(builder.item('总分', '1', '1'));
    const issues = (entries: unknown) => validateRecord(of, { 党组织: 'x', 立项: entries });

    test.each([
      [[{ 项目: '甲', 金额: '12.50' }], []],
      [[{ 项目: '甲', 金额: 0, 级别: '省级', 验收: false }], []],
      [[{ 项目: '甲', 金额: 0, 级别: null, 验收: undefined }], []],
      [null, []],
      [[], ['record/too-few-entries']],
      [[1, 2, 3, 4], ['record/too-many-entries']],
      ['甲', ['record/wrong-type']],
      [[null], ['record/wrong-type']],
      [[['甲', 1]], ['record/wrong-type']],
      [[{ 项目: '甲' }], ['record/field-missing']],
      [[{ 项目: '', 金额: 1 }], ['record/field-missing']],
      [[{ 项目: 3, 金额: 1 }], ['record/wrong-type']],
      [[{ 项目: ' 甲', 金额: 1 }], ['record/field-blanks']],
      [[{ 项目: '甲', 金额: 500.01 }], ['record/out-of-range']],
      [[{ 项目: '甲', 金额: 0.125 }], ['record/too-many-decimals']],
      [[{ 项目: '甲', 金额: '' }], ['record/wrong-type']],
      [[{ 项目: '甲', 金额: '3万元' }], ['record/wrong-unit']],
      [[{ 项目: '甲', 金额: 1, 级别: '市级' }], ['record/unknown-option']],
      [[{ 项目: '甲', 金额: 1, 验收: '是' }], ['record/wrong-type']],
      [[{ 项目: '甲', 金额: 1, 级: '省级' }], ['record/field-unknown']],
      [JSON.parse('[{"项目":"甲","金额":1,"__proto__":"2023-12-31"}]'), ['record/out-of-range']],
      [JSON.parse('[{"项目":"甲","金额":1,"constructor":1}]'), ['record/field-unknown']],
    ])('%j', (entries, expected) => {
      expect(issues(entries).map(({ kind }) => kind)).toEqual(expected);
    });

    test('names the entry and the field', () => {
      const entries = [{ 项目: '甲', 金额: 1 }, { 项目: '乙', 金额: 501, 级别: '省', 验: true }, 3];
      expect(issues(entries).map(({ key, message, suggestion }) => [key, message.zh, message.en, suggestion])).toEqual([
        [
          '立项',
          '`立项` 第 2 条的 `金额` 的值 501万元 超出范围 0至500万元；请核对数据和单位。',
          '`金额` of entry 2 of `立项` is recorded as 501 wan yuan, outside 0 to 500 wan yuan; check the figure and its unit.',
          null,
        ],
        [
          '立项',
          '`立项` 第 2 条的 `级别` 的值 `省` 不在选项之中（是否为 `省级`？）；应为`国家级`、`省级`之一。',
          '`级别` of entry 2 of `立项` is recorded as `省`, which is not an option (did you mean `省级`?); it should be one of `国家级`, `省级`.',
          '省级',
        ],
        [
          '立项',
          '`立项` 第 2 条的 `验` 的值 `true` 是多余的（是否为 `验收`？）；每条只含 `项目`、`金额`、`级别`、`验收`、`__proto__`。',
          '`验` of entry 2 of `立项` is recorded as `true`, which is no field of it (did you mean `验收`?); there are only `项目`, `金额`, `级别`, `验收`, `__proto__`.',
          '验收',
        ],
        [
          '立项',
          '`立项` 第 3 条 的值 `3` 不合要求；应为含 `项目`、`金额`、`级别`、`验收`、`__proto__` 的对象。',
          'Entry 3 of `立项` is recorded as `3`, which does not fit; it should be an object with `项目`, `金额`, `级别`, `验收`, `__proto__`.',
          null,
        ],
      ]);
    });

    test('and reads a cell of them', () => {
      const type: InputType = { kind: 'list', fields, most: 3, least: 1 };
      const value = [{ 项目: '甲', 金额: '3.5', 级别: '省级', 验收: true }];
      expect(normaliseCell({ type }, '项目：甲，金额：３.50万元，级别： 省级，验收：√')).toEqual(value);
      expect(normaliseCell({ type }, '[{"项目":" 甲","金额":"3.50","级别":"省级","验收":"是"}]')).toEqual(value);
      expect(normaliseCell({ type }, '未报')).toBeNull();
    });
  });

  test.each([null, undefined, 3, 'x', []])('refuses %j as a record', (record) => {
    expect(kinds(validateRecord(manifest, record))).toEqual(['record/not-a-record ']);
  });

  test('knows only what the record itself holds', () => {
    const builder = new PolicyBuilder();
    for (const key of ['__proto__', 'constructor', 'toString'])
      builder.input(key, { kind: 'yes-no' }, { absent: 'none' });
    const hostile = builder.build(builder.item('总分', '1', '1')).manifest;
    expect(validateRecord(hostile, { 党组织: 'x' })).toEqual([]);
    const record: unknown = JSON.parse('{"党组织":"x","__proto__":true,"constructor":"是","hasOwnProperty":1}');
    expect(kinds(validateRecord(hostile, record))).toEqual([
      'record/wrong-type constructor',
      'record/unknown-key hasOwnProperty',
    ]);
    expect(recordedValue({}, 'constructor')).toBeNull();
  });

  test('keeps its messages short and its time bounded', () => {
    const long = 'a'.repeat(10_000_000);
    const record = { ...good, 学习次数: long, 类别: long, 报送日期: long, [long]: 1 };
    for (const { message, value } of validateRecord(manifest, record)) {
      expect(message.zh.length).toBeLessThan(400);
      expect((value ?? '').length).toBeLessThan(100);
    }
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`学习次数${index}`, 1]));
    expect(validateRecord(manifest, { ...good, ...many })).toHaveLength(20_000);
  });

  test('lets no control character of the record through', () => {
    const [issue] = validateRecord(manifest, { ...good, 类别: 'a\u001B[31m\u202Eb\nc' });
    expect(issue?.message.zh).toContain('`a\uFFFD[31m\uFFFDb c`');
  });
});

describe('normaliseCell', () => {
  test.each([
    ['学习次数', ' １２ ', '12'],
    ['学习次数', '12次', '12'],
    ['学习次数', '12 times', '12'],
    ['学习次数', '＋12', '12'],
    ['学习次数', '1,200', '1,200'],
    ['学习次数', '12人', '12人'],
    ['学习次数', '', null],
    ['学习次数', '\u3000', null],
    ['学习次数', '未报', null],
    ['满意率', '95.50%', '95.5'],
    ['满意率', '９５．５％', '95.5'],
    ['类别', ' 机关支部 ', '机关支部'],
    ['类别', '机关 支部', '机关支部'],
    ['类别', '机关', '机关'],
    ['报送日期', '2023年11月30日', '2023-11-30'],
    ['报送日期', '2023/1/5', '2023-01-05'],
    ['报送日期', '２０２３．１．５', '2023-01-05'],
    ['报送日期', '11月30日', '11月30日'],
    ['报送日期', '未报', null],
    ['备注', ' 未报 ', '未报'],
    ['述职', '是', true],
    ['述职', 'YES', true],
    ['述职', '√', true],
    ['述职', '1', true],
    ['述职', '×', false],
    ['述职', '否', false],
    ['述职', '0', false],
    ['述职', '大概', '大概'],
    ['表彰', '', null],
  ] as const)('%s %j', (key, cell, value) => {
    expect(normaliseCell({ type: types[key] }, cell)).toEqual(value);
  });

  test.each([
    ['[{"日期":"2023/5/1","事项":"文明，单位"}]', [{ 日期: '2023-05-01', 事项: '文明，单位' }]],
    ['[{"日期":" 2023-05-01","事项":"先进 "}]', [{ 日期: '2023-05-01', 事项: '先进' }]],
    [
      '日期：2023年5月1日，事项：文明单位；日期:2023-06-01,事项:先进',
      [
        { 日期: '2023-05-01', 事项: '文明单位' },
        { 日期: '2023-06-01', 事项: '先进' },
      ],
    ],
    ['文明单位', '文明单位'],
    ['[{"日期":1}]', [{ 日期: 1 }]],
    ['[{"日期":[]}]', '[{"日期":[]}]'],
    ['[{', '[{'],
  ])('events %j', (cell, value) => {
    expect(normaliseCell({ type: types.表彰 }, cell)).toEqual(value);
  });

  test('leaves out the name of a single field, and keeps hostile ones', () => {
    const fields = [{ name: '事项', type: { kind: 'text' }, absent: 'refuse' }] as const;
    const type: InputType = { kind: 'list', fields, most: 9, least: 0 };
    expect(normaliseCell({ type }, '甲；乙')).toEqual([{ 事项: '甲' }, { 事项: '乙' }]);
    expect(Object.keys(Object(normaliseCell({ type }, '__proto__：甲')) as object)).toHaveLength(1);
    expect(JSON.stringify(normaliseCell({ type }, '__proto__：甲'))).toBe('[{"__proto__":"甲"}]');
  });

  test('reads headings', () => {
    expect(normaliseKey(' 日常考评 · 学习次数 ')).toBe('日常考评.学习次数');
    expect(normaliseKey('日常考评.学习次数')).toBe('日常考评.学习次数');
  });
});

test('a figure with its unit', () => {
  expect(withUnit('12', 'time')).toEqual({ zh: '12次', en: '12 times' });
  expect(withUnit('1', 'time')).toEqual({ zh: '1次', en: '1 time' });
  expect(withUnit('95.5', 'percent')).toEqual({ zh: '95.5%', en: '95.5%' });
  expect(withUnit('3', null)).toEqual({ zh: '3', en: '3' });
  expect(withUnit('3', 'constructor')).toEqual({ zh: '3constructor', en: '3 constructor' });
});

test('closest finds what was probably meant', () => {
  const names = ['学习次数', '满意率', 'self_rating', '日常考评.满意率'];
  expect(closest('学习次', names)).toBe('学习次数');
  expect(closest('习学次数', names)).toBe('学习次数');
  expect(closest('Self_Ratnig', names)).toBe('self_rating');
  expect(closest('日常考评·满意率', names)).toBe('日常考评.满意率');
  expect(closest('完全不同的名字', names)).toBeNull();
  expect(closest('', names)).toBeNull();
  expect(closest('满', ['意'])).toBeNull();
});
