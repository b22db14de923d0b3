import type { Locale } from '@assess/dsl';
import { labelOf } from '../io/read-bytes.ts';
import { detailsOf, placeIn, partingLines } from './test-details.ts';
import type { Tested, TestedFile } from './tested-file.ts';

/**
 * Results of tests in the form of JUnit, as build servers read it: a suite for each file, a case for each test. A policy that was not
 * run for its errors is a suite with an error.
 */
export function* testsToJunit({ files, notRun }: Tested, locale: Locale): Generator<string> {
  const all = files.flatMap(({ results }) => results);
  const failed = all.filter(({ passed }) => !passed).length;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: 'assess', tests: all.length + notRun.length, failures: failed, errors: notRun.length })}>\n`;
  for (const file of files) yield* suite(file, locale);
  for (const path of notRun) {
    const name = labelOf(path)[locale];
    const message = { zh: '办法有错误，没有运行测试', en: 'the policy has errors and was not run' }[locale];
    yield `  <testsuite${attributes({ name, tests: 1, failures: 0, errors: 1 })}>\n`;
    yield `    <testcase${attributes({ name, classname: name })}><error${attributes({ message })}/></testcase>\n`;
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function* suite(file: TestedFile, locale: Locale): Generator<string> {
  const name = labelOf(file.path)[locale];
  const failures = file.results.filter(({ passed }) => !passed).length;
  yield `  <testsuite${attributes({ name, tests: file.results.length, failures, errors: 0, file: file.path })}>\n`;
  for (const result of file.results) {
    const place = placeIn(file, result.span.start);
    const head = `    <testcase${attributes({ name: result.title, classname: name, file: place.file, line: place.line })}`;
    if (result.passed) {
      yield `${head}/>\n`;
      continue;
    }
    const lines = detailsOf(file, result).map(
      (each) => `${each.file}:${each.line}:${each.column} ${each.message[locale]}`,
    );
    const [message = ''] = detailsOf(file, result).map((each) => each.message[locale]);
    const text = [...lines, ...partingLines(result, locale)].join('\n');
    yield `${head}>\n      <failure${attributes({ message, type: 'test/failed' })}>${escape(text)}</failure>\n    </testcase>\n`;
  }
  yield '  </testsuite>\n';
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** XML 1.0 has no way to write most control characters, nor halves of pairs. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uffff]|[\ufffe\uffff]|\p{Cs}/gu, (unit) =>
      (unit.codePointAt(0) ?? 0) > 0xffff ? unit : '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
