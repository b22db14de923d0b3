import type { Locale, Message, TestResult } from '@assess/dsl';
import type { Output } from '../io/output.ts';
import { labelOf } from '../io/read-bytes.ts';
import { visible } from '../io/visible.ts';
import { wrap } from '../io/width.ts';
import { detailsOf, partingLines } from './test-details.ts';
import type { Tested, TestedFile } from './tested-file.ts';

/** As many faults of one test as anybody mends before running again. */
const mostFaults = 20;

/** Each test with its mark; below one that fails, where and why. */
export function* prettyTests({ files }: Tested, locale: Locale, out: Output): Generator<string> {
  for (const file of files) {
    yield `${visible(labelOf(file.path)[locale])}\n`;
    for (const result of file.results) {
      const mark = result.passed ? out.style('green', '✓') : out.style('red', '✗');
      const note =
        result.note === null || !result.passed
          ? ''
          : out.style('dim', { zh: `（${result.note.zh}）`, en: ` (${result.note.en})` }[locale]);
      yield `  ${mark} ${visible(result.title)}${note}\n`;
      yield* whyOf(file, result, locale, out);
    }
    for (const update of file.updated) yield* updateOf(update, locale, out);
    yield '\n';
  }
}

function* whyOf(file: TestedFile, result: TestResult, locale: Locale, out: Output): Generator<string> {
  const details = detailsOf(file, result);
  for (const { file: path, line, column, message } of details.slice(0, mostFaults)) {
    const text = `${labelOf(path)[locale]}:${line}:${column} ${message[locale]}`;
    yield* indented(text, 6, 4, out);
  }
  const more = details.length - mostFaults;
  if (more > 0) yield `      ${{ zh: `……还有 ${more} 处`, en: `… and ${more} more` }[locale]}\n`;
  for (const line of partingLines(result, locale)) yield* indented(line, 6, 2, out);
}

function* updateOf({ path, differences }: TestedFile['updated'][number], locale: Locale, out: Output) {
  const head: Message = { zh: `已改写 ${path}`, en: `${path} was written anew` };
  yield `  ${out.style('yellow', '↻')} ${visible(head[locale])}\n`;
  for (const { subject, key, expected, found } of differences.slice(0, mostFaults))
    yield* indented(`${subject}: ${key} ${expected ?? '—'} → ${found ?? '—'}`, 6, 4, out);
  const more = differences.length - mostFaults;
  if (more > 0) yield `      ${{ zh: `……还有 ${more} 处`, en: `… and ${more} more` }[locale]}\n`;
}

/** A text wrapped to the width of the output, its further lines indented `hanging` more. */
function* indented(text: string, indentation: number, hanging: number, out: Output): Generator<string> {
  const width = Math.max(40, out.columns - indentation - hanging);
  for (const [index, line] of wrap(visible(text), width).entries())
    yield `${' '.repeat(index === 0 ? indentation : indentation + hanging)}${line}\n`;
}

/**
 * The one line at the end: how many tests passed and how many did not, and how many files were not run for their errors.
 */
export function summariseTests({ files, notRun: { length: notRun } }: Tested, locale: Locale, out: Output): string {
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
