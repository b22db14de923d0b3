import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { TestSuite } from '../../src/testing/run-tests.ts';

const policy = `办法 "覆盖" 版本 2024
考核对象 支部 { 类别: 机关 | 企业 }
对照表 目标 按 类别 { 机关 10次；企业 5次 }
总分 {
  标准 学习 60分 {
    填报 次数: 整数 0至20次
    分档 次数 { 10次以上 得60分；5次以上 得30分；其余 得0分 }
  }
  标准 会议 40分 {
    填报 会次: 整数 0至20次
    按比例 会次 ÷ 目标
    情形 缺席 { 1次 扣5分；2次以上 扣20分 }
    情形 迟到 每次扣1分 封顶3分
  }
}
等次 { 合格 60分以上；不合格 其余；当 迟到 发生，最高评为 不合格 }
结果运用 { 合格 { 表扬 } 不合格 { 约谈 } }
`;

/** The goals that were reached and those that were not, by line and clause. */
function coverageOf(tests: string): {
  readonly reached: string[];
  readonly missed: string[];
  readonly exact: string[];
} {
  const analysis = analyze(new SourceFile('覆盖.assess', policy + tests));
  expect(analysis.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const suite = new TestSuite(analysis);
  const { points } = suite.coverage(suite.run());
  const text = ({ text: clause, goal, place }: (typeof points)[number]): string => `${place.line} ${goal.zh} ${clause}`;
  return {
    reached: points.filter(({ counted, hits }) => counted && hits > 0).map(text),
    missed: points.filter(({ counted, hits }) => counted && hits === 0).map(text),
    exact: points.filter(({ counted, hits }) => !counted && hits > 0).map(text),
  };
}

describe('coverage', () => {
  test('is nothing without tests', () => {
    expect(coverageOf('').reached).toEqual([]);
  });

  test('tells rows, sides, cases, caps, grades and consequences of what a record reached', () => {
    const { reached, missed, exact } = coverageOf(`测试 "一" {
  设 类别 = 企业  设 次数 = 5次  设 会次 = 5次  设 迟到 = 2次  设 缺席 = 2次
  应得 总分 = 48分
}`);
    // 学习 30; 会议 40 − 20 − 2 = 18; 48 分
    expect(reached).toEqual([
      '3 适用 企业 5次',
      '5 未得满分 标准 学习 60分',
      '7 不成立 10次以上',
      '7 适用 5次以上 得30分',
      '7 成立 5次以上',
      '9 未得满分 标准 会议 40分',
      '12 发生 情形 缺席',
      '12 适用 2次以上 扣20分',
      '13 未触及封顶 情形 迟到 每次扣1分 封顶3分',
      '13 发生 情形 迟到 每次扣1分 封顶3分',
      '16 不成立 60分以上',
      '16 评为 不合格 其余',
      '16 起作用 最高评为 不合格',
      '17 适用 约谈',
    ]);
    expect(missed).toContain('13 触及封顶 情形 迟到 每次扣1分 封顶3分');
    expect(missed).toContain('3 适用 机关 10次');
    expect(exact).toEqual(['7 恰在界限上 5次以上']);
  });

  test('is complete when every outcome came out', () => {
    const { missed } = coverageOf(`测试 "全" {
  设 次数、会次、类别、迟到、缺席 应得 总分 {
    10次、5次、企业、0次、0次、100分
    20次、0次、机关、9次、1次、60分
    5次、10次、机关、1次、2次、49分
    0次、0次、机关、0次、0次、0分
  }
}`);
    expect(missed).toEqual([]);
  });

  test('does not look at records that are refused', () => {
    expect(coverageOf('测试 "退回" { 设 次数 = 99次  应得 退回 }').reached).toEqual([]);
  });
});
