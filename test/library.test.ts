/** The parts that ship with the toolkit: each file is right by itself, and each chapter in it can be imported. */
import { readdirSync, readFileSync } from 'node:fs';
import { analyze, interpreter, lower, type Load, SourceFile } from '@assess/dsl';
import { describe, expect, test } from 'vitest';

const folder = new URL('../policies/library/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.assess'));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const load: Load = (name) => ({ path: name, text: textOf(name.replace('库:', '')) });

interface Importable {
  readonly file: string;
  /** As 引入 names it. */
  readonly written: string;
  readonly isScorecard: boolean;
}

const parts = files.flatMap((file): Importable[] =>
  analyze(new SourceFile(file, textOf(file))).tree.chapters.map((chapter) => {
    const name = chapter.kind === 'scorecard' || chapter.kind === 'grades' ? chapter.name : null;
    const title = chapter.kind === 'list' ? (chapter.title?.name ?? null) : name;
    const word = /\p{Script=Han}/u.test(file) ? '负面清单' : 'negative list';
    const written = title !== null && title.kind === 'name' ? title.text : word;
    return { file, written, isScorecard: chapter.kind === 'scorecard' };
  }),
);

/** A policy that imports one part and has nothing of its own but what it must. */
function policyWith({ file, written, isScorecard }: Importable): string {
  return [
    '办法 "例" 版本 2024',
    `引入 ${written} 来自 "库:${file}"`,
    '考核对象 单位',
    isScorecard
      ? `总分 { 方式 民意 100分 采用 ${written} }`
      : '总分 { 标准 学习 100分 { 填报 次数: 整数 0至12次  按比例 次数 ÷ 12次 } }',
  ].join('\n');
}

test('there is something in the library', () => expect(parts.length).toBeGreaterThan(10));

test.each(files)('%s checks without a word', (file) => {
  const { role, diagnostics } = analyze(new SourceFile(file, textOf(file)));
  expect(role).toBe('parts');
  expect(diagnostics.filter(({ code }) => code !== 'style/mixed-vocabulary')).toEqual([]);
});

describe.each(parts)('$written of $file', (part) => {
  test('can be imported and run', () => {
    const analysis = analyze(new SourceFile('policy', policyWith(part)), { load });
    expect(analysis.diagnostics.filter(({ code }) => code !== 'style/mixed-vocabulary')).toEqual([]);
    expect(interpreter(lower(analysis)).manifest.total.name).toBe('总分');
  });
});
