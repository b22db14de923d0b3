import { SourceFile } from '@assess/dsl';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Output } from '../src/io/output.ts';
import { excerptOf } from '../src/report/excerpt.ts';
import { layOutTable } from '../src/report/text-table.ts';
import { visible } from '../src/io/visible.ts';
import { pad, widthOf, wrap, wrapEvenly } from '../src/io/width.ts';

describe('widths', () => {
  test('are columns of a terminal', () => {
    expect(['abc', '党建', '，', '𠮷', 'é', '', '…'].map(widthOf)).toEqual([3, 4, 2, 2, 1, 0, 1]);
    expect(pad('党建', 6)).toBe('党建  ');
    expect(pad('1', 3, 'left')).toBe('  1');
  });

  test.each([
    ['权重合计应为百分之百', 8, ['权重合计', '应为百分', '之百']],
    ['标点不在行首，也不', 12, ['标点不在行', '首，也不']],
    ['（括号不在行末）', 6, ['（括号', '不在行', '末）']],
    ['two words', 5, ['two', 'words']],
    ['an unbreakableword', 5, ['an', 'unbre', 'akabl', 'eword']],
    ['中文 and English', 8, ['中文 and', 'English']],
    ['', 5, ['']],
    ['  开头的空格', 20, ['  开头的空格']],
    ['一次扣 0.5 分，见第 29 行', 14, ['一次扣', '0.5 分，见', '第 29 行']],
    ['F01 发生违纪', 6, ['F01 发', '生违纪']],
  ])('wrap %s', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('leave room on the first line for what stands before it', () => {
    expect(wrap('标点不在行首，也不', 12, 6)).toEqual(['标点不', '在行首，也不']);
    expect(wrap('word behind', 12, 2)).toEqual(['', 'word behind']);
  });

  test('wrap headings evenly', () => {
    expect(wrapEvenly('自查自评', 6)).toEqual(['自查', '自评']);
    expect(wrapEvenly('总分', 6)).toEqual(['总分']);
    expect(wrapEvenly('x', 0)).toEqual(['x']);
  });
});

test('what would move the cursor of a terminal is not passed on', () => {
  expect(visible('a\u001b[31mb\tc\nd\u202ee')).toBe('a�[31mb    c�d�e');
});

function shown(text: string, word: string, width = 60): string {
  const start = text.indexOf(word);
  const {
    line,
    text: excerpt,
    mark,
  } = excerptOf(new SourceFile('a', text), { start, end: start + word.length }, width);
  return `${line}\n${excerpt}\n${mark}`;
}

describe('an excerpt', () => {
  test('has its mark under wide characters', () => {
    expect(shown('总分 {\n  方式 自查自评 占10% {\n}', '自查自评')).toBe('2\n  方式 自查自评 占10% {\n       ^^^^^^^^');
    expect(shown('\t标准 a', '标准')).toBe('1\n    标准 a\n    ^^^^');
    expect(shown('𠮷𠮷 ab', 'ab')).toBe('1\n𠮷𠮷 ab\n     ^^');
  });

  test('marks one column where the span is empty or at the end', () => {
    const source = new SourceFile('a', '总分 {');
    expect(excerptOf(source, { start: 4, end: 4 }, 60)).toEqual({ line: 1, text: '总分 {', mark: '      ^' });
    expect(excerptOf(new SourceFile('a', ''), { start: 0, end: 0 }, 60)).toEqual({ line: 1, text: '', mark: '^' });
  });

  test('marks the first line of several', () => {
    expect(shown('总分 {\n}\n', '总分 {\n}')).toBe('1\n总分 {\n^^^^^^');
  });

  test('of a long line is what is around the mark', () => {
    const result = shown(`${'前'.repeat(5_000_000)}错误${'后'.repeat(5_000_000)}`, '错误', 40);
    expect(result).toBe(`1\n…${'前'.repeat(6)}错误${'后'.repeat(11)}…\n${' '.repeat(13)}^^^^`);
  });
});

describe('a table', () => {
  const out = new Output(new PassThrough());
  const columns = [
    { heading: '名次', align: 'right', cells: ['1', '10'], yields: 'never' },
    {
      heading: '直属党组织',
      align: 'left',
      cells: ['办公室党支部', '工人疗养院（东湖工人温泉疗养院）党委'],
      yields: 'breaks',
    },
    { heading: '自查自评', align: 'right', cells: ['100.00', '9.50'], yields: 'goes' },
    { heading: '述职评议', align: 'right', cells: ['90.25', '88.00'], yields: 'goes' },
    { heading: '总分', align: 'right', cells: ['95.10', '90.00'], yields: 'never' },
  ] as const;

  test('breaks no word of a heading', () => {
    const narrow = [
      { heading: 'Unit', align: 'left', cells: ['a'], yields: 'breaks' },
      { heading: 'Party building', align: 'right', cells: ['9.5'], yields: 'goes' },
      { heading: 'Total', align: 'right', cells: ['95'], yields: 'never' },
    ] as const;
    expect(layOutTable(narrow, 80, out).lines).toEqual([
      '         Party',
      'Unit  building  Total',
      '────  ────────  ─────',
      'a          9.5     95',
    ]);
  });

  test.each([80, 50, 30])('fits %i columns', (width) => {
    const { lines, left } = layOutTable(columns, width, out);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
    expect(`${lines.join('\n')}\n不列：${left.join('、')}`).toMatchSnapshot();
  });
});
