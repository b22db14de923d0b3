import { format } from 'prettier/standalone';
import { expect, test } from 'vitest';
import { prettierPlugin } from '../../src/format/prettier-plugin.ts';

const options = { parser: 'assess', plugins: [prettierPlugin] };

test('runs under Prettier itself, with its options', async () => {
  expect(await format('总分{方式 甲 占100%;}// 末', options)).toBe('总分 {\n  方式 甲 占100%\n} // 末\n');
  expect(await format('满分 100分', { ...options, vocabulary: 'en' })).toBe('full marks 100 points\n');
});

test('tells Prettier where a mistake is', async () => {
  await expect(format('满分 100分\n总分 { 方式 自评占10% }', options)).rejects.toMatchObject({
    loc: { start: { line: 2, column: 9 } },
  });
});
