/** What the analysis says of a text without mistakes: names, types, full marks. */
import { formatExact } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import { walk } from '../../src/ast/walk.ts';
import { analyze } from '../../src/check/analyze.ts';
import type { Analysis } from '../../src/check/analysis.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { recordKey } from '../../src/symbols/keys.ts';

const head = '办法 "事实" 版本 2024\n考核对象 单位 { 类别: 甲 | 乙 }\n';

function analysed(text: string): Analysis {
  const analysis = analyze(new SourceFile('facts.assess', head + text));
  expect(analysis.diagnostics.map(({ message }) => message.en)).toEqual([]);
  return analysis;
}

/** Each path of the text with what it means: kind, name and, in brackets, the method through which it is reached. */
function meanings({ tree, names, source }: Analysis): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const reference = node.kind === 'path' ? names.references.get(node) : undefined;
    if (reference === undefined) return;
    const { symbol, through } = reference;
    const written = source.text.slice(node.span.start, node.span.end);
    found.push(`${written} = ${symbol.kind} ${symbol.name}${through === null ? '' : ` (${through.name})`}`);
  });
  return found;
}

const twice = `总分 {
  方式 日常 占50% 采用 表
  方式 年终 占50% 采用 表
}
评分表 表 10分 {
  标准 学习 10分 { 填报 次数: 整数 0至60次  按比例 次数 ÷ 12次  情形 走过场 每次扣1分 封顶2分 }
}
等次 { 优秀 90分以上 且 年终·次数 不低于1次 且 年终·走过场 未发生；合格 其余 }
`;

describe('names', () => {
  test('reach a scorecard from inside as they are, from outside through the method', () => {
    expect(meanings(analysed(twice))).toEqual([
      '次数 = input 次数',
      '年终·次数 = input 次数 (年终)',
      '年终·走过场 = case 走过场 (年终)',
    ]);
  });

  test('stand in records behind the method where several use the scorecard', () => {
    const { names } = analysed(twice);
    const keys = names.symbols
      .filter(({ kind }) => kind === 'input' || kind === 'case')
      .flatMap((symbol) =>
        ['日常', '年终'].map((method) => ({
          symbol,
          through: names.symbols.find((each) => each.name === method) ?? null,
        })),
      )
      .map((reference) => recordKey(reference, names));
    expect(keys).toEqual(['日常.次数', '年终.次数', '日常.走过场', '年终.走过场']);
  });

  test('prefer what stands nearer, and the item to what is in it', () => {
    const text = `填报 量: 整数 1至9次
总分 {
  标准 近 50分 { 填报 比例: 百分比 0至100%  按比例 比例 }
  标准 比 50分 { 填报 比: 整数 0至9次  按比例 比 ÷ 量 }
}
等次 { 优秀 90分以上 且 比 不低于80%；合格 其余 }
`;
    expect(meanings(analysed(text))).toEqual(['比例 = input 比例', '比 = input 比', '量 = input 量', '比 = item 比']);
  });

  test('of options are read by the other side, whatever else bears them', () => {
    const text = `总分 {
  方式 自评 占100% {
    填报 评定: 优秀 | 合格
    按 评定 { 优秀 100%；合格 60% }
  }
}
等次 { 优秀 90分以上 且 评定 = 优秀；合格 其余  当 合格 = 评定 且 类别 = 乙，最高评为 合格 }
测试 "一" 来自 满分记录 { 设 评定 = 优秀  应得 等次 = 优秀 }
`;
    expect(meanings(analysed(text))).toEqual([
      '评定 = input 评定',
      '评定 = input 评定',
      '优秀 = option 优秀',
      '合格 = option 合格',
      '评定 = input 评定',
      '类别 = attribute 类别',
      '乙 = option 乙',
      '评定 = input 评定',
      '优秀 = option 优秀',
      '等次 = scale ',
      '优秀 = grade 优秀',
    ]);
  });

  test('may be those that every object has', () => {
    const text = `总分 {
  标准 __proto__ 100分 { 填报 constructor: __proto__ | toString  按 constructor { __proto__ 100%；toString 0% } }
}
`;
    expect(meanings(analysed(text))).toEqual(['constructor = input constructor']);
  });
});

/** Full marks and way of sharing of everything that has them, by name. */
function marksOf({ marks }: Analysis): Record<string, string> {
  const entries = [...marks].map(([node, { full, children }]) => {
    const name = node.kind === 'item' && node.title.kind === 'title' ? node.title.name?.text : node.kind;
    return [name ?? '', `${full === null ? '?' : formatExact(full)} ${children}`] as const;
  });
  return Object.fromEntries(entries);
}

/** The body of an item that is scored by one figure. */
function rule(name: string): string {
  return `{ 填报 ${name}: 百分比 0至100%  按比例 ${name} }`;
}

describe('full marks', () => {
  test('are as written, else the sum of the parts, else those of the scorecard, else 100', () => {
    const text = `总分 满分 15分 {
  方式 甲 占3份 { 标准 一 20分 ${rule('数一')}  标准 二 10分 ${rule('数二')} }
  方式 乙 占3份 采用 表
  方式 丙 占6份 ${rule('数三')}
  方式 丁 占3份 40分 { 指标 三 占50% ${rule('数四')}  指标 四 占50% ${rule('数五')} }
}
评分表 表 { 标准 五 12.5分 ${rule('数六')} }
`;
    expect(marksOf(analysed(text))).toEqual({
      total: '15 ratios',
      甲: '30 points',
      一: '20 none',
      二: '10 none',
      乙: '12.5 none',
      丙: '100 none',
      丁: '40 weights',
      三: '100 none',
      四: '100 none',
      scorecard: '12.5 points',
      五: '12.5 none',
    });
  });

  test('of the total come from their chapter where the total says nothing', () => {
    const text = '满分 50分\n总分 { 标准 一 50分 { 填报 率: 百分比 0至100%  按比例 率 } }\n';
    expect(marksOf(analysed(text))).toEqual({ total: '50 points', 一: '50 none' });
  });
});

describe('types', () => {
  test.each([
    ['经费 ÷ 人数', 'money'],
    ['次数 ÷ 人数', 'ratio'],
    ['次数 × 0.5分', 'points'],
    ['时长 ÷ 人数', 'hours'],
    ['率 × 经费', 'money'],
    ['取大（次数，3次）', 'count time'],
    ['若 通过 则 3次 否则 次数', 'count time'],
    ['得分率（一）', 'ratio'],
    ['按 类别 { 甲 3万元；乙 2万元 }', 'money'],
  ])('of %s is %s', (expression, expected) => {
    const text = `填报 经费: 小数 0至100万元
填报 人数: 整数 1至50人
填报 次数: 整数 0至60次
填报 时长: 小数 0至90小时
填报 率: 百分比 0至100%
填报 通过: 是否
定义 得数 = ${expression}
总分 { 标准 一 100分 { 得分 = 100分 } }
`;
    const { tree, types } = analyze(new SourceFile('types.assess', head + text));
    const define = tree.chapters.find((chapter) => chapter.kind === 'define');
    const type = define === undefined ? undefined : types.get(define.value);
    expect(type?.type === 'number' ? [type.dimension, type.counted].filter(Boolean).join(' ') : type).toBe(expected);
  });
});
