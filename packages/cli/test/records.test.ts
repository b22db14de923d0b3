import { type Manifest, validateRecord } from '@assess/runtime';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../src/failure.ts';
import { InputFiles } from '../src/io/read-bytes.ts';
import { readRecords, refusalProblems, type RecordSet } from '../src/records/read-records.ts';
import { describePlace } from '../src/records/record-problem.ts';
import { manifest } from './manifest.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-records-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const heading = '支部,类别,日常.学习次数,完成率,报送日期,F01';

interface Read {
  readonly records: readonly (Readonly<Record<string, unknown>> | null)[];
  readonly problems: RecordSet['problems'];
}

/** Reads contents as files of these names, and validates the records. */
async function read(
  files: Record<string, string | Buffer>,
  ledgers: string | readonly string[] = [],
  stdin = '',
  of: Manifest = manifest,
): Promise<Read> {
  const paths = Object.entries(files).map(([name, content]) => {
    const path = name === '-' ? '-' : join(folder, name);
    if (name !== '-') writeFileSync(path, content);
    return path;
  });
  const ledgerPaths = [ledgers].flat().map((content, index) => {
    const path = join(folder, index === 0 ? 'ledger.csv' : `ledger-${index}.csv`);
    writeFileSync(path, content);
    return path;
  });
  const input = new InputFiles(Readable.from([Buffer.from(stdin)]));
  const set = await readRecords(of, input, paths, ledgerPaths, () => {});
  const records = Array.from({ length: set.records.count }, (_, index) => set.records.at(index));
  const refused = records.map((record, index) => ({
    outcome: 'refused' as const,
    record: index,
    subject: null,
    issues: validateRecord(of, record),
  }));
  return { records, problems: [...set.problems, ...refusalProblems(set, refused)] };
}

/** The problems, each on a line: where, which kind, and what it says. */
function told({ problems }: Read): string[] {
  return problems.map((problem) => `${describePlace(problem).zh} ${problem.kind} ${problem.message.zh}`);
}

/** The records of files without a fault. */
async function reading(files: Record<string, string>, stdin?: string): Promise<unknown> {
  const { records, problems } = await read(files, [], stdin);
  expect(problems).toEqual([]);
  return records.map((record) => ({ ...record }));
}

async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error('no failure', { cause: error });
  return error.text.zh.replaceAll(`${folder}/`, '');
}

const plainRecord = {
  支部: '第一支部',
  类别: '机关',
  '日常.学习次数': '12',
  完成率: '95.5',
  报送日期: '2023-11-30',
  F01: true,
};

describe('a table', () => {
  test.each([
    ['plain', `${heading}\n第一支部,机关,12,95.5,2023-11-30,是\n`],
    ['from a spreadsheet', `\ufeff${heading}\r\n第一支部,机关,12,95.5,2023/11/30,是\r\n`],
    ['typed with a Chinese input method', `${heading}\n第一支部, 机关 ,１２次,95.5％,2023年11月30日,√\n`],
    ['with tabs', `${heading}\n第一支部,机关,12,95.5,2023-11-30,是`.replaceAll(',', '\t')],
    [
      'with columns for readers',
      `序号,${heading},备注,#电话,\n1,第一支部,机关,12,95.5,2023-11-30,是,好,027,\n\n,,,,,,,,,\n`,
    ],
    [
      'with another spelling of the headings',
      `支部,类 别,日常·学习次数,完成率,报送日期,f01\n第一支部,机关,12,95.5,2023-11-30,是\n`,
    ],
  ])('%s is read', async (_, content) => {
    const { records, problems } = await read({ 'a.csv': content });
    expect(problems).toEqual([]);
    expect(records.map((record) => ({ ...record }))).toEqual([plainRecord]);
  });

  test('in GB18030 is read', async () => {
    // 支部,类别,日常.学习次数,完成率\n一,机关,1,1
    const bytes = Buffer.from(
      'd6a7b2bf2cc0e0b1f02cc8d5b3a32ed1a7cfb0b4cecafd2ccdeab3c9c2ca0ad2bb2cbbfab9d82c312c310a',
      'hex',
    );
    const { records, problems } = await read({ 'gb.csv': bytes });
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ 支部: '一', 类别: '机关' }]);
  });

  test('has all its faults reported, with row and column', async () => {
    const set = await read({
      'bad.csv': `${heading}\n第一支部,事业,abc,160,2023-02-30,也许\n,机关,1,1,,\n第一支部,机关,1.5,1,,\n第二支部,机关,1\n第三支部,机关,1,1,,,多\n`,
    });
    expect(told(set)).toMatchSnapshot();
  });

  test('with a faulty heading has that reported once', async () => {
    const set = await read({
      'heading.csv': `支部,类别,类别,学习次数,完成绿,__proto__\n一,机关,机关,1,1,1\n二,机关,机关,1,1,1\n`,
    });
    expect(told(set)).toMatchSnapshot();
  });

  test('without the subjects is not read on', async () => {
    const set = await read({ 'nameless.csv': '类别,日常.学习次数,完成率\n机关,1,1\n' });
    expect(told(set)).toEqual(['第 1 行 table/missing-column 表头缺少 `支部` 列。']);
  });

  test('that is empty is a fault', async () => {
    expect(told(await read({ 'empty.csv': '' }))).toEqual([' table/empty 表格是空的，没有表头。']);
  });

  test('with unpaired quotation marks fails at its row', async () => {
    expect(await failure(read({ 'quotes.csv': `${heading}\n"第一支部,机关,1,1,,\n第二支部,机关,1,1,,\n` }))).toBe(
      'quotes.csv 第 2 行的引号没有配对。',
    );
    expect(await failure(read({ 'inside.csv': `${heading}\n第一支部,机关,1,1,,\n第"二"支部,机关,1,1,,\n` }))).toBe(
      'inside.csv 第 3 行的引号没有配对。',
    );
  });

  test('with a cell of ten megabytes is read', async () => {
    const { problems } = await read({ 'long.csv': `${heading}\n${'长'.repeat(3_500_000)},机关,1,1,,\n` });
    expect(problems).toEqual([]);
  });

  test('may hold events in a cell', async () => {
    const set = await read({
      'cell.csv': '支部,类别,日常.学习次数,完成率,日常.表彰\n一,机关,1,1,日期：2023年5月1日，事项：先进\n',
    });
    expect(set.problems).toEqual([]);
    expect(set.records).toMatchObject([{ '日常.表彰': [{ 日期: '2023-05-01', 事项: '先进' }] }]);
  });
});

describe('JSON', () => {
  test('is read as a list, as one object, line by line, and from standard input', async () => {
    const object = JSON.stringify({ ...plainRecord, '日常.学习次数': 12, 完成率: 95.5 });
    const expected = { ...plainRecord, '日常.学习次数': 12, 完成率: 95.5 };
    expect(await reading({ 'a.json': `[${object}]` })).toEqual([expected]);
    expect(await reading({ 'a.json': object })).toEqual([expected]);
    expect(await reading({ 'a.ndjson': `\ufeff${object}\n\n` })).toEqual([expected]);
    expect(await reading({ '-': '' }, `[${object}]`)).toEqual([expected]);
    expect(await reading({ '-': '' }, `${object}\n${object.replace('第一', '第二')}\n`)).toHaveLength(2);
    expect(await reading({ '-': '' }, JSON.stringify(JSON.parse(object), null, 2))).toEqual([expected]);
  });

  test('keeps every digit', async () => {
    const { records, problems } = await read({
      'a.json': '[{"支部": "一", "类别": "机关", "日常.学习次数": 1e1, "完成率": 99.990, "#备注": 1}]',
    });
    expect(problems).toEqual([]);
    expect(records.map((record) => ({ ...record }))).toEqual([
      { 支部: '一', 类别: '机关', '日常.学习次数': '10', 完成率: '99.990' },
    ]);
  });

  test('has all its faults reported, by record and line', async () => {
    const records = [
      '5',
      '{"支部": "一", "类别": 3, "完成率": true, "__proto__": {}, "日常.表彰": [{"日期": "五月", "x": 1}]}',
      'null',
    ];
    expect(told(await read({ 'a.json': `[${records.join(',')}]` }))).toMatchSnapshot();
    expect(
      told(await read({ 'a.ndjson': records.join('\n') })).map((line) => line.split(' ').slice(0, 3).join(' ')),
    ).toMatchSnapshot();
  });

  test('that is none fails with line and column', async () => {
    expect(await failure(read({ 'a.json': '[\n  {"支部": }\n]' }))).toBe(
      'a.json:2:10 不是有效的 JSON：出现 `}`，应为一个值。',
    );
    expect(await failure(read({ 'a.ndjson': '{}\n{"a" 1}' }))).toBe(
      'a.ndjson:2:6 不是有效的 JSON：出现 `1`，应为 `:`。',
    );
  });
});

describe('subjects', () => {
  test('that are there twice are told with the first place', async () => {
    const row = '一,机关,1,1,,';
    const set = await read({ 'one.csv': `${heading}\n${row}\n`, 'two.csv': `${heading}\n二,机关,1,1,,\n${row}\n` });
    expect(told(set).map((line) => line.replaceAll(`${folder}/`, ''))).toEqual([
      '第 3 行 A 列 record/subject-duplicate `一` 重复，one.csv 第 2 行已有；请只保留一条，或改用不同的名称。',
    ]);
  });
});

describe('lists with typed fields', () => {
  const fields = [
    { name: '项目', type: { kind: 'text' }, absent: 'refuse' },
    { name: '金额', type: { kind: 'number', unit: 'wan-yuan', decimals: 2, low: '0', high: '500' }, absent: 'refuse' },
    { name: '级别', type: { kind: 'choice', options: ['国家级', '省级'] }, absent: 'refuse' },
    { name: '验收', type: { kind: 'yes-no' }, absent: 'not-reported' },
  ] as const;
  const of: Manifest = {
    ...manifest,
    inputs: [
      ...manifest.inputs.filter(({ role }) => role === 'attribute' || role === 'case'),
      ...manifest.inputs.slice(0, 1).map((input) => ({
        ...input,
        key: '立项',
        role: 'figure' as const,
        type: { kind: 'list', fields, most: 9, least: 0 } as const,
      })),
    ],
  };
  const rows = '支部,类别\n一,机关\n';
  const entry = { 项目: '修路', 金额: '1.5', 级别: '省级', 验收: true };
  const twoRows = '支部,类别\n一,机关\n二,机关\n';

  test('come as JSON, each value read as in a cell', async () => {
    const text = '[{"支部":"一","类别":"机关","立项":[{"项目":" 修路","金额":1.5,"级别":"省级","验收":"是"}]}]';
    const { records, problems } = await read({ 'a.json': text }, [], '', of);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ 立项: [{ ...entry, 金额: 1.5 }] }]);
  });

  test('come from ledgers, one for each list or all in one', async () => {
    const one = '对象,清单,项目,金额,级别,验收\n一,立项,修路,１.50万元,省 级,√\n';
    const own = '支部,项目,金额,级别,验收\n一,修路,1.5,省级,1\n';
    const events = '支部,日期,事项\n一,2023年5月1日,甲\n';
    for (const ledgers of [[one], [own], [own, events]]) {
      const { records, problems } = await read({ 'a.csv': rows }, ledgers, '', of);
      expect(problems).toEqual([]);
      expect(records).toMatchObject([{ 立项: [entry] }]);
    }
    // A ledger is complete: whom it does not name has no entry.
    const { records } = await read({ 'a.csv': twoRows }, [own, events], '', of);
    expect(records[1]).toMatchObject({ 立项: [] });
    expect(records[1]).not.toHaveProperty('日常.表彰');
    expect(records[0]).toMatchObject({ '日常.表彰': [{ 日期: '2023-05-01', 事项: '甲' }] });
  });

  test('have every faulty cell reported', async () => {
    const ledger = [
      '对象,清单,项目,金额,级别,验收,事项',
      '一,立项,修路,501,国级,大概,',
      '一,立项,,,省级,,甲',
      '一,立,修路,1,省级,,',
      '一,立项,修路,1,省级,,',
    ];
    expect(told(await read({ 'a.csv': `支部,类别\n一,机关\n` }, ledger.join('\n'), '', of))).toMatchSnapshot();
    const unclear = await read({ 'a.json': '[{"支部":"一","类别":"机关","立项":[]}]' }, '对象,项目\n一,修路\n', '', of);
    expect(told(unclear)).toEqual([expect.stringContaining('ledger/missing-column')]);
  });
});

describe('a ledger', () => {
  const rows = `${heading}\n一,机关,1,1,,\n二,机关,1,1,,\n`;

  test('gives each subject its events', async () => {
    const ledger =
      '对象,情形,日期,事项\n一,日常.表彰,2023年5月1日,甲\n一,日常·表彰,2023-06-01,乙\n二,日常.表彰,2023-07-01,丙\n';
    const { records, problems } = await read({ 'a.csv': rows }, ledger);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        '日常.表彰': [
          { 日期: '2023-05-01', 事项: '甲' },
          { 日期: '2023-06-01', 事项: '乙' },
        ],
      },
      { '日常.表彰': [{ 日期: '2023-07-01', 事项: '丙' }] },
    ]);
  });

  test('may be in English', async () => {
    const { problems } = await read({ 'a.csv': rows }, 'subject,case,日期,事项\n一,日常.表彰,2023-05-01,甲\n');
    expect(problems).toEqual([]);
  });

  test('has all its faults reported', async () => {
    const ledger = [
      '支部,情形,日期,事项,金额',
      '一,表彰,2023-05-01,甲,',
      '一,F01,,,',
      ',日常.表彰,2023-05-01,甲,',
      '三,日常.表彰,2023-05-01,甲,',
      '一,,2023-05-01,甲,',
      '二,日常.表彰,五月,,',
    ];
    expect(told(await read({ 'a.csv': rows }, ledger.join('\n')))).toMatchSnapshot();
    expect(told(await read({ 'a.csv': rows }, '对象,日期\n一,2023-05-01\n'))).toMatchSnapshot();
  });
});
