import { readdir, readFile } from 'node:fs/promises';
import { analyze, type Diagnostic, interpreter, lower, runTests, SourceFile } from '@assess/dsl';
import { describe, expect, test } from 'vitest';
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

function sourceOf(example: Example): SourceFile {
  return new SourceFile(example.place, framed(example));
}

/** A diagnostic as a line that says what to look at. */
function told(source: SourceFile, { code, severity, message, span }: Diagnostic): string {
  const quoted = source.text.slice(span.start, Math.min(span.end, span.start + 60));
  return `${severity} ${code} at \`${quoted}\`: ${message.zh} / ${message.en}`;
}

describe('the language pages', () => {
  test.each(examples)('$place says what is right', (example) => {
    const source = sourceOf(example);
    const whole = example.kind === 'policy' || example.kind === 'cohort';
    const { diagnostics } = analyze(source);
    const wrong = diagnostics.filter(({ severity }) => severity === 'error' || (whole && severity === 'warning'));
    expect(wrong.map((each) => told(source, each))).toEqual([]);
  });

  test.each(examples.filter(({ kind, cases }) => kind !== 'cohort' && cases.length > 0))(
    '$place computes what its table says',
    (example) => {
      const evaluator = interpreter(lower(analyze(sourceOf(example))));
      expect(example.cases.map((each) => [each.place, assessedAlone(evaluator, each)])).toEqual(
        example.cases.map((each) => [each.place, each.results]),
      );
    },
  );

  test.each(examples.filter(({ kind }) => kind === 'cohort'))('$place computes what its cohort says', (example) => {
    const evaluator = interpreter(lower(analyze(sourceOf(example))));
    expect(example.cases.length).toBeGreaterThan(0);
    expect(assessedTogether(evaluator, example.cases)).toEqual(example.cases.map((each) => each.results));
  });

  test.each(examples.filter(({ text }) => /^(?:测试|test) /m.test(text)))('$place passes its own tests', (example) => {
    const results = runTests(analyze(sourceOf(example)));
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  test.each(pages)('%s says the same in both languages', (page) => {
    const shapes = (language: Example['language']): unknown[] =>
      examples
        .filter(({ place, ...each }) => place.startsWith(`${page}:`) && each.language === language)
        .map((each) => shapeOf(analyze(sourceOf(each))));
    expect(shapes('en')).toEqual(shapes('zh'));
  });

  test('has examples of every kind of construct', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['policy', 'cohort', 'item', 'chapter']));
  });
});
