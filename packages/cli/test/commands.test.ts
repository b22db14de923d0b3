/** What each command does with its files and answers, run within this process. */

import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess } from './host.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const languages = ['zh', 'en'] as const;
const cohort = ['支部.assess', '记录.csv', '--events', '台账.csv'];

let folder: string;
const before = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-commands-'));
  process.chdir(fixtures);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** A copy of a fixture that a test may change. */
function copy(name: string): string {
  const path = join(folder, name);
  copyFileSync(join(fixtures, name), path);
  return path;
}

describe('check', () => {
  test.each(languages)('reports a clean policy in %s', async (locale) => {
    const ended = await assess(['check', '支部.assess', '--lang', locale]);
    await expect(ended.stdout).toMatchFileSnapshot(`golden/check-clean.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test.each(languages)('reports what is wrong in %s', async (locale) => {
    const ended = await assess(['check', '有错.assess', '--lang', locale]);
    await expect(ended.stdout).toMatchFileSnapshot(`golden/check.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 1, stderr: '' });
  });

  test('speaks JSON and the language of GitHub', async () => {
    const json = await assess(['check', '有错.assess', '--format', 'json']);
    await expect(json.stdout).toMatchFileSnapshot('golden/check.json');
    const github = await assess(['check', '有错.assess', '--format', 'github']);
    await expect(github.stdout).toMatchFileSnapshot('golden/check.github.txt');
    expect([json.exitCode, github.exitCode]).toEqual([1, 1]);
  });

  test('mends what can safely be mended', async () => {
    const path = copy('有错.assess');
    const ended = await assess(['check', '--fix', path]);
    expect(readFileSync(path, 'utf8')).toContain('方式 年终 占50%');
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toMatch(/^已自动修正 \d+ 处。\n$/);
  });

  test('reports failing tests', async () => {
    const text = readFileSync(join(fixtures, '支部.assess'), 'utf8').replace('应得 等次 = 合格', '应得 等次 = 优秀');
    const ended = await assess(['check', '-'], { stdin: text });
    expect(ended.stdout).toContain(
      '测试 `严重违纪最高合格` 没有通过，应得 `等次 = 优秀`，实际\n        等次 为 合格。 [test/failed]',
    );
    expect(ended.exitCode).toBe(1);
  });

  test('may be strict about warnings', async () => {
    const text = readFileSync(join(fixtures, '支部.assess'), 'utf8').replace('总分 {', '定义 没用 = 1\n总分 {');
    expect(await assess(['check', '-'], { stdin: text })).toMatchObject({ exitCode: 0 });
    expect(await assess(['check', '-', '--max-warnings', '0'], { stdin: text })).toMatchObject({ exitCode: 1 });
    expect(await assess(['check', '-', '--max-warnings', '9'], { stdin: text })).toMatchObject({ exitCode: 0 });
  });
});

/** What stands in the columns of scores, without ranks and names. */
function scores(text: string): string[] {
  return text.split('\n').map((line) => line.split(',').slice(2, 8).join());
}

/** Tests of the fixture that fail. */
const failing = `测试 "学习" 来自 满分记录 {
  设 平时·学习次数、缺会 应得 学习、总分 {
    12次、0次、100分、100分
    "少学、缺会"：9次、5次、60分、84分
    "<缺会 & 多># 次"：12次、1次、退回
  }
}
`;

/** Writes a file beside the copies. */
function at(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A policy that takes the results of a data test of the level below. */
function above(title: string): string {
  return `办法 "单位" 版本 2024 保留 1位小数 考核对象 单位
引入 办法 支部考核 来自 "下级.assess" 下级 按 单位
总分 { 方式 支部 100分 { 得分 = 平均（支部考核·总分），分母为零 得0分 } }
测试 "全部单位" 数据 "上级.csv" 结果 支部考核 "${title}" 应得 "上级-应得.json"`;
}

describe('test', () => {
  test.each(languages)('lists the tests in %s', async (locale) => {
    const ended = await assess(['test', '支部.assess', '--lang', locale]);
    await expect(ended.stdout).toMatchFileSnapshot(`golden/test.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('says where a test fails and what came out', async () => {
    const text = readFileSync('支部.assess', 'utf8');
    const ended = await assess(['test', '-'], { stdin: text.replace(/应得 等次 = \S+/u, '应得 等次 = 优秀') });
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toMatch(/✗ 严重违纪最高合格\n {6}标准输入:\d+:\d+ 应得 `等次 = 优秀`，实际 等次 为 合格/u);
  });

  test('runs only the tests that are asked for, and tells machines what became of them', async () => {
    const none = await assess(['test', '支部.assess', '--only', '没有这个', '--format', 'json']);
    expect(JSON.parse(none.stdout)).toMatchObject({ schema: 'assess/tests/1', summary: { tests: 0, failed: 0 } });
    const one = await assess(['test', '支部.assess', '--only', '严重违纪', '--format', 'json']);
    expect(JSON.parse(one.stdout)).toMatchObject({ summary: { tests: 1, failed: 0 } });
  });

  test.each(['tap', 'junit'] as const)('speaks %s', async (form) => {
    const stdin = `${readFileSync('支部.assess', 'utf8')}${failing}`;
    const ended = await assess(['test', '-', '--format', form], { stdin });
    await expect(ended.stdout).toMatchFileSnapshot(`golden/test.${form}.txt`);
    expect(ended.exitCode).toBe(1);
    const broken = await assess(['test', '有错.assess', '--format', form]);
    expect(broken).toMatchObject({ exitCode: 1 });
    expect(broken.stdout).toContain('办法有错误，没有运行测试');
  });

  test.each(languages)('shows where a failing test parts from what it expects in %s', async (locale) => {
    const stdin = `${readFileSync('支部.assess', 'utf8')}${failing}`;
    const ended = await assess(['test', '-', '--lang', locale, '--only', '学习*缺会'], { stdin });
    await expect(ended.stdout).toMatchFileSnapshot(`golden/test-failing.${locale}.txt`);
  });

  test('holds data against expected results, and writes them anew', async () => {
    for (const name of ['记录.csv', '台账.csv']) copy(name);
    const path = copy('支部.assess');
    writeFileSync(path, `${readFileSync(path, 'utf8')}测试 "整批" 数据 "记录.csv" 台账 "台账.csv" 应得 "应得.json"\n`);
    const missing = await assess(['test', path, '--only', '整批']);
    expect(missing).toMatchObject({ exitCode: 1 });
    expect(missing.stdout).toMatch(/没有结果文件\s+[^]*用 --update/u);
    expect(await assess(['test', path, '--only', '整批', '--update'])).toMatchObject({ exitCode: 0 });
    expect(await assess(['test', path, '--only', '整批'])).toMatchObject({ exitCode: 0 });
    const expected = join(folder, '应得.json');
    const written = readFileSync(expected, 'utf8');
    expect(JSON.parse(written)).toMatchObject({ schema: 'assess/expected/1' });
    const [subject = ''] = Object.keys((JSON.parse(written) as { subjects: object }).subjects);
    // Only what is named is looked at, numbers as numbers; and what is not of this cohort is a fault.
    const few = { schema: 'assess/expected/1', subjects: { [subject]: { total: '1' } } };
    writeFileSync(expected, JSON.stringify(few));
    const failed = await assess(['test', path, '--only', '整批']);
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain(`${subject}: total = 1`);
    expect(failed.stdout).toContain('结果文件里没有这个对象');
    await assess(['test', path, '--only', '整批', '--update']);
    const renewed = JSON.parse(readFileSync(expected, 'utf8')) as { subjects: Record<string, object> };
    expect(Object.keys(renewed.subjects[subject] ?? {})).toEqual(['total']);
    writeFileSync(expected, '[1]');
    expect((await assess(['test', path, '--only', '整批'])).stdout).toContain('不是应得结果的文件');
  });

  test('assesses the level below by its own data test', async () => {
    const score = '总分 { 标准 实绩 100分 { 填报 实绩分: 整数 0至100分  得分 = 实绩分 } }';
    at(
      '下级.assess',
      `办法 "支部" 版本 2024 保留 1位小数 考核对象 支部 { 单位: 文本 } ${score}
测试 "全部支部" 数据 "下级.csv" 应得 "下级-应得.json"`,
    );
    at('下级.csv', '支部,单位,实绩分\n一支部,甲,90\n二支部,甲,80\n三支部,乙,60\n');
    at('上级.csv', '单位\n甲\n乙\n');
    const subjects = { 甲: { total: '85' }, 乙: { total: '60' } };
    at('上级-应得.json', JSON.stringify({ schema: 'assess/expected/1', subjects }));
    expect(await assess(['test', at('上级.assess', above('全部支部'))])).toMatchObject({ exitCode: 0 });
    const none = await assess(['test', at('上级.assess', above('全部党员'))]);
    expect(none.exitCode).toBe(1);
    expect(none.stdout).toMatch(/没有叫“全部党员”的数据\s*测试/u);
    at('下级.csv', '支部,单位,实绩分\n一支部,丙,90\n');
    const stranger = await assess(['test', at('上级.assess', above('全部支部'))]);
    expect(stranger.stdout).toContain('没有这个对象');
  });

  test.each(languages)('tells what the tests reached in %s', async (locale) => {
    const [lcov, html] = [join(folder, 'coverage.lcov'), join(folder, 'coverage.html')];
    const files = ['--coverage', '--coverage-lcov', lcov, '--coverage-html', html];
    const ended = await assess(['test', '支部.assess', '--lang', locale, ...files]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    await expect(ended.stdout).toMatchFileSnapshot(`golden/test-coverage.${locale}.txt`);
    await expect(readFileSync(html, 'utf8')).toMatchFileSnapshot(`golden/test-coverage.${locale}.html`);
    await expect(readFileSync(lcov, 'utf8')).toMatchFileSnapshot('golden/test-coverage.lcov');
  });

  test.each(languages)('changes the policy and tells what no test notices in %s', async (locale) => {
    const ended = await assess(['test', '支部.assess', '--mutate', '--mutate-limit', '12', '--lang', locale]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    await expect(ended.stdout).toMatchFileSnapshot(`golden/test-mutate.${locale}.txt`);
    const less = await assess([
      'test',
      '支部.assess',
      '--mutate',
      '--mutate-limit',
      '2',
      '--min',
      '95',
      '--lang',
      locale,
    ]);
    expect(less.exitCode).toBe(1);
    expect(less.stderr).toContain('95%');
  });

  test('may ask for a least coverage', async () => {
    expect(await assess(['test', '支部.assess', '--min', '10'])).toMatchObject({ exitCode: 0, stderr: '' });
    const less = await assess(['test', '支部.assess', '--min', '99%', '--format', 'json']);
    expect(less.exitCode).toBe(1);
    expect(less.stderr).toMatch(/^支部\.assess 的测试覆盖 \d+(?:\.\d)?%，低于 99%。\n$/);
    expect(await assess(['test', '支部.assess', '--min', '101'])).toMatchObject({ exitCode: 2 });
  });

  test('shows the errors of a policy that has some, and runs nothing', async () => {
    const ended = await assess(['test', '有错.assess']);
    expect(ended).toMatchObject({ exitCode: 1, stdout: '✗ 1 个文件有错误，没有运行其中的测试。\n' });
    expect(ended.stderr).toContain('错误');
    const both = await assess(['test', '有错.assess', '支部.assess', '--lang', 'en']);
    expect(both.exitCode).toBe(1);
    expect(both.stdout).toMatch(/✓ \d+ tests?, all passed\.\n✗ 1 file has errors; the tests in it were not run\.\n$/);
  });
});

describe('run', () => {
  test.each(languages)('shows a table in %s', async (locale) => {
    const ended = await assess(['run', ...cohort, '--lang', locale]);
    await expect(ended.stdout).toMatchFileSnapshot(`golden/run.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test.each(['csv', 'json', 'ndjson'])('writes %s to standard output and to a file', async (format) => {
    const { stdout } = await assess(['run', ...cohort, '--format', format]);
    await expect(stdout).toMatchFileSnapshot(`golden/run.${format}`);
    const path = join(folder, `结果.${format}`);
    const ended = await assess(['run', ...cohort, '--output', path]);
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: `已评定 5 个对象，结果在 ${path}\n` });
    // A file for a spreadsheet begins with the mark that tells its encoding.
    expect(readFileSync(path, 'utf8')).toBe(format === 'csv' ? `\ufeff${stdout}` : stdout);
  });

  test('takes records in any order and form, and gives the same', async () => {
    const expected = await assess(['run', ...cohort, '--format', 'csv']);
    const [heading = '', ...rows] = readFileSync(join(fixtures, '记录.csv'), 'utf8').trimEnd().split('\n');
    const table = [heading, ...rows.toReversed()].join('\r\n');
    const keys = heading.split(',');
    const objects = rows.map((row) => new Map(row.split(',').map((cell, index) => [keys[index] ?? '', cell])));
    const lines = objects.map((each) => JSON.stringify(Object.fromEntries(each)));
    const inputs = [`\ufeff${table}`, `[${lines.join()}]`, lines.join('\n')];
    for (const stdin of inputs) {
      const ended = await assess(['run', '支部.assess', '-', '--events', '台账.csv', '--format', 'csv'], { stdin });
      expect(ended).toEqual(expected);
    }
  });

  test('assesses a larger cohort by the compiled policy, with the same digits', async () => {
    const [heading = '', ...rows] = readFileSync(join(fixtures, '记录.csv'), 'utf8').trimEnd().split('\n');
    const many = Array.from({ length: 80 }, (_, copyOf) => rows.map((row) => `${copyOf}${row}`)).flat();
    const given = ['run', '支部.assess', '-', '--format', 'csv'];
    const large = await assess(given, { stdin: [heading, ...many].join('\n') });
    const small = await assess(given, { stdin: [heading, ...rows].join('\n') });
    expect(large.exitCode).toBe(0);
    expect(new Set(scores(large.stdout))).toEqual(new Set(scores(small.stdout)));
  });

  test('does not let a name become a formula', async () => {
    const names = ['=1+1', '+1', '-1', '@sum', '\t=1', '＝1+1'];
    const stdin = ['支部,类别,学习次数,满意率', ...names.map((name, index) => `"${name} ${index}",机关,1,1`)].join(
      '\n',
    );
    const { stdout } = await assess(['run', '支部.assess', '-', '--format', 'csv'], { stdin });
    const cells = stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    expect(new Set(cells)).toEqual(new Set(["'+1 1", "'-1 2", "'=1 4", "'=1+1 0", "'@sum 3", "'＝1+1 5"]));
  });

  test.each(languages)('lists every fault of the records in %s', async (locale) => {
    const path = join(folder, '有错.csv');
    writeFileSync(path, '支部,类别,学习次数,__proto__,满意绿\n甲,事业,13,x,50\n甲,机关,,x,\n,机关,1,x,50\n');
    const ended = await assess(['run', '支部.assess', path, '--lang', locale]);
    await expect(ended.stderr.replaceAll(folder, '')).toMatchFileSnapshot(`golden/run-faults.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
    const json = await assess(['run', '支部.assess', path, '--format', 'json']);
    expect(json).toMatchObject({ exitCode: 1, stderr: '' });
    expect(json.stdout).toContain('"schema": "assess/record-problems/1"');
  });

  test('does not write over its input', async () => {
    const path = copy('记录.csv');
    const ended = await assess(['run', '支部.assess', path, '--output', join(folder, '.', '记录.csv')]);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain('会覆盖它。');
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(fixtures, '记录.csv'), 'utf8'));
  });

  test.each([
    ['a heading alone', '支部,类别,学习次数,满意率\n'],
    ['an empty list', '[]'],
  ])('finds fault with a cohort of nobody: %s', async (_, stdin) => {
    const ended = await assess(['run', '支部.assess', '-'], { stdin });
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toContain('没有记录，至少要有一个对象。');
    const json = await assess(['run', '支部.assess', '-', '--events', '台账.csv', '--format', 'json'], { stdin });
    expect(JSON.parse(json.stdout)).toMatchObject({ problems: [{ kind: 'table/no-records', place: null }] });
  });

  test.each([
    [['记录.csv', '记录.csv'], '文件 记录.csv 写了两次。'],
    [['记录.csv', './记录.csv'], '记录.csv 和 ./记录.csv 是同一个文件。'],
    [['记录.csv', '--events', '记录.csv'], '文件 记录.csv 写了两次。'],
  ])('reads no file twice: %o', async (files, message) => {
    const ended = await assess(['run', '支部.assess', ...files]);
    expect(ended).toEqual({ exitCode: 2, stdout: '', stderr: `错误：${message}\n每个文件只写一次。\n` });
  });

  test('does not guess the format of a file it does not know', async () => {
    const path = join(folder, '结果.xlsx');
    const ended = await assess(['run', ...cohort, '--output', path]);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toMatch(
      /^错误：不能写成 `\.xlsx` 文件；扩展名可以是 \.csv（电子表格软件可以打开）、\.json、\.ndjson，或 \.txt（表格）。\n/u,
    );
    expect(existsSync(path)).toBe(false);
    expect(await assess(['run', ...cohort, '--output', path, '--format', 'csv'])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(path, 'utf8')).toContain('名次,');
    const table = join(folder, '结果.TXT');
    expect(await assess(['run', ...cohort, '--output', table])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(table, 'utf8')).toBe((await assess(['run', ...cohort])).stdout);
  });

  test('refuses a policy with errors', async () => {
    const ended = await assess(['run', '有错.assess', '记录.csv']);
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toContain('有错.assess:10:6 错误：');
  });
});

describe('explain', () => {
  test.each(languages)('accounts for every point in %s', async (locale) => {
    const ended = await assess(['explain', ...cohort, '--subject', '丁', '--lang', locale]);
    await expect(ended.stdout).toMatchFileSnapshot(`golden/explain.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('puts the deadline of 整改 on what is to be put right, not that of another consequence', async () => {
    const policy = join(folder, '期限.assess');
    writeFileSync(
      policy,
      '办法 "甲" 版本 2024\n考核对象 单位\n总分 { 标准 乙 100分 { 填报 丙: 整数 0至100分  得分 = 丙 } }\n' +
        '等次 { 好 60分以上  差 其余 }\n结果运用 { 好、差 { 反馈 期限15天  限期整改 期限60天 } }\n',
    );
    const records = join(folder, '期限.csv');
    writeFileSync(records, '单位,丙\n丁,70\n');
    const { stdout } = await assess(['explain', policy, records, '--subject', '丁', '--format', 'markdown']);
    expect(stdout).toContain('| 1 | 乙 | 丙 70分，得 70 分（满分 100），扣 30 分 |  | 60天 |');
  });

  test.each(languages)('writes a score sheet in %s', async (locale) => {
    for (const [extension, golden] of [
      ['md', 'sheet'],
      ['html', 'sheet'],
    ]) {
      const path = join(folder, `表.${extension}`);
      const ended = await assess(['explain', ...cohort, '--subject', '丁', '--lang', locale, '--output', path]);
      expect(ended).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
      await expect(readFileSync(path, 'utf8')).toMatchFileSnapshot(`golden/${golden}.${locale}.${extension}`);
    }
  });

  test('writes what users name as text, whatever it is, and asks for nothing from outside', async () => {
    const name = '<img src=x onerror=alert(1)>|*`党支部`*';
    const stdin = JSON.stringify([{ 支部: name, 类别: '机关', 学习次数: 1, 满意率: 1 }]);
    const html = await assess(['explain', '支部.assess', '-', '--subject', name, '--format', 'html'], { stdin });
    expect(html.stdout).toContain('&lt;img src=x onerror=alert(1)&gt;|*`党支部`*');
    expect(html.stdout).not.toMatch(/<img|<script|https?:|@import|url\(/u);
    const markdown = await assess(['explain', '支部.assess', '-', '--subject', name, '--format', 'markdown'], {
      stdin,
    });
    expect(markdown.stdout).toContain('&lt;img src=x onerror=alert(1)\\>\\|\\*\\`党支部\\`\\*');
  });

  test('is not written over what it is made from, nor into a file of unknown kind', async () => {
    const over = await assess(['explain', ...cohort, '--subject', '丁', '--output', '记录.csv']);
    expect(over).toMatchObject({ exitCode: 2, stdout: '' });
    expect(over.stderr).toContain('会覆盖它');
    const unknown = await assess(['explain', ...cohort, '--subject', '丁', '--output', join(folder, '表.docx')]);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toContain('.docx');
  });

  test('suggests a subject', async () => {
    const ended = await assess(['explain', '支部.assess', '-', '--subject', '第一支部'], {
      stdin: '支部,类别,学习次数,满意率\n第一党支部,机关,1,1\n',
    });
    expect(ended).toEqual({ exitCode: 2, stdout: '', stderr: '错误：记录中没有 `第一支部`，是否为 `第一党支部`？\n' });
  });

  test.each([
    ['法律', '错误：记录中没有 `法律`，是否为 `法律工作部党支部`？\n'],
    ['工作部', '错误：记录中没有 `工作部`，是否为 `财务工作部党支部`、`法律工作部党支部`？\n'],
    ['丁', '错误：记录中没有 `丁`。\n记录中有 `财务工作部党支部`、`法律工作部党支部`。\n'],
  ])('suggests subjects by a part of their name: %s', async (name, stderr) => {
    const stdin = '支部,类别,学习次数,满意率\n法律工作部党支部,机关,1,1\n财务工作部党支部,机关,1,2\n';
    const ended = await assess(['explain', '支部.assess', '-', '--subject', name], { stdin });
    expect(ended).toEqual({ exitCode: 2, stdout: '', stderr });
  });
});

describe('status', () => {
  let policy: string;
  let records: string;
  beforeAll(() => {
    policy = join(folder, '程序.assess');
    records = join(folder, '程序.json');
    writeFileSync(
      policy,
      `办法 "程序" 版本 2024
考核对象 支部
总分 { 标准 甲 100分 { 填报 得分甲: 整数 0至100分 来源 "检查表"  得分 = 得分甲 } }
程序 {
  步骤 调研 期限 10月31日 留存 "提纲"
  步骤 检查 "年终检查" 期限 12月10日 采集 甲 责任 "机关党委"
}
`,
    );
    writeFileSync(records, '[{"支部":"一","调研.提纲":true,"得分甲":90},{"支部":"二"}]');
  });

  test('lists what is missing, stage by stage, and what is overdue', async () => {
    const ended = await assess(['status', policy, records, '--as-of', '2024-11-15']);
    expect(ended).toEqual({
      exitCode: 1,
      stderr: '',
      stdout: `程序 2024  截至 2024-11-15

一  完成 2/2 步

二  完成 0/2 步
  调研（期限 10月31日） 已逾期
    未留存：提纲
  检查 年终检查（期限 12月10日，责任 机关党委）
    未填报：得分甲（检查表）
`,
    });
    expect(await assess(['status', policy, records, '--lang', 'en'])).toMatchObject({ exitCode: 0 });
  });

  test('speaks JSON, and knows what is no date and no procedure', async () => {
    const { stdout } = await assess(['status', policy, records, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'assess/status/1',
      subjects: [{ subject: '一' }, { subject: '二' }],
    });
    expect(await assess(['status', policy, records, '--as-of', '2024-02-30'])).toMatchObject({ exitCode: 2 });
    expect((await assess(['status', ...cohort])).stderr).toContain('没有“程序”一章');
  });
});

describe('fmt', () => {
  test('leaves what is formatted', async () => {
    const text = readFileSync(join(fixtures, '支部.assess'), 'utf8');
    expect(await assess(['fmt', '-'], { stdin: text })).toEqual({ exitCode: 0, stdout: text, stderr: '' });
    expect(await assess(['fmt', '--check', '支部.assess'])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('formats in place, and tells what is not formatted', async () => {
    const path = copy('支部.assess');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('\n  ', '\n        '));
    expect(await assess(['fmt', '--check', path])).toMatchObject({ exitCode: 1, stdout: `${path}\n` });
    expect(await assess(['fmt', '--write', path])).toMatchObject({ exitCode: 0, stdout: '' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('turns the keywords into English and back', async () => {
    const text = readFileSync(join(fixtures, '支部.assess'), 'utf8');
    const english = await assess(['fmt', '--vocabulary', 'en', '-'], { stdin: text });
    expect(english.stdout).toContain('standard 学习 100 points {');
    const back = await assess(['fmt', '--vocabulary', 'zh', '-'], { stdin: english.stdout });
    expect(back.stdout).toBe(text);
  });

  test('leaves a file with syntax errors', async () => {
    const path = copy('有错.assess');
    const ended = await assess(['fmt', '--write', path]);
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toContain(`${path} 没有整理：请先改正以上错误。`);
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(fixtures, '有错.assess'), 'utf8'));
  });
});

test('compile writes a module that others can use', async () => {
  const out = join(folder, 'compiled');
  const ended = await assess(['compile', '支部.assess', '--out', out]);
  expect(ended).toMatchObject({ exitCode: 0, stdout: '' });
  expect(readdirSync(out).toSorted()).toEqual(['支部.d.mts', '支部.mjs']);
  const compiled: unknown = await import(join(out, '支部.mjs'));
  expect(compiled).toHaveProperty('manifest.policy.title', '支部考核');
});
