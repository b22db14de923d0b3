/** The server over a real process: what an editor says and gets. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DocumentFormattingRequest,
  HoverRequest,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import { Client } from './client.ts';

const uri = 'file:///%E5%85%9A%E5%BB%BA.assess';
const text = `办法 "支部考核" 版本 2024

考核对象 支部

总分 {
  方式 平时 占100% {
    填报 学习次数: 整数 0至12次
    按比例 学习次树 ÷ 12次
  }
}
`;

let client: Client;
beforeEach(() => {
  client = new Client();
});
afterEach(() => {
  client.connection.dispose();
});

describe('the server', () => {
  test('says what it can do, and ends as the protocol wants', async () => {
    const { capabilities } = await client.initialize();
    expect(capabilities).toEqual({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      documentFormattingProvider: true,
    });
    expect(await client.end()).toBe(0);
  });

  test('ends with 1 when the editor goes away without a word', async () => {
    await client.initialize();
    expect(await client.leave()).toBe(1);
  });
});

test('findings follow the text', async () => {
  await client.initialize({ locale: 'zh-cn' });
  await client.open(uri, text);
  const first = await client.published();
  expect(first).toMatchObject({ uri, version: 1 });
  expect(first.diagnostics.map(({ code, message, range }) => ({ code, message, range }))).toEqual([
    {
      code: 'name/unknown',
      message: expect.stringContaining('学习次数') as string,
      range: { start: { line: 7, character: 8 }, end: { line: 7, character: 12 } },
    },
  ]);
  const end = { line: 7, character: 12 };
  await client.change(uri, 2, { range: { start: { line: 7, character: 11 }, end }, text: '数' });
  const second = await client.published();
  expect(second).toMatchObject({ version: 2 });
  expect(second.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
  await client.close(uri);
  expect(await client.published()).toMatchObject({ uri, diagnostics: [] });
  await client.end();
});

/** The first finding that the server publishes next. */
async function message(): Promise<string | undefined> {
  const { diagnostics } = await client.published();
  return JSON.stringify(diagnostics[0]?.message);
}

describe('the language', () => {
  test.each([
    [{ locale: 'zh-CN' }, /没有/],
    [{ locale: 'en' }, /There is no/],
    [{ locale: 'de' }, /There is no/],
    [{}, /没有/],
    [{ locale: 'en', initializationOptions: { lang: 'zh' } }, /没有/],
  ])('with %o', async (params, expected) => {
    await client.initialize(params);
    await client.open(uri, text);
    expect(await message()).toMatch(expected);
  });

  test('follows the setting assess.lang, also of an editor that has to be asked', async () => {
    let lang = 'en';
    client.connection.onRequest(RegistrationRequest.type, () => {});
    client.connection.onRequest(ConfigurationRequest.type, () => [{ lang }]);
    await client.initialize({ locale: 'zh', capabilities: { workspace: { configuration: true } } });
    await client.open(uri, text);
    // The answer about the settings and the first findings may cross.
    let said = await message();
    if (/没有/.test(said ?? '')) said = await message();
    expect(said).toMatch(/There is no/);
    lang = 'zh';
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await message()).toMatch(/没有/);
  });

  test('follows settings that the editor pushes', async () => {
    await client.initialize({ locale: 'zh' });
    await client.open(uri, text);
    expect(await message()).toMatch(/没有/);
    const settings = { assess: { lang: 'en' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    expect(await message()).toMatch(/There is no/);
  });
});

test('hovers tell what stands under the cursor', async () => {
  await client.initialize();
  await client.open(uri, text);
  const hover = (line: number, character: number) =>
    client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  expect(await hover(6, 8)).toMatchObject({
    contents: { kind: 'markdown', value: expect.stringContaining('记录中的列：`学习次数`') as string },
    range: { start: { line: 6, character: 7 }, end: { line: 6, character: 11 } },
  });
  expect(await hover(7, 5)).toMatchObject({
    contents: { kind: 'markdown', value: expect.stringContaining('**按比例** · **in proportion**') as string },
  });
  expect(await hover(1, 0)).toBeNull();
  expect(await hover(999, 999)).toBeNull();
});

test('formatting is one small edit, and none where nothing is to be done', async () => {
  await client.initialize();
  const format = () =>
    client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    });
  const correct = text.replace('学习次树', '学习次数');
  await client.open(uri, correct.replace('填报 学习次数:', '填报   学习次数 ：'));
  const edits = await format();
  expect(edits).toHaveLength(1);
  expect(edits?.[0]?.range.start.line).toBe(6);
  await client.change(uri, 2, { text: correct });
  expect(await format()).toEqual([]);
  await client.change(uri, 3, { text: '总分 {' });
  expect(await format()).toEqual([]);
});

test('no text brings the server down', async () => {
  await client.initialize();
  for (const [index, hostile] of [
    '',
    '\u0000',
    '{'.repeat(5000),
    '总分 {'.repeat(300),
    `// ${'长'.repeat(1_000_000)}`,
  ].entries()) {
    await client.open(`${uri}${index}`, hostile);
    expect(await client.published()).toMatchObject({ uri: `${uri}${index}` });
  }
  expect(await client.end()).toBe(0);
});

test('what is wrong in an imported file stands at the line that imports it, as the open document has it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assess-lsp-'));
  writeFileSync(join(folder, 'part.assess'), '定义 目标 = 没有\n');
  const [policy, part] = ['policy.assess', 'part.assess'].map((name) => pathToFileURL(join(folder, name)).href);
  if (policy === undefined || part === undefined) throw new Error('two files');
  await client.initialize();
  await client.open(
    policy,
    '办法 "例" 版本 2024\n引入 目标 来自 "part.assess"\n考核对象 单位\n总分 { 标准 甲 100分 { 填报 a: 整数 0至9次  按比例 a ÷ 目标 } }\n',
  );
  expect((await client.published()).diagnostics).toMatchObject([
    {
      code: 'name/unknown',
      range: { start: { line: 1, character: 9 } },
      relatedInformation: [{ location: { uri: part, range: { start: { line: 0, character: 8 } } } }],
    },
  ]);
  await client.open(part, '定义 目标 = 9次\n');
  const told = [await client.published(), await client.published()];
  expect(told.find(({ uri: of }) => of === policy)?.diagnostics).toEqual([]);
  rmSync(folder, { recursive: true });
});
