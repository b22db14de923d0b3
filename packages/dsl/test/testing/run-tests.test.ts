import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { runTests, type TestResult } from '../../src/testing/run-tests.ts';

const policy = `办法 "带测试的办法" 版本 2024
考核对象 支部 { 类别: 机关 | 下属  人数: 整数 1至200人 }
保留 1位小数
总分 {
  方式 日常 占40% 采用 细则
  方式 年终 占60% 采用 细则
}
评分表 细则 100分 {
  标准 甲 60分 { 填报 满意率: 百分比 0至100% 保留1位小数  按比例 满意率 }
  标准 乙 40分 {
    填报 报送日期: 日期
    限期 报送日期 不晚于 11月30日 { 逾期 每天扣2分 扣完为止；未报 不得分 }
    情形 差错 每次扣5分 扣完为止
  }
}
加分 表彰 封顶5分 就高不重复 按 事项 { 情形 国家级 每次加3分 登记 日期、事项  情形 省级 每次加2分 }
负面清单 封顶10分 { 情形 F01 扣5分 一票否决 最高评为 合格 }
等次 { 优秀 90分以上；合格 60分以上；不合格 其余；当 人数 少于3人，不定等次 }
`;

function results(tests: string, text = policy): readonly TestResult[] {
  const analysis = analyze(new SourceFile('policy.assess', text + tests));
  expect(analysis.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.zh)).toEqual(
    [],
  );
  return runTests(analysis);
}

function only(tests: string, text = policy): TestResult {
  const [first] = results(tests, text);
  if (first === undefined) throw new Error('no test');
  return first;
}

describe('a test', () => {
  test('passes when everything that it expects holds', () => {
    const result = only(`样本 一般 来自 满分记录 { 设 日常·满意率 = 50%  设 类别 = 下属 }
测试 "满意率一半" 来自 一般 { 应得 日常·甲 = 30分  应得 总分 = 88分  应得 等次 = 合格  应得 等次 不高于 优秀  应得 F01 未发生 }`);
    // 日常 30 + 40 = 70, 年终 100: 28 + 60 = 88
    expect(result).toMatchObject({ title: '满意率一半', passed: true, issues: [] });
    expect(result.expectations.map(({ passed }) => passed)).toEqual([true, true, true, true, true]);
  });

  test('fails with what came out and what should have', () => {
    const result = only(
      `测试 "错的" 来自 满分记录 { 设 F01 = 是  应得 总分 = 100分  应得 等次 = 优秀  应得 日常·满意率 低于60% }`,
    );
    expect(result.passed).toBe(false);
    expect(result.expectations.map(({ text, sides }) => [text, ...sides.map(({ value }) => value.zh)])).toEqual([
      ['总分 = 100分', '95分', '100分'],
      ['等次 = 优秀', '合格', '优秀'],
      ['日常·满意率 低于60%', '100%', '60%'],
    ]);
  });

  test('sets figures, dates, options, events and what is not reported', () => {
    const result = only(`测试 "各种" 来自 满分记录 {
  设 日常·报送日期 = 12月3日
  设 年终·报送日期 = 未报
  设 日常·差错 = 2次
  设 国家级 = {（日期：2024年5月1日，事项：“文明单位”）}
  设 省级 = {（事项：“文明单位”）（事项：“先进集体”）}
  应得 日常·乙 = 24分
  应得 年终·乙 = 0分
  应得 表彰 = 5分
}`);
    // 日常·乙 40 − 3 × 2 − 2 × 5 = 24; 表彰 3 + 2 = 5
    expect(result.expectations.map(({ text, passed }) => [text, passed])).toEqual([
      ['日常·乙 = 24分', true],
      ['年终·乙 = 0分', true],
      ['表彰 = 5分', true],
    ]);
    expect(result.record).toMatchObject({ '日常.报送日期': '2024-12-03', '日常.差错': '2' });
    expect(result.record).not.toHaveProperty('年终.报送日期');
  });

  test('whose record cannot be assessed says why', () => {
    const result = only(`测试 "没有数据" { 设 人数 = 500人  应得 总分 = 0分 }`);
    expect(result.passed).toBe(false);
    expect(result.expectations).toEqual([]);
    expect(result.issues.map(({ zh }) => zh).join('\n')).toMatch(
      /`人数` 的值 500人 超出范围[^]*`日常.满意率` 没有填报/,
    );
  });

  test('without a grade fails any comparison with one', () => {
    const result = only(
      `测试 "不定等次" 来自 满分记录 { 设 人数 = 2人  应得 等次 = 优秀  应得 等次 不高于 优秀  应得 总分 = 100分 }`,
    );
    expect(result.expectations.map(({ passed }) => passed)).toEqual([false, false, true]);
  });
});

test('an option may be set in a sheet that is used twice', () => {
  const text = `办法 "两次" 版本 2024
考核对象 支部
总分 { 方式 日常 占40% 采用 细则  方式 年终 占60% 采用 细则 }
评分表 细则 100分 { 标准 甲 100分 { 填报 质量: 好 | 差  按 质量 { 好 100%；差 50% } } }
`;
  expect(only('测试 "差" 来自 满分记录 { 设 日常·质量 = 差  应得 总分 = 80分 }', text).passed).toBe(true);
});

describe('a record that cannot be made', () => {
  // Where the checker objects too, the run still has to end well.
  test.each([
    ['设 总分 = 3分', '`总分` 不是填报的数据，不能设定'],
    ['设 人数 = 人数', '`人数` 设定的值应是常数'],
  ])('%s', (line, message) => {
    const text = `${policy}测试 "不成" 来自 满分记录 { ${line}  应得 总分 = 1分 }`;
    const [result] = runTests({ ...analyze(new SourceFile('policy.assess', text)), diagnostics: [] });
    expect(result).toMatchObject({ passed: false, expectations: [] });
    expect(result?.issues.map(({ zh }) => zh)).toEqual([message]);
  });

  test('of samples that start from each other', () => {
    const text = `${policy}样本 一 来自 二 { 设 人数 = 1人 }
样本 二 来自 一 { 设 人数 = 2人 }
测试 "绕回" 来自 一 { 应得 总分 = 1分 }`;
    const [result] = runTests({ ...analyze(new SourceFile('policy.assess', text)), diagnostics: [] });
    expect(result?.issues.map(({ zh }) => zh)).toEqual(['样本绕回了自己']);
  });
});

describe('满分记录 and 零分记录', () => {
  test('are the best and the worst of every figure, with nothing that occurred', () => {
    const [full, zero] = results(`测试 "满分" 来自 满分记录 { 应得 总分 = 100分  应得 等次 = 优秀 }
测试 "零分" 来自 零分记录 { 应得 总分 = 0分 }`);
    expect(full).toMatchObject({ passed: true, record: { '日常.满意率': '100', '年终.满意率': '100' } });
    expect(zero).toMatchObject({ passed: true, record: { '日常.满意率': '0' } });
    expect(full?.record).not.toHaveProperty('F01');
  });

  test('find what several figures give only together', () => {
    const both = `办法 "合起来" 版本 2024
考核对象 支部
总分 {
  标准 甲 30分 {
    填报 a: 整数 0至24次
    填报 b: 整数 0至48次
    当 a 不少于2次 且 b 不少于4次，得30分
    当 a 不少于1次 且 b 不少于2次，得20分
    当 a 不少于1次 或 b 不少于2次，得10分
  }
  标准 乙 30分 { 填报 完成: 整数 0至90件  填报 目标: 整数 0至90件  按比例 完成 ÷ 目标，分母为零 得0分 }
  标准 丙 20分 { 填报 缺席: 整数 0至30次  填报 迟到: 整数 0至30次  当 缺席 少于3次 且 迟到 少于3次，得20分 }
  标准 丁 20分 { 填报 误差: 百分比 -20%至20%  分档 误差 { -1%至1% 得20分；-5%至5% 得10分；其余 得0分 } }
}
`;
    const [full, zero] = results(
      `测试 "满分" 来自 满分记录 { 应得 总分 = 100分 }
测试 "零分" 来自 零分记录 { 应得 总分 = 0分 }`,
      both,
    );
    expect(full?.passed).toBe(true);
    expect(zero?.passed).toBe(true);
  });

  test('prefer a record that meets the requirements and has a grade', () => {
    const ballot = `办法 "测评" 版本 2024
考核对象 支部
总分 { 方式 述职 占100% { 测评 评议 {
  填报 应到人数: 整数 1至50人
  选项 { 好 100分  差 0分  弃权 不计 }
  群体 { 领导 占40%  群众 占60% }
  空组 计零分
  参评率 按 应到人数 不低于80%，否则 不定等次
} } }
等次 { 优秀 90分以上；合格 其余 }
`;
    const [full, zero] = results(
      `测试 "满分" 来自 满分记录 { 应得 总分 = 100分  应得 等次 = 优秀 }
测试 "零分" 来自 零分记录 { 应得 总分 = 0分  应得 等次 = 合格 }`,
      ballot,
    );
    expect(full).toMatchObject({ passed: true });
    expect(zero).toMatchObject({ passed: true });
  });

  test('are the same whenever they are made', () => {
    const tests = `测试 "满分" 来自 满分记录 { 应得 总分 = 100分 }`;
    expect(results(tests)).toEqual(results(tests));
  });
});

describe('a table', () => {
  test('is a test a row, each with what stands outside of it', () => {
    const found = results(`样本 一般 来自 满分记录 { 设 日常·满意率 = 50% }
测试 "满意率" 来自 一般 {
  设 类别 = 下属
  应得 日常·乙 = 40分
  设 年终·满意率、F01，应得 总分、等次 {
    100%、否、88分、合格
    "否决"：100%、是、80分以上、不高于 合格
    50%、否、76分、优秀
  }
}`);
    // 日常 30 + 40 = 70, 年终 100: 28 + 60 = 88; F01 −5; 年终 70: 28 + 42 = 70
    expect(found.map(({ title, passed }) => [title, passed])).toEqual([
      ['满意率：100%、否', true],
      ['满意率：否决', true],
      ['满意率：50%、否', false],
    ]);
    expect(found[2]?.expectations.map(({ text, passed, sides }) => [text, passed, sides[0]?.value.zh])).toEqual([
      ['总分 = 76分', false, '70分'],
      ['等次 = 优秀', false, '合格'],
      ['日常·乙 = 40分', true, '40分'],
    ]);
  });

  test('may end a row with the line, before a negative figure or a parenthesis', () => {
    const text = `办法 "误差" 版本 2024
考核对象 支部
总分 { 标准 甲 100分 { 填报 误差: 百分比 -20%至20%  分档 误差 { -5%至5% 得满分；其余 得0分 } } }
等次 { 合格 60分以上  不合格 其余 }
`;
    const found = results(
      `测试 "误差" 来自 满分记录 {
  设 误差 应得 总分、等次 {
    -5%、100分、合格
    -6%、0分、不合格
    6%、（50分 - 50分）、不合格
    （5%）、100分、合格
  }
}`,
      text,
    );
    expect(found.map(({ passed }) => passed)).toEqual([true, true, true, true]);
  });
});

describe('what is expected beside figures', () => {
  const use = `结果运用 { 优秀 { 对 书记 奖励 "先进" 金额500元 } 合格 { 约谈 期限30天 } }\n`;

  test('is that the record is refused', () => {
    const found = results(`测试 "退回" 来自 满分记录 { 设 人数 = 500人  应得 退回 "超出范围" }
测试 "另外的原因" 来自 满分记录 { 设 人数 = 500人  应得 退回 "没有填报" }
测试 "没有退回" 来自 满分记录 { 应得 退回  应得 总分 = 1分 }`);
    expect(found.map(({ passed }) => passed)).toEqual([true, false, false]);
    expect(found[1]?.expectations[0]?.instead?.zh).toContain('超出范围');
    expect(found[2]?.expectations[0]?.instead?.zh).toBe('记录没有退回');
  });

  test('are consequences', () => {
    const found = only(`${use}测试 "用" 来自 满分记录 {
  应得 结果包含 奖励  应得 结果包含 对 书记 奖励 "先进" 金额500元  应得 结果不含 约谈
  应得 结果包含 对 委员 奖励  应得 结果包含 奖励 金额600元  应得 结果不含 奖励
}`);
    expect(found.expectations.map(({ passed }) => passed)).toEqual([true, true, true, false, false, false]);
    expect(found.expectations[3]?.instead?.zh).toBe('结果运用是 奖励');
  });

  test('is no grade, which has no consequences', () => {
    const found = only(`${use}测试 "用" 来自 满分记录 { 设 人数 = 2人
  应得 不定等次  应得 结果不含 奖励  应得 取消评优
}`);
    expect(found.expectations.map(({ passed }) => passed)).toEqual([true, true, false]);
  });
});
