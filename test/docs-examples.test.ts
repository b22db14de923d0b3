import { readdir, readFile } from 'node:fs/promises';
import { type Analysis, analyze, type Diagnostic, format, interpreter, lower, runTests, SourceFile } from '@assess/dsl';
import { describe, expect, test } from 'vitest';
import { childTable } from '../packages/dsl/src/ast/children.ts';
import { severalFiles } from '../packages/dsl/test/several-files.ts';
import { functions } from '../packages/dsl/src/vocabulary/functions.ts';
import { keywords } from '../packages/dsl/src/vocabulary/keywords.ts';
import { assessedAlone, assessedTogether } from './documents/assessed.ts';
import { type Example, readExamples } from './documents/examples.ts';
import { framed } from './documents/framed.ts';
import { shapeOf } from './documents/shape.ts';

const folder = new URL('../docs/language/', import.meta.url);
const pages = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
const examples = (
  await Promise.all([
    ...pages.map(async (name) => readExamples(name, await readFile(new URL(name, folder), 'utf8'))),
    ...['README.md', 'README.en.md'].map(async (name) =>
      readExamples(`../${name}`, await readFile(new URL(`../${name}`, import.meta.url), 'utf8')),
    ),
  ])
).flat();

/** The policy of an example; a line `// 文件：名称` or `// file: name` in it begins another file. */
function sourceOf(example: Example): SourceFile {
  return new SourceFile(example.place, severalFiles(framed(example)).text);
}

function analysisOf(example: Example): Analysis {
  return analyze(sourceOf(example), { load: severalFiles(framed(example)).load });
}

/** A diagnostic as a line that says what to look at. */
function told(source: SourceFile, { code, severity, message, span }: Diagnostic): string {
  const quoted = source.text.slice(span.start, Math.min(span.end, span.start + 60));
  return `${severity} ${code} at \`${quoted}\`: ${message.zh} / ${message.en}`;
}

/** The kinds of a node and of all below it. */
function kindsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(kindsIn);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(kindsIn);
  return 'kind' in value && typeof value.kind === 'string' ? [value.kind, ...below] : below;
}

describe('the language pages', () => {
  test.each(examples)('$place says what is right', (example) => {
    const whole = example.kind === 'policy' || example.kind === 'cohort';
    const { source, diagnostics } = analysisOf(example);
    const wrong = diagnostics.filter(({ severity }) => severity === 'error' || (whole && severity === 'warning'));
    expect(wrong.map((each) => told(source, each))).toEqual([]);
  });

  test.each(examples.filter(({ kind, cases }) => kind !== 'cohort' && cases.length > 0))(
    '$place computes what its table says',
    (example) => {
      const evaluator = interpreter(lower(analysisOf(example)));
      expect(example.cases.map((each) => [each.place, assessedAlone(evaluator, each)])).toEqual(
        example.cases.map((each) => [each.place, each.results]),
      );
    },
  );

  test.each(examples.filter(({ kind }) => kind === 'cohort'))('$place computes what its cohort says', (example) => {
    const evaluator = interpreter(lower(analysisOf(example)));
    expect(example.cases.length).toBeGreaterThan(0);
    expect(assessedTogether(evaluator, example.cases)).toEqual(example.cases.map((each) => each.results));
  });

  test.each(examples.filter(({ text }) => /^(?:测试|test) /m.test(text)))('$place passes its own tests', (example) => {
    const results = runTests(analysisOf(example));
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  test.each(pages)('%s says the same in both languages', (page) => {
    const shapes = (language: Example['language']): unknown[] =>
      examples
        .filter(({ place, ...each }) => place.startsWith(`${page}:`) && each.language === language)
        .map((each) => shapeOf(analysisOf(each)));
    expect(shapes('en')).toEqual(shapes('zh'));
  });

  test.each(examples.filter(({ kind }) => kind === 'policy' || kind === 'cohort'))(
    '$place is laid out as the formatter does',
    async (example) => {
      const { text } = await format(sourceOf(example));
      expect(`${severalFiles(example.text).text.trimEnd()}\n`).toBe(text);
    },
  );

  test('show every kind of node', () => {
    const shown = new Set(examples.flatMap((example) => kindsIn(analysisOf(example).tree)));
    expect(Object.keys(childTable).filter((kind) => !shown.has(kind))).toEqual(['missing']);
  });

  test.each(['zh', 'en'] as const)('show every keyword and function in %s', (language) => {
    const text = examples
      .filter((each) => each.language === language)
      .map((each) => each.text)
      .join('\n');
    expect(keywords.filter(({ spellings }) => !spellings[language].some((word) => text.includes(word)))).toEqual([]);
    const called = (name: string): boolean => new RegExp(`(?<![\\p{L}_])${name}[（(]`, 'u').test(text);
    expect(functions.filter(({ spellings }) => !called(spellings[language]))).toEqual([]);
  });
});
