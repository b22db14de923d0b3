/** Several files as one policy: which files are read, what is seen from where, and that no text can do harm. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { compile } from '../../src/compile.ts';
import { fileName } from '../../src/compose/file-name.ts';
import type { Load } from '../../src/compose/load.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { severalFiles } from '../several-files.ts';

function analysed(whole: string) {
  const { text, load } = severalFiles(whole);
  return analyze(new SourceFile('main', text), { load });
}

function codes(whole: string): readonly string[] {
  return analysed(whole).diagnostics.map(({ code }) => code);
}

const head = '办法 "例" 版本 2024\n考核对象 单位\n';
const total = '总分 { 标准 甲 100分 { 填报 次数: 整数 0至12次  按比例 次数 ÷ 目标 } }\n';

describe('names of files', () => {
  test.each([
    ['公共/标准.assess', null, '公共/标准.assess'],
    ['./a/../b.assess', null, 'b.assess'],
    ['../b.assess', 'a/c.assess', 'b.assess'],
    ['../b.assess', 'c.assess', '../b.assess'],
    ['b.assess', '../x/c.assess', '../x/b.assess'],
    ['库:等次.assess', 'a/c.assess', '库:等次.assess'],
    ['library：grades.assess', null, '库:grades.assess'],
    ['b.assess', '库:等次.assess', '库:b.assess'],
  ])('%s in %s is %s', (written, importer, name) => expect(fileName(written, importer)).toEqual({ name }));

  test.each([
    '/etc/a.assess',
    'C:/a.assess',
    'http://a/b.assess',
    'a\\b.assess',
    'a.txt',
    '.assess',
    '',
    '库:../a.assess',
    'a\n.assess',
  ])('%j is none', (written) => expect(fileName(written, null)).toHaveProperty('problem'));
});

describe('what is seen', () => {
  test('names that are not imported do not meet', () => {
    const text = `${head}引入 定额 来自 "a.assess"\n定义 目标 = 定额 × 2\n${total}// 文件：a.assess\n定义 目标 = 6次\n定义 定额 = 目标\n`;
    expect(codes(text)).toEqual([]);
    const { program } = compile(new SourceFile('main', severalFiles(text).text), { load: severalFiles(text).load });
    expect(program?.manifest.inputs.map(({ key }) => key)).toEqual(['次数']);
  });

  test('a name of another file is unknown where it is not imported', () => {
    expect(
      codes(`${head}引入 定额 来自 "a.assess"\n${total}// 文件：a.assess\n定义 定额 = 6次\n定义 目标 = 6次\n`),
    ).toContain('name/unknown');
  });

  test('what stands in another file is said with that file', () => {
    const { source, diagnostics } = analysed(
      `${head}引入 目标 来自 "a.assess"\n${total}// 文件：a.assess\n// 说明\n定义 目标 = 没有\n`,
    );
    const [first] = diagnostics;
    expect(first?.code).toBe('name/unknown');
    expect(source.lines.at(first?.span.start ?? 0)).toEqual({ line: 2, column: 9 });
    expect(source.partAt(first?.span.start ?? 0).name).toBe('a.assess');
  });

  test('a suppression in another file acts there, and nothing but errors comes from it', () => {
    const part = '// 文件：a.assess\n定义 目标 = 6次\n// 忽略 structure/missing-cap：每件都要扣\n';
    expect(codes(`${head}引入 目标 来自 "a.assess"\n${total}${part}`)).toEqual([]);
  });

  test('the origin of a step names its file', () => {
    const text = `${head}引入 负面清单 来自 "x/a.assess"\n总分 { 标准 甲 100分 { 填报 b: 整数 0至100分  得分 = b } }\n// 文件：x/a.assess\n负面清单 封顶9分 { 情形 F1 扣5分 }\n`;
    const { program } = compile(new SourceFile('main', severalFiles(text).text), { load: severalFiles(text).load });
    expect(program?.manifest.total.adjustments[0]?.origin).toMatchObject({ file: 'x/a.assess', line: 1 });
    expect(program?.manifest.total.origin.file).toBeNull();
  });
});

describe('hostile imports', () => {
  test('names of objects are names', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(codes(`${head}引入 ${name} 来自 "${name}.assess"\n${total}`)).toContain('import/unreadable-file');
      expect(codes(`${head}引入 办法 ${name} 来自 "a.assess"\n${total.replace('目标', `${name}·总分`)}`)).toContain(
        'import/unreadable-file',
      );
    }
  });

  test('files that multiply come to an end', () => {
    let read = 0;
    const load: Load = (name) => {
      read++;
      const lines = Array.from({ length: 50 }, (_, index) => `引入 甲 来自 "${name.length}-${index}-${read}.assess"`);
      return { path: name, text: `${lines.join('\n')}\n定义 甲 = 1次\n` };
    };
    const { diagnostics } = analyze(new SourceFile('main', `${head}引入 甲 来自 "a.assess"\n`), { load });
    expect(diagnostics.some(({ code }) => code === 'import/too-many')).toBe(true);
    expect(read).toBeLessThan(200);
  });

  test('policies that multiply come to an end', () => {
    let read = 0;
    const load: Load = (name) => {
      read++;
      const lines = Array.from(
        { length: 5 },
        (_, index) => `引入 办法 甲${'abcde'[index] ?? ''} 来自 "${read}-${index}.assess"`,
      );
      return { path: name, text: `${head}${lines.join('\n')}\n总分 { 标准 甲 100分 }\n` };
    };
    const { diagnostics } = analyze(new SourceFile('main', `${head}引入 办法 甲 来自 "a.assess"\n`), { load });
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(read).toBeLessThan(100);
  });

  test('policies that use each other come to an end', () => {
    const b = `${head}引入 办法 甲 来自 "c.assess"\n总分 { 标准 乙 100分 { 得分 = 甲·总分 } }\n`;
    const c = b.replace('c.assess', 'b.assess');
    const text = `${b.replace('c.assess', 'b.assess')}// 文件：b.assess\n${b}// 文件：c.assess\n${c}`;
    expect(codes(text)).toContain('import/unsound-policy');
  });

  test('braces of one file do not close those of another', () => {
    expect(
      codes(`${head}引入 目标 来自 "a.assess"\n${total}// 文件：a.assess\n定义 目标 = 6次\n总分 { { {\n`),
    ).not.toContain('structure/missing-chapter');
  });
});
