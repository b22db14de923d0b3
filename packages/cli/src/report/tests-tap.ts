import type { Locale } from '@assess/dsl';
import { labelOf } from '../io/read-bytes.ts';
import { visible } from '../io/visible.ts';
import { detailsOf, placeIn, partingLines } from './test-details.ts';
import type { Tested } from './tested-file.ts';

/** Results of tests in the Test Anything Protocol, version 14; below a test that fails, where and why as YAML. */
export function* testsToTap({ files, notRun }: Tested, locale: Locale): Generator<string> {
  const count = files.reduce((sum, { results }) => sum + results.length, notRun.length);
  yield `TAP version 14\n1..${count}\n`;
  let number = 0;
  for (const file of files) {
    for (const result of file.results) {
      number++;
      yield `${result.passed ? 'ok' : 'not ok'} ${number} - ${description(result.title)}\n`;
      if (result.passed) continue;
      const details = detailsOf(file, result);
      yield '  ---\n';
      const place = placeIn(file, result.span.start);
      yield `  file: ${JSON.stringify(place.file)}\n  line: ${place.line}\n  message:\n`;
      for (const { line, column, message } of details)
        yield `    - ${JSON.stringify(`${line}:${column} ${message[locale]}`)}\n`;
      for (const line of partingLines(result, locale)) yield `    - ${JSON.stringify(line)}\n`;
      yield '  ...\n';
    }
  }
  for (const path of notRun) {
    number++;
    const reason = { zh: '办法有错误，没有运行测试', en: 'the policy has errors and was not run' }[locale];
    yield `not ok ${number} - ${description(`${labelOf(path)[locale]}: ${reason}`)}\n`;
  }
}

/** A `#` would begin a directive. */
function description(text: string): string {
  return visible(text).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}
