import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/check/analyze.ts';
import { loadNothing } from '../../src/compose/load.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { mutantsOf } from '../../src/testing/mutation/mutants.ts';
import { tryMutants, type TriedMutant } from '../../src/testing/mutation/mutation-run.ts';

const policy = `办法 "变异" 版本 2024
考核对象 支部
总分 {
  标准 学习 60分 {
    填报 次数: 整数 0至20次
    分档 次数 { 10次以上 得60分；5次以上 得30分；其余 得0分 }
  }
  标准 会议 40分 {
    填报 会次: 整数 0至20次
    按比例 会次 ÷ 10次
    情形 迟到 每次扣1分 封顶3分
    情形 违纪 扣2分 一票否决 最高评为 不合格
  }
}
等次 { 合格 60分以上；不合格 其余 }
`;

function tried(tests: string, text = policy): readonly TriedMutant[] {
  const analysis = analyze(new SourceFile('变异.assess', text + tests));
  expect(analysis.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return [...tryMutants(analysis, { load: loadNothing, limit: null, most: 99, notices: () => false })];
}

/** The change as text. */
function change({ mutant: { edits } }: Pick<TriedMutant, 'mutant'>, text = policy): string {
  return edits.map(({ span, text: to }) => `${text.slice(span.start, span.end)}→${to}`).join(' ');
}

const complete = `测试 "行" {
  设 次数、会次、迟到、违纪 应得 学习、会议、等次 {
    10次、10次、0次、否、60分、40分、合格
    9次、10次、1次、否、30分、39分、合格
    5次、9次、3次、否、30分、33分、合格
    4次、10次、4次、否、0分、37分、不合格
    10次、10次、0次、是、60分、38分、不合格
    5次、10次、9次、否、30分、37分、合格
    10次、0次、0次、否、60分、0分、合格
    5次、7次、0次、否、30分、28分、不合格
    10次、1次、5次、否、60分、1分、合格
    5次、8次、3次、否、30分、29分、不合格
  }
}
`;

describe('mutants', () => {
  test('are changes of bounds, relations, points, caps and effects, and of shares by pairs', () => {
    const analysis = analyze(new SourceFile('变异.assess', policy));
    const changes = mutantsOf(analysis).map((mutant) => `${mutant.kind} ${change({ mutant })}`);
    expect(changes).toEqual([
      'shift 60→61 40→39',
      'relation 10次以上→高于 10次',
      'bound 10→11',
      'bound 10→9',
      'figure 60→59',
      'relation 5次以上→高于 5次',
      'bound 5→6',
      'bound 5→4',
      'figure 30→29',
      'figure 0→1',
      'figure 10→11',
      'figure 1→2',
      'figure 3→4',
      'figure 3→2',
      'figure 2→3',
      'grade 一票否决 最高评为 不合格→',
      'grade 不合格→合格',
      'relation 60分以上→高于 60分',
      'bound 60→61',
      'bound 60→59',
    ]);
  });

  test('of what can be recorded, of titles and of tests are none', () => {
    const analysis = analyze(new SourceFile('变异.assess', policy + complete));
    expect(mutantsOf(analysis)).toHaveLength(20);
  });

  test('that no test notices come with a test that does', () => {
    const survivors = tried('测试 "空" 来自 满分记录 { 应得 总分 = 100分 }').filter(
      ({ outcome }) => outcome === 'survived',
    );
    const pasted = survivors.map(({ test: text }) => text);
    expect(pasted).not.toContain(null);
    const again = tried(`测试 "空" 来自 满分记录 { 应得 总分 = 100分 }\n${pasted.join('\n')}\n`);
    expect(again.filter(({ outcome }) => outcome === 'survived').map((each) => change(each))).toEqual([]);
  });

  test('are noticed by good tests', () => {
    expect(
      tried(complete)
        .filter(({ outcome }) => outcome === 'survived')
        .map((each) => `${change(each)} ${each.test}`),
    ).toEqual([]);
  });

  test('come to the same whether a table or many tests notice them', () => {
    const rows = complete.split('\n').filter((line) => /^ {4}\d/u.test(line));
    const single = (row: string): string => `测试 "${row.trim()}" {\n${complete.split('\n')[1]}\n${row}\n  }\n}\n`;
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- only this test wants it
    const outcomes = (tests: string): readonly string[] =>
      tried(tests).map((each) => `${each.outcome} ${change(each)}`);
    for (const few of [rows, rows.slice(1), rows.slice(3)]) {
      const table = complete.replace(rows.join('\n'), few.join('\n'));
      expect(outcomes(few.map(single).join(''))).toEqual(outcomes(table));
    }
  });

  test('in English policies are written in English', () => {
    const english = `policy "Changes" version 2024
subjects branch
total {
  standard learning 100 points {
    input sessions: integer 0 to 20 times
    tiers sessions { 10 times or more earns 100 points; otherwise earns 0 points }
  }
}
grades { pass 60 points or more; fail otherwise }
`;
    const survivors = tried('test "none" from full_record { expect total = 100 points }\n', english).filter(
      ({ outcome }) => outcome === 'survived',
    );
    expect(survivors.map((each) => [change(each, english), each.test])).toContainEqual([
      '10 times or more→above 10 times',
      `test "10 times or more" from full_record {
  set sessions = 10 times
  expect learning = 100 points
}`,
    ]);
  });

  test('may be few, from everywhere', () => {
    const analysis = analyze(new SourceFile('变异.assess', policy + complete));
    const few = [...tryMutants(analysis, { load: loadNothing, limit: 4, most: 0, notices: () => false })];
    expect(few.map(({ mutant }) => mutant.kind)).toEqual(['shift', 'relation', 'figure', 'grade']);
  });
});
