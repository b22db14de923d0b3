import type { Locale, Message } from '@assess/dsl';
import type { Output } from '../io/output.ts';
import { labelOf } from '../io/read-bytes.ts';
import { visible } from '../io/visible.ts';
import { findingsOf } from '../test-findings.ts';
import type { TestedFile } from './tests-json.ts';

/** Each test with its mark; below one that fails, where and why. */
export function* prettyTests(files: readonly TestedFile[], locale: Locale, out: Output): Generator<string> {
  for (const { path, source, results } of files) {
    const label = labelOf(path)[locale];
    yield `${label}\n`;
    for (const result of results) {
      const mark = result.passed ? out.style('green', '✓') : out.style('red', '✗');
      yield `  ${mark} ${visible(result.title)}\n`;
      for (const { span, message } of findingsOf(result)) {
        const { line, column } = source.lines.at(span.start);
        yield `      ${label}:${line}:${column} ${visible(message[locale])}\n`;
      }
    }
    yield '\n';
  }
}

/**
 * The one line at the end: how many tests passed and how many did not, and how many files were not run for their errors.
 */
export function summariseTests(files: readonly TestedFile[], notRun: number, locale: Locale, out: Output): string {
  const all = files.flatMap(({ results }) => results);
  const failed = all.filter(({ passed }) => !passed).length;
  const tests = all.length === 1 ? '1 test' : `${all.length} tests`;
  const clean: Message = { zh: `${all.length} 个测试全部通过。`, en: `${tests}, all passed.` };
  const broken: Message = { zh: `${all.length} 个测试，${failed} 个没有通过。`, en: `${tests}, ${failed} failed.` };
  const none: Message = { zh: '没有要运行的测试。', en: 'There are no tests to run.' };
  const skipped: Message = {
    zh: `${notRun} 个文件有错误，没有运行其中的测试。`,
    en: `${notRun} ${notRun === 1 ? 'file has' : 'files have'} errors; the tests in ${notRun === 1 ? 'it' : 'them'} were not run.`,
  };
  const lines: string[] = [];
  if (failed > 0) lines.push(`${out.style('red', '✗')} ${broken[locale]}`);
  else if (all.length > 0) lines.push(`${out.style('green', '✓')} ${clean[locale]}`);
  else if (notRun === 0) lines.push(none[locale]);
  if (notRun > 0) lines.push(`${out.style('red', '✗')} ${skipped[locale]}`);
  return `${lines.join('\n')}\n`;
}
