import { readdirSync, readFileSync } from 'node:fs';
import { formatExact } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { interpreter } from '../../src/interpret/interpreter.ts';
import type { Program } from '../../src/ir/ir.ts';
import { lower } from '../../src/ir/lower/lower.ts';
import { print } from '../../src/ir/print.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const goldens = new URL('goldens/', import.meta.url);

function lowered(text: string): Program {
  const analysis = analyze(new SourceFile('policy.assess', text));
  expect(analysis.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return lower(analysis);
}

describe('the program of a policy', () => {
  const names = readdirSync(goldens).filter((name) => name.endsWith('.assess'));
  test.each(names)('%s', async (name) => {
    const text = readFileSync(new URL(name, goldens), 'utf8');
    await expect(print(lowered(text))).toMatchFileSnapshot(`goldens/${name.replace('.assess', '.ir')}`);
  });
});

const small = `办法 "小" 版本 2024
考核对象 单位
总分 {
  标准 甲 "标题" 10分 依据 "第一条" { // 备注
    填报 a: 百分比 0至100%
    按比例 a
    情形 差错 "写错" 每次扣1分 封顶3分
  }
}`;

describe('the manifest', () => {
  const { manifest, steps } = lowered(small);
  const [item] = manifest.total.children;

  test('says where everything stands, in the words of the drafter', () => {
    expect(item?.origin).toEqual({ file: null, line: 4, column: 3, text: '标准 甲 "标题" 10分 依据 "第一条"' });
    expect(item?.rule.origin).toEqual({ file: null, line: 6, column: 5, text: '按比例 a' });
    expect(item?.adjustments[0]?.origin.text).toBe('情形 差错 "写错" 每次扣1分 封顶3分');
    expect(item).toMatchObject({ id: '甲', name: '甲', title: '标题', basis: ['第一条'] });
  });

  test('says of an effect on the grade the whole clause, the title of its case and what is measured', () => {
    const text = `办法 "因" 版本 2024
考核对象 单位
总分 {
  方式 述职 占50% {
    测评 民主测评 {
      填报 应到人数: 整数 1至100人
      选项 { 好 100分  差 0分 }
      参评率 按 应到人数 不低于80%，否则 不定等次
    }
  }
  方式 报告 占50% 10分 {
    情形 差错 "写错" 每次扣1分 封顶3分 一票否决 最高评为 合格
    情形 迟到 每3次扣1分 不足不计 封顶3分
    情形 缺席 { 1次 扣1分；2次以上 扣2分 最高评为 合格 }
  }
}
等次 { 优秀 90分以上；合格 其余 }`;
    const { scale, total } = lowered(text).manifest;
    const effects = scale?.effects.map(({ cause, title, origin, figures }) => [
      cause,
      title,
      origin.text,
      figures.map(({ label }) => label.zh),
    ]);
    expect(effects).toEqual([
      ['民主测评', null, '参评率 按 应到人数 不低于80%，否则 不定等次', ['参评率']],
      ['差错', '写错', '每次扣1分 封顶3分 一票否决 最高评为 合格', []],
      ['缺席', null, '2次以上 扣2分 最高评为 合格', []],
    ]);
    expect(total.children[1]?.adjustments).toMatchObject([
      { name: '差错', everyTime: true },
      { name: '迟到', everyTime: false },
      { name: '缺席', everyTime: false },
    ]);
  });

  test('gives every step the span of the clause that it computes', () => {
    for (const { origin } of steps) {
      expect(origin.start).toBeLessThan(origin.end);
      expect(origin.end).toBeLessThanOrEqual(small.length);
    }
  });

  test('is the same whenever it is made', () => {
    expect(lowered(small)).toEqual(lowered(small));
  });
});

describe('lowering', () => {
  test('refuses an analysis with errors', () => {
    const analysis = analyze(new SourceFile('policy.assess', '总分 { 标准 甲 10分 { 得分 = 乙 } }'));
    expect(() => lower(analysis)).toThrow('a policy with errors has no program');
  });

  test('computes nothing twice', () => {
    const { manifest, steps } = lowered(small);
    const texts = steps.map(({ value }) =>
      JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)),
    );
    expect(new Set(texts).size).toBe(manifest.steps.length);
  });

  test('takes long chains and deep brackets', () => {
    const chain = Array.from({ length: 400 }, () => 'a').join(' + ');
    const deep = `${'（'.repeat(98)}a${'）'.repeat(98)}`;
    const program = lowered(`办法 "长" 版本 2024
考核对象 单位
总分 {
  标准 甲 10分 { 填报 a: 小数 0至1分  得分 =（${chain}）÷ 400 }
  标准 乙 10分 { 得分 = ${deep} }
}`);
    const trace = interpreter(program).trace({ 单位: '一', a: '0.5' });
    const value = trace[program.manifest.total.score];
    expect(typeof value === 'object' && formatExact(value)).toBe('1');
  });

  test('halves the tables of many options', () => {
    const units = Array.from({ length: 400 }, (_, index) => `县${String.fromCodePoint(0x4e00 + index)}`);
    const rows = units.map((name, index) => `${name} ${index + 1}次`).join('；');
    const program = lowered(`办法 "表" 版本 2024
考核对象 单位 { 名: ${units.join(' | ')} }
对照表 目标 按 名 { ${rows} }
总分 { 标准 甲 10分 { 填报 a: 整数 0至400次  按比例 a ÷ 目标 } }`);
    const evaluator = interpreter(program);
    const { score } = program.manifest.total;
    // 200 of 400, 200 of 200, 100 of 300: 5, 10, 10/3
    for (const [unit, done, expected] of [
      [399, 200, '5'],
      [199, 200, '10'],
      [299, 100, '10/3'],
    ] as const) {
      const value = evaluator.trace({ 单位: '一', 名: units[unit], a: done })[score];
      expect(typeof value === 'object' && formatExact(value)).toBe(expected);
    }
    expect(Math.max(...program.steps.map(({ value }) => depthOf(value)))).toBeLessThan(30);
  });
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
