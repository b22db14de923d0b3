/** The command as its users meet it: a process with streams, files, an exit code and two languages. */

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess, shell } from './start.ts';

const cohort = ['支部.assess', '记录.csv', '--events', '台账.csv'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-end-to-end-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each(['zh', 'en'])('in %s', (locale) => {
  test('a run is shown', async () => {
    const ended = await assess(['run', ...cohort, '--lang', locale]);
    await expect(ended.stdout).toMatchFileSnapshot(`golden/run.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('findings are shown', async () => {
    const ended = await assess(['check', '有错.assess', '--lang', locale]);
    await expect(ended.stdout).toMatchFileSnapshot(`golden/check.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 1, stderr: '' });
  });

  test('faults of records are shown', async () => {
    const stdin = '支部,类别,学习次数,__proto__,满意绿\n甲,事业,13,x,50\n甲,机关,,x,\n,机关,1,x,50\n';
    const ended = await assess(['run', '支部.assess', '-', '--lang', locale], { stdin });
    await expect(ended.stderr).toMatchFileSnapshot(`golden/faults.${locale}.txt`);
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
  });
});

test('streams can be piped through', async () => {
  const line = `cat 支部.assess | assess fmt --vocabulary en - | assess fmt --vocabulary zh - | diff - 支部.assess`;
  expect(await shell(line)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

describe('files that cannot be used', () => {
  test.each([
    ['missing', 'nowhere.assess', '无法读取 nowhere.assess：没有这个文件或目录。'],
    ['a folder', '.', '无法读取 .：这是一个目录，不是文件。'],
    ['below a file', '支部.assess/x', '无法读取 支部.assess/x：路径的一部分不是目录。'],
    ['with a name that is too long', 'x'.repeat(300), `无法读取 ${'x'.repeat(300)}：文件名过长。`],
  ])('%s', async (_, path, message) => {
    expect(await assess(['check', path])).toEqual({ exitCode: 2, stdout: '', stderr: `错误：${message}\n` });
  });

  test.each([
    ['binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), '标准输入 不是文本文件。'],
    [
      'broken UTF-8',
      Buffer.from([...Buffer.from('办法 "支'), 0xe9, 0x83, 0x0a]),
      '标准输入 不是有效的 UTF-8 文本：第 1 行（第 12 字节）有损坏的字符。',
    ],
    ['in another encoding', Buffer.from([0xb0, 0xec, 0xb7, 0xa8]), '标准输入 的编码是 GB18030，这里需要 UTF-8。'],
  ])('%s', async (_, stdin, message) => {
    const ended = await assess(['check', '-'], { stdin });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr.split('\n')[0]).toBe(`错误：${message}`);
  });

  test('standard input twice', async () => {
    const ended = await assess(['run', '-', '-']);
    expect(ended.exitCode).not.toBe(0);
    expect(ended.stderr).not.toContain(' at ');
  });
});

describe('output that cannot be written', () => {
  test('a full disk', async () => {
    const message = '磁盘已满。\n';
    expect(await assess(['run', ...cohort, '--output', '/dev/full'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `错误：无法写入 /dev/full：${message}`,
    });
    expect(await shell(`assess run ${cohort.join(' ')} > /dev/full`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `错误：无法写入标准输出：${message}`,
    });
  });

  test('a folder that is read-only', async () => {
    const readOnly = join(folder, 'read-only');
    mkdirSync(readOnly);
    writeFileSync(join(readOnly, '结果.csv'), '原有');
    chmodSync(folder, 0o755);
    chmodSync(readOnly, 0o555);
    // Root may write everywhere, so nobody tries.
    const user = process.getuid?.() === 0 ? { user: 65534 } : {};
    const path = join(readOnly, '结果.csv');
    const ended = await assess(['run', ...cohort, '--output', path], user);
    expect(ended).toEqual({ exitCode: 2, stdout: '', stderr: `错误：无法写入 ${path}：没有权限。\n` });
    expect(readFileSync(path, 'utf8')).toBe('原有');
    expect(readdirSync(readOnly)).toEqual(['结果.csv']);
  });

  test('a reader that goes away', async () => {
    expect(await shell(`assess run ${cohort.join(' ')} --format json | head -c 10`)).toMatchObject({
      stdout: '{\n  "schem',
      stderr: '',
    });
  });
});

test('the language server starts, says nothing unasked, and notices that the editor has gone', async () => {
  expect(await assess(['lsp', '--stdio'])).toEqual({ exitCode: 1, stdout: '', stderr: '' });
});

test('the language follows the environment, and --lang wins', async () => {
  expect((await assess(['nothing'], { env: { LANG: 'en_GB.UTF-8' } })).stderr).toMatch(/^error: There is no command/);
  expect((await assess(['nothing'], { env: { LC_ALL: 'en_GB' } })).stderr).toMatch(/^error: /);
  expect((await assess(['--lang=zh', 'nothing'], { env: { LC_ALL: 'en_GB' } })).stderr).toMatch(/^错误：/);
});

/** What a check shows on a terminal. */
async function onTerminal(environment: string): Promise<string> {
  const line = `export -f assess; ${environment} script -qec 'assess check 有错.assess' /dev/null`;
  const { stdout } = await shell(line, { env: { TERM: 'xterm-256color', SHELL: '/bin/bash' } });
  return stdout;
}

test('colours are for terminals that want them', async () => {
  expect(await onTerminal('')).toContain('\u001b[');
  expect(await onTerminal('NO_COLOR=1')).not.toContain('\u001b[');
  expect((await assess(['check', '有错.assess'])).stdout).not.toContain('\u001b[');
});
