import { describe, expect, test } from 'vitest';
import { localeOfEnvironment } from '../src/locale.ts';
import { commands } from '../src/commands.ts';
import { assess } from './host.ts';

describe('the language', () => {
  test.each([
    [{}, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LANG: 'POSIX' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, 'zh'],
    [{ LC_ALL: '', LANG: 'en_US' }, 'en'],
  ])('of %o is %s', (environment, locale) => {
    expect(localeOfEnvironment(environment)).toBe(locale);
  });

  test.each([[['--lang', 'en', 'chek']], [['chek', '--lang=en']], [['--lang', 'zh', 'chek', '--lang', 'en']]])(
    'may be asked for anywhere: %o',
    async (given) => {
      const { exitCode, stderr } = await assess(given);
      expect(exitCode).toBe(2);
      expect(stderr).toBe('error: There is no command `chek`; did you mean `check`?\nAll commands: assess --help\n');
    },
  );

  test('is no language behind --', async () => {
    const { stderr } = await assess(['check', '--', '--lang', 'en']);
    expect(stderr).toContain('无法读取 --lang');
  });

  test.each([[['--lang', 'fr']], [['--lang']], [['--lang=']]])('is refused: %o', async (given) => {
    const { exitCode, stderr } = await assess(given);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^错误：.*--lang.*\n可以写 zh（中文）或 en（英文）。\n$/);
  });
});

describe('wrong use', () => {
  test.each([
    ['run a', '缺少参数。'],
    ['compile', '缺少参数。'],
    ['compile a b', '多余的参数 `b`。'],
    ['check --fomat json a', '没有选项 `--fomat`，是否想写 `--format`？'],
    ['check --format jsn a', '`--format` 的值不能是 `jsn`，是否想写 `json`？可以是：pretty、json、github。'],
    ['check a --format', '缺少选项 `--format` 的值。'],
    ['check --max-warnings -1 a', '`--max-warnings` 的值 `-1` 无效。要写 0 以上的整数。'],
    ['check --max-warnings=x a', '`--max-warnings` 的值 `x` 无效。要写 0 以上的整数。'],
    ['check --fix --fix a', '选项 `--fix` 只能写一次。'],
    ['check -q a', '没有选项 `-q`。'],
    ['check --constructor a', '没有选项 `--constructor`。'],
    ['constructor', '没有命令 `constructor`。'],
    ['__proto__', '没有命令 `__proto__`。'],
    ['explain a b', '缺少选项 `--subject` 的值。'],
  ])('%s', async (line, message) => {
    const { exitCode, stdout, stderr } = await assess(line.split(' '));
    expect({ exitCode, stdout, first: stderr.split('\n')[0] }).toEqual({
      exitCode: 2,
      stdout: '',
      first: `错误：${message}`,
    });
  });
});

describe('help', () => {
  const names = Object.keys(commands);

  test.each([[[]], [['--help']], [['-h']], [['help']]])('of everything: %o', async (given) => {
    const { exitCode, stdout, stderr } = await assess(given);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const name of names) expect(stdout).toContain(`  ${name} `);
  });

  test.each(names.flatMap((name) => [[name, 'zh'] as const, [name, 'en'] as const]))(
    'of %s in %s',
    async (name, locale) => {
      const { exitCode, stdout } = await assess(['--lang', locale, name, '--help']);
      expect(exitCode).toBe(0);
      expect(await assess(['help', name, '--lang', locale])).toMatchObject({ exitCode: 0, stdout });
      await expect(stdout).toMatchFileSnapshot(`golden/help-${name}.${locale}.txt`);
    },
  );

  test('is as wide as the terminal, not wider', async () => {
    const { stdout } = await assess(['run', '--help']);
    const widths = stdout
      .split('\n')
      .map((line) =>
        Array.from(line, (unit) => (unit > '\u2fff' ? 2 : 1)).reduce((sum: number, width) => sum + width, 0),
      );
    // Lines of examples are commands to copy.
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });
});

test('the version', async () => {
  const { exitCode, stdout, stderr } = await assess(['--version']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^assess \d+\.\d+\.\d+\n$/);
});
