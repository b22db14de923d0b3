import type { Locale, Message } from '@assess/dsl';
import { labelOf } from '../io/read-bytes.ts';
import type { Output } from '../io/output.ts';
import { describePlace, type RecordProblem } from '../records/record-problem.ts';
import { visible } from '../io/visible.ts';
import { pad, widthOf, wrap } from '../io/width.ts';

/** As many different faults of a file as anybody mends before running again. */
const mostShown = 200;
/** As many places of one fault as are worth listing. */
const mostRanges = 4;

/** Faults of the records for people, file by file; one that many rows of a column share is told once, with all its rows. */
export function* recordProblems(problems: readonly RecordProblem[], locale: Locale, out: Output): Generator<string> {
  for (const [file, own] of Map.groupBy(problems, (problem) => problem.file)) {
    const head: Message = {
      zh: `${labelOf(file).zh}：${own.length} 处问题`,
      en: `${labelOf(file).en}: ${own.length} ${own.length === 1 ? 'fault' : 'faults'}`,
    };
    yield `${out.style(['bold', 'red'], visible(head[locale]))}\n`;
    const groups = [...Map.groupBy(own, ({ column, message }) => `${column ?? ''} ${message.zh}`).values()]
      .map((group) => group.toSorted((first, second) => (first.number ?? 0) - (second.number ?? 0)))
      .toSorted(([first], [second]) => (first?.number ?? 0) - (second?.number ?? 0));
    const shown = groups.slice(0, mostShown);
    const places = shown.map((group) => placesOf(group)[locale]);
    const width = places.reduce((most, place) => Math.max(most, widthOf(place)), 0);
    for (const [index, group] of shown.entries()) {
      const text = visible(group[0]?.message[locale] ?? '');
      const [first = '', ...rest] = wrap(text, Math.max(40, out.columns - width - 4));
      yield `  ${out.style('cyan', pad(places[index] ?? '', width))}  ${first}\n`;
      for (const line of rest) yield `${' '.repeat(width + 4)}${line}\n`;
    }
    if (groups.length > mostShown) {
      const more = groups.slice(mostShown).reduce((sum, group) => sum + group.length, 0);
      const message: Message = {
        zh: `……还有 ${more} 处（--format json 列出全部）`,
        en: `… and ${more} more (--format json lists them all)`,
      };
      yield `  ${message[locale]}\n`;
    }
  }
  const summary: Message = {
    zh: '改正以上问题后再评定；目前没有评定任何对象。',
    en: 'Nothing was assessed. Mend the faults above and run again.',
  };
  yield `\n${summary[locale]}\n`;
}

/** The places of one fault: `第 2–25、31 行 B 列`. */
function placesOf(group: readonly RecordProblem[]): Message {
  const [first] = group;
  if (first === undefined) return { zh: '', en: '' };
  const numbers = [...new Set(group.map(({ number }) => number))].filter((number) => number !== null);
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const listed = ranges.slice(0, mostRanges).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const more = ranges.length > mostRanges;
  const several: Message = {
    zh: `${listed.join('、')}${more ? `等 ${numbers.length} ` : ''}`,
    en: `${listed.join(', ')}${more ? `, … (${numbers.length})` : ''}`,
  };
  return describePlace({ ...first, number: numbers.length > 1 ? several : first.number });
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
