/** Tables of hundreds of rows: their code grows with them and no faster, and chooses the same row as the interpreter. */
import type { SubjectRecord } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { emitJavaScript } from '../../src/emit/js/emit-javascript.ts';
import { interpreter } from '../../src/interpret/interpreter.ts';
import type { Program } from '../../src/ir/ir.ts';

const forms: Readonly<Record<string, (rows: number) => string>> = {
  分档: (rows) =>
    `分档 次数 { ${range(rows)
      .map((row) => `不少于${rows - row}次 得${marksOf(row)}分`)
      .join('\n')}\n其余 得0分 }`,
  '当 … 得': (rows) =>
    range(rows)
      .map((row) => `当 次数 ≥ ${rows - row}次，得${marksOf(row)}分`)
      .join('\n'),
};

const marksOf = (row: number): string => `${100 - (row % 100)}.${row % 7}`;

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function programOf(lines: string): Program {
  const { program, analysis } = compile(
    `办法 "示例" 版本 2024\n考核对象 单位\n总分 { 标准 学习 101分 { 填报 次数: 整数 0至9999次\n${lines}\n} }`,
  );
  if (program === null) throw new Error(analysis.diagnostics.map(({ message }) => message.en).join('\n'));
  return program;
}

describe.each(Object.entries(forms))('%s', (_, lines) => {
  test('of 3000 rows is written three times as long as of 1000', () => {
    const [shorter, longer] = [1_000, 3_000].map((rows) => emitJavaScript(programOf(lines(rows))).module.length);
    expect((longer ?? 0) / (shorter ?? 1)).toBeLessThan(3.5);
  });

  test('of 40 rows gives what the interpreter gives', async () => {
    const program = programOf(lines(40));
    const { module } = emitJavaScript(program);
    const url = `data:text/javascript,${encodeURIComponent(module)}`;
    const loaded = (await import(url)) as { evaluate(record: SubjectRecord): { total: number } };
    const total = program.manifest.total.score;
    for (const count of range(43)) {
      const record = { 单位: '一', 次数: count };
      const value = interpreter(program).trace(record)[total];
      if (typeof value !== 'object') throw new Error('a total that is no number');
      expect(loaded.evaluate(record).total).toBe(Number(value.numerator) / Number(value.denominator));
    }
  });
});
