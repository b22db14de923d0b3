/** Hover texts: a policy with cursor marks (‸ before the character under the cursor), and what is told at each. */

import { expect, test } from 'vitest';
import { analyze, describeAt, type Locale, SourceFile } from '../../src/index.ts';

const marked = `办法 "支部考核" 版本 2024
满分 100分

考核对象 ‸支部 {
  ‸类别: 机关 | ‸企业
}

‸总分 {
  ‸方式 日常 占40% 采用 ‸评价标准
  方式 ‸年终 占60% 采用 评价标准
}

评分表 ‸评价标准 100分 {
  维度 ‸组织 60分 {
    标准 "按期换届" ‸60分 {
      填报 ‸换届: 是否 来源 "批复"
      分档 { 换届 = 是 ‸得满分；其余 得0分 }
    }
  }
  维度 作风 40分 {
    填报 满意率: 百分比 0至100%
    定义 ‸折算 = 满意率 × 80%
    按比例 ‸折算
    扣分 投诉 封顶5分 {
      情形 ‸有责投诉 "经查属实" 每件扣1分 ‸封顶3分
    }
  }
}

负面清单 封顶10分 {
  情形 F01 "违纪" 扣5分 一票否决 最高评为 ‸合格
}

等次 {
  ‸优秀 90分以上 且 ‸日常·组织 不低于85%，名额30% 按 类别 向下取整 同分 按 ‸年终 仍同 均入选
  合格 其余
}
`;

/** The text without its marks, and the offsets where they stood. */
function unmark(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const parts = text.split('‸');
  let offset = 0;
  const offsets = parts.slice(0, -1).map((part) => (offset += part.length));
  return { text: parts.join(''), offsets };
}

function hover(source: SourceFile, offset: number, locale: Locale): string {
  const described = describeAt(analyze(source), offset);
  if (described === null) return 'nothing';
  return `${source.text.slice(described.span.start, described.span.end)}\n\n${described.text[locale]}`;
}

test.each(['zh', 'en'] as const)('in %s', async (locale) => {
  const { text, offsets } = unmark(marked);
  const source = new SourceFile('hover.assess', text);
  expect(analyze(source).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const told = offsets.map((offset) => {
    const { line, column } = source.lines.at(offset);
    return `# ${line}:${column} ${hover(source, offset, locale)}\n`;
  });
  await expect(told.join('\n')).toMatchFileSnapshot(`golden/hover.${locale}.md`);
});

test('nothing stands between words, in texts and behind the end', () => {
  const source = new SourceFile('a', '办法 "支部"');
  expect([2, 4, 7, 100].map((offset) => hover(source, offset, 'zh'))).toEqual([
    'nothing',
    'nothing',
    'nothing',
    'nothing',
  ]);
});

test('says of what depends on the other subjects that it does', () => {
  const text = `办法 "甲" 版本 2024
考核对象 乡镇
总分 10分 { 填报 得票: 整数 0至100个  定义 最好 = 全体最高（得票）  指标 民意 10分 { 按比例 得票 ÷ 最好，分母为零 得0分 } }
`;
  const told = (name: string): string =>
    describeAt(analyze(new SourceFile('', text)), text.lastIndexOf(name))?.text.zh ?? '';
  expect(told('最好')).toContain('与全体对象比较得出');
  expect(told('民意')).toContain('与全体对象比较得出');
  expect(told('得票 ÷')).not.toContain('与全体对象比较得出');
});
