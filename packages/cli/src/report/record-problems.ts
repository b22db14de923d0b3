import type { Locale, Message } from '@assess/dsl';
import { labelOf } from '../io/read-bytes.ts';
import type { Output } from '../io/output.ts';
import { describePlace, type RecordProblem } from '../records/record-problem.ts';
import { visible } from './visible.ts';
import { pad, widthOf, wrap } from './width.ts';

/** As many faults of a file as anybody mends before running again. */
const mostShown = 200;

/** Faults of the records for people, file by file. */
export function* recordProblems(problems: readonly RecordProblem[], locale: Locale, out: Output): Generator<string> {
  const files = Map.groupBy(problems, ({ file }) => file);
  for (const [file, own] of files) {
    const ordered = own.toSorted((first, second) => (first.number ?? 0) - (second.number ?? 0));
    const head: Message = {
      zh: `${labelOf(file).zh}：${own.length} 处问题`,
      en: `${labelOf(file).en}: ${own.length} ${own.length === 1 ? 'fault' : 'faults'}`,
    };
    yield `${out.style(['bold', 'red'], head[locale])}\n`;
    const shown = ordered.slice(0, mostShown);
    const places = shown.map((problem) => describePlace(problem)[locale]);
    const width = places.reduce((most, place) => Math.max(most, widthOf(place)), 0);
    for (const [index, { message }] of shown.entries()) {
      const [first = '', ...rest] = wrap(visible(message[locale]), Math.max(40, out.columns - width - 4));
      yield `  ${out.style('cyan', pad(places[index] ?? '', width))}  ${first}\n`;
      for (const line of rest) yield `${' '.repeat(width + 4)}${line}\n`;
    }
    if (ordered.length > mostShown) {
      const more = ordered.length - mostShown;
      yield `  ${{ zh: `……还有 ${more} 处（--format json 列出全部）`, en: `… and ${more} more (--format json lists them all)` }[locale]}\n`;
    }
  }
  const summary: Message = {
    zh: '改正以上问题后再评定；目前没有评定任何对象。',
    en: 'Nothing was assessed. Mend the faults above and run again.',
  };
  yield `\n${summary[locale]}\n`;
}

/** Faults of the records for machines, schema `assess/record-problems/1`. */
export function recordProblemsJson(problems: readonly RecordProblem[]): string {
  const listed = problems.map(({ file, unit, number, column, kind, key, message }) => ({
    file,
    place: number === null ? null : { unit, number, column },
    kind,
    key,
    message,
  }));
  return `${JSON.stringify({ schema: 'assess/record-problems/1', problems: listed }, null, 2)}\n`;
}
