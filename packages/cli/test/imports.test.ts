/** Policies of several files on the command line, from the members to the units. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess } from './host.ts';

let folder: string;
const before = process.cwd();
const files: Readonly<Record<string, string>> = {
  '公共/标准.assess':
    '评分表 标准表 100分 { 标准 学习 100分 { 填报 学习次数: 整数 0至20次  按比例 学习次数 ÷ 10次 } }\n',
  '党员.assess':
    '办法 "党员考核" 版本 2024\n保留 1位小数\n引入 标准表 来自 "公共/标准.assess"\n考核对象 党员 { 所在支部: 文本 }\n总分 { 方式 日常 100分 采用 标准表 }\n',
  '支部.assess':
    '办法 "支部考核" 版本 2024\n保留 1位小数\n引入 办法 党员考核 来自 "党员.assess" 下级 按 所在支部\n考核对象 支部 { 所属单位: 文本 }\n总分 { 标准 党员 100分 { 得分 = 下级平均（党员考核·总分），分母为零 得0分 } }\n等次 { 优秀 90分以上；合格 其余 }\n',
  '单位.assess':
    '办法 "单位考核" 版本 2024\n保留 1位小数\n引入 办法 支部考核 来自 "支部.assess" 下级 按 所属单位\n引入 办法 业务 来自 "业务.assess"\n考核对象 单位\n总分 { 标准 支部 60分 { 按比例 个数（支部考核 当 等次 = 优秀）÷ 个数（支部考核），分母为零 得0分 }；标准 业务分 40分 { 得分 = 业务·总分 × 40% } }\n',
  '业务.assess':
    '办法 "业务考核" 版本 2024\n保留 1位小数\n考核对象 单位\n总分 { 标准 业务 100分 { 填报 完成率: 百分比 0至100%  按比例 完成率 } }\n',
  '党员.csv': '党员,所在支部,学习次数\n张三,一支部,10\n李四,一支部,9\n王五,二支部,5\n',
  '支部.csv': '支部,所属单位\n一支部,甲\n二支部,甲\n三支部,乙\n',
  '单位.csv': '单位\n甲\n乙\n丙\n',
  '业务.csv': '单位,完成率\n甲,90\n乙,80\n丙,70\n',
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-imports-'));
  mkdirSync(join(folder, '公共'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** Runs and expects all to go well. */
async function done(...given: readonly string[]): Promise<string> {
  const ended = await assess(given);
  expect(ended).toMatchObject({ exitCode: 0 });
  return ended.stdout;
}

describe('three levels, one after the other', () => {
  test('give the results that they give by hand', async () => {
    await done('run', '党员.assess', '党员.csv', '--output', '党员.json');
    await done('run', '支部.assess', '支部.csv', '--results', '党员考核=党员.json', '--output', '支部.json');
    await done('run', '业务.assess', '业务.csv', '--output', '业务.json');
    const given = ['单位.assess', '单位.csv', '--results', '支部考核=支部.json', '--results', '业务=业务.json'];
    const csv = await done('run', ...given, '--format', 'csv');
    // 一支部 (100 + 90) ÷ 2 = 95 is 优秀, 二支部 50 and 三支部 without members 0 are not: 甲 30 + 36, 乙 0 + 32, 丙 0 + 28.
    expect(
      csv
        .split('\n')
        .slice(1, 4)
        .map((line) => line.split(',').slice(0, 5).join()),
    ).toEqual(['1,甲,30,36,66', '2,乙,0,32,32', '3,丙,0,28,28']);
    expect(await done('explain', ...given, '--subject', '甲')).toContain('业务分');
  });

  test('lose nobody', async () => {
    writeFileSync('支部错.csv', '支部,所属单位\n一支部,甲\n二支部,甲乙\n');
    const members = await assess([
      'run',
      '支部.assess',
      '支部错.csv',
      '--results',
      '党员考核=党员.json',
      '--output',
      '错.json',
    ]);
    expect(members.exitCode).toBe(0);
    const units = await assess([
      'run',
      '单位.assess',
      '单位.csv',
      '--results',
      '支部考核=错.json',
      '--results',
      '业务=业务.json',
    ]);
    expect(units.exitCode).toBe(1);
    expect(units.stderr).toContain('下级 `二支部` 的 `所属单位` 是 `甲乙`，记录中没有这个对象');
  });
});

describe('results of another policy', () => {
  test('are missed by name', async () => {
    writeFileSync('单位二.csv', '单位\n甲\n丁\n');
    const given = [
      'run',
      '单位.assess',
      '单位二.csv',
      '--results',
      '支部考核=支部.json',
      '--results',
      '业务=业务.json',
    ];
    const ended = await assess(given);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('业务.json 中没有 `丁`');
  });

  test.each([
    ['业务=党员.json', '党员.json 是“党员考核” 版本 2024的结果，引入的 `业务` 是“业务考核” 版本 2024。'],
    ['业务=业务.csv', '业务.csv 不是评定结果。'],
    ['业=业务.json', '办法没有引入叫 `业` 的办法'],
    ['业务', '写成 `办法的名称=结果文件`'],
    ['业务=没有.json', '无法读取 没有.json'],
  ])('%s is refused', async (option, message) => {
    const ended = await assess(['run', '单位.assess', '单位.csv', '--results', option]);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr.replaceAll(/\n */gu, '')).toContain(message);
  });

  test('are not both in the record and in a file', async () => {
    writeFileSync('单位三.csv', '单位,业务.总分\n甲,50\n');
    const ended = await assess([
      'run',
      '单位.assess',
      '单位三.csv',
      '--results',
      '业务=业务.json',
      '--results',
      '支部考核=支部.json',
    ]);
    expect(ended.stderr).toContain('`甲` 的 `业务.总分` 在记录和 业务.json 中都有');
  });
});

describe('files that are imported', () => {
  test('report their errors at their own places', async () => {
    writeFileSync(
      '公共/坏.assess',
      '// 说明\n评分表 坏表 100分 { 标准 甲 90分 { 填报 a: 整数 0至9次  按比例 a ÷ 9次 } }\n',
    );
    const text = (files['党员.assess'] ?? '').replaceAll('标准表', '坏表').replace('标准.assess', '坏.assess');
    writeFileSync('坏.assess', text);
    const ended = await assess(['check', '坏.assess']);
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toMatch(/公共[/\\]坏\.assess:2:\d+ 错误/u);
    const json = JSON.parse((await assess(['check', '坏.assess', '--format', 'json'])).stdout) as {
      files: { diagnostics: { range: { file: string | null } }[] }[];
    };
    expect(json.files[0]?.diagnostics[0]?.range.file).toMatch(/坏\.assess$/u);
    // Only the policy itself is mended.
    const fixed = await assess(['check', '--fix', '坏.assess']);
    expect(fixed.exitCode).toBe(1);
    expect(readFileSync('坏.assess', 'utf8')).toBe(text);
  });

  test('are parts, which are checked and not run', async () => {
    expect(await assess(['check', '公共/标准.assess'])).toMatchObject({ exitCode: 0 });
    const ended = await assess(['run', '公共/标准.assess', '党员.csv']);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('没有办法和总分');
  });

  test('come from the library from wherever the policy is', async () => {
    const text =
      '办法 "例" 版本 2024\n引入 四等 来自 "库:等次.assess"\n考核对象 单位\n总分 { 标准 甲 100分 { 填报 a: 整数 0至100分  得分 = a } }\n测试 "良" { 设 a = 85分；应得 等次 = 良好 }\n';
    expect(await assess(['check', '-'], { stdin: text })).toMatchObject({ exitCode: 0 });
  });
});
