import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { TestSuite, type TestResult } from '../../src/testing/run-tests.ts';

const head = `办法 "保证" 版本 2024
考核对象 单位
总分 {
  标准 甲 60分 { 填报 a: 整数 0至60分  得分 = a }
  标准 乙 40分 { 填报 b: 整数 0至10次  分档 b { 8次以上 得20分；4次以上 得40分；其余 得10分 } }
}
负面清单 封顶10分 { 情形 F31 扣5分 一票否决 最高评为 合格；情形 F32 每次扣1分 封顶3分 }
等次 { 优秀 90分以上；合格 60分以上；不合格 其余 }
`;

function search(guarantees: string, text = head): readonly TestResult[] {
  const analysis = analyze(new SourceFile('policy.assess', text + guarantees));
  expect(analysis.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return new TestSuite(analysis).guarantees();
}

describe('a guarantee', () => {
  test('that holds is not proved, only not broken by so many records', () => {
    const [result] = search('保证 "否决" 若 F31 发生 则 等次 不高于 合格');
    expect(result).toMatchObject({ title: '保证 否决', passed: true, record: null });
    expect(result?.note?.zh).toMatch(/^\d{3,} 条记录中没有反例$/);
  });

  test('that does not hold is shown broken by a record with as few changes as will do', () => {
    const [result] = search('保证 若 F32 发生 则 等次 不高于 合格');
    expect(result).toMatchObject({ passed: false, note: { zh: '反例：满分记录，F32 = 1' } });
    expect(result?.record).toMatchObject({ F32: '1', a: '60' });
  });

  test('of monotony is broken where the total rises and falls in one figure', () => {
    const [result] = search('保证 单调');
    expect(result?.note?.zh).toContain('b 由 3 变为 4，总分由 70 变为 100；b 由 7 变为 8，总分由 100 变为 80');
  });

  test('of monotony is kept by a policy in which more is better throughout', () => {
    const [result] = search('保证 单调', head.replace('8次以上 得20分；4次以上 得40分', '4次以上 得40分'));
    expect(result).toMatchObject({ passed: true });
  });

  test('gives the same answer every time', () => {
    const guarantees = '保证 总分 高于20分 或 a 低于13分\n保证 单调';
    expect(search(guarantees)).toEqual(search(guarantees));
  });
});
