/** `assess init`: what it writes is a policy that checks clean, passes its tests and assesses its own table. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { assess } from './host.ts';

const templates = join(import.meta.dirname, '../../../policies/templates');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-init-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function expectSound(policy: string, data: string, locale: string): Promise<void> {
  expect(await assess(['check', policy, '--lang', locale])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await assess(['fmt', '--check', policy, '--lang', locale])).toMatchObject({ exitCode: 0, stdout: '' });
  expect(await assess(['test', policy, '--lang', locale])).toMatchObject({ exitCode: 0 });
  expect(await assess(['run', policy, data, '--lang', locale])).toMatchObject({ exitCode: 0, stderr: '' });
}

describe('assess init', () => {
  test.each([
    ['zh', '2026-数据.csv', 'chinese'],
    ['en', '2026-data.csv', 'english'],
  ])('starts as the shipped template in %s', async (locale, data, template) => {
    const ended = await assess(['init', folder, '--yes', '--year', '2026', '--lang', locale]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    const policy = join(folder, '2026.assess');
    await expectSound(policy, join(folder, data), locale);
    await expect(readFileSync(policy, 'utf8')).toMatchFileSnapshot(`${templates}/${template}.assess`);
    await expect(readFileSync(join(folder, data), 'utf8')).toMatchFileSnapshot(`${templates}/${template}.csv`);
  });

  test.each([
    ['自评100', '甲100'],
    ['测评 100%', '甲 50分、乙 50分'],
    ['日常=40，年终=60', 'A 1,B 99'],
    ['总分 40、标准 60', '等次 40、当 60'],
    ['__proto__ 40、constructor 60', 'toString 100'],
    ['甲·乙 50、2026年 50', '“乙” 50'.replaceAll(/[“”]/gu, '') + '、（丙） 50'],
  ])('takes whatever methods and dimensions there are: %s', async (methods, dimensions) => {
    const given = ['--organisation', '某局', '--subject', '部门', '--year', '2025'];
    const ended = await assess(['init', folder, ...given, '--methods', methods, '--dimensions', dimensions, '--yes']);
    expect(ended, ended.stderr).toMatchObject({ exitCode: 0, stderr: '' });
    await expectSound(join(folder, '2025.assess'), join(folder, '2025-数据.csv'), 'zh');
  });

  test.each([
    [['--methods', '甲 40、乙 50'], '考核方式 共 2 项，合计 90'],
    [['--methods', '甲、乙 50'], '考核方式 `甲` 没有写明比例'],
    [['--methods', '甲 50、甲 50'], '考核方式 `甲` 写了两次'],
    [['--dimensions', '】甲 100'], '不能作名称'],
    [['--organisation', '\u202e某'], '不能作名称'],
    [['--year', '26'], '年度 `26` 不是四位年份'],
  ])('refuses what cannot be: %j', async (given, message) => {
    const ended = await assess(['init', folder, ...given, '--yes']);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain(message);
  });

  test('never replaces a file', async () => {
    writeFileSync(join(folder, '2026-数据.csv'), '自己的数据');
    const ended = await assess(['init', folder, '--yes', '--year', '2026']);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain('已经存在');
    expect(readFileSync(join(folder, '2026-数据.csv'), 'utf8')).toBe('自己的数据');
  });

  test('asks at a terminal, and again where the answer cannot be', async () => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const answers = ['某厂', '车间', '产量 70、安全 40', '产量 70、安全 30', '甲 100'];
    let asked = '';
    stderr.on('data', (chunk: Buffer) => {
      asked += chunk.toString('utf8');
      if (!asked.endsWith('] ')) return;
      asked = '';
      const answer = answers.shift();
      if (answer !== undefined) stdin.write(`${answer}\n`);
    });
    const code = await main(['init', folder, '--year', '2030'], { stdin, stdout, stderr, env: {} });
    expect(code).toBe(0);
    expect(answers).toEqual([]);
    const text = readFileSync(join(folder, '2030.assess'), 'utf8');
    expect(text).toContain('办法 "某厂2030年度车间考核办法" 版本 2030');
    expect(text).toContain('方式 安全 占30% 采用 评价标准');
  });
});
