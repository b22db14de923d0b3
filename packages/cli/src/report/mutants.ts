import { type Locale, type Message, mutationKinds, type SourceFile, type TriedMutant } from '@assess/dsl';
import type { Output } from '../io/output.ts';
import { visible } from '../io/visible.ts';
import { wrap } from '../io/width.ts';
import { showPercent } from './coverage-summary.ts';

/** The mutants of one policy that were tried. */
export interface MutatedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly source: SourceFile;
  readonly tried: readonly TriedMutant[];
  /** Whether tests on data were held against the mutants too. */
  readonly onData: boolean;
}

/** The share of the mutants that a test noticed, from 0 to 100; those that do not check are left out. 100 where there are none. */
export function mutationScore(tried: readonly TriedMutant[]): number {
  const counted = tried.filter(({ outcome }) => outcome !== 'invalid');
  const killed = counted.filter(({ outcome }) => outcome === 'killed').length;
  return counted.length === 0 ? 100 : (100 * killed) / counted.length;
}

/** The score, by kind, and each change that no test notices with a test that would. */
export function* mutantsReport(
  { path, source, tried, onData }: MutatedFile,
  locale: Locale,
  out: Output,
): Generator<string> {
  const zh = locale === 'zh';
  const score = showPercent(mutationScore(tried));
  yield `${out.style('bold', visible(zh ? `变异：${path} ${score}` : `Mutation score: ${path} ${score}`))}\n`;
  for (const [kind, own] of Map.groupBy(tried, ({ mutant }) => mutant.kind)) {
    const counted = own.filter(({ outcome }) => outcome !== 'invalid');
    if (counted.length === 0) continue;
    const killed = counted.filter(({ outcome }) => outcome === 'killed').length;
    yield `  ${mutationKinds[kind][locale]}  ${killed} / ${counted.length}  ${showPercent(mutationScore(own))}\n`;
  }
  const invalid = tried.filter(({ outcome }) => outcome === 'invalid').length;
  if (invalid > 0)
    yield zh ? `  不计入：${invalid} 个改动通不过检查\n` : `  not counted: ${invalid} that do not check\n`;
  const survivors = tried.filter(({ outcome }) => outcome === 'survived');
  if (survivors.length === 0) return;
  yield `\n  ${zh ? '没有测试发现的改动：' : 'Changes that no test notices:'}\n`;
  for (const { mutant, test, searched } of survivors) {
    const { line, column } = source.lines.at(mutant.span.start);
    const { name, file } = source.partAt(mutant.span.start);
    const text = `${name === null ? path : file.path}:${line}:${column} ${describe(mutant, source)}`;
    const [first = '', ...rest] = wrap(visible(text), Math.max(40, out.columns - 8));
    yield `    ${first}\n${rest.map((each) => `        ${each}\n`).join('')}`;
    if (!searched) continue;
    if (test === null) yield `      ${why(mutant.kind, onData)[locale]}\n`;
    else for (const each of test.split('\n')) yield `      ${out.style('dim', visible(each))}\n`;
  }
}

/** Why there is no test to paste. */
function why(kind: TriedMutant['mutant']['kind'], onData: boolean): Message {
  if (kind !== 'quota') return { zh: '在试过的记录上没有差别', en: 'no difference on the records that were tried' };
  return onData
    ? { zh: '数据测试的数据上没有差别', en: 'no difference on the data of the tests' }
    : { zh: '名额要有数据测试才看得到', en: 'only tests on data see quotas' };
}

/** `90分以上 → 高于 90分` */
function describe({ span, edits }: TriedMutant['mutant'], source: SourceFile): string {
  const changes = edits.map(({ span: place, text }) => {
    // A single digit says little: the whole number with its unit is shown.
    const isWithin = span.start <= place.start && place.end <= span.end && edits.length === 1;
    const whole = isWithin ? span : place;
    const before = source.text.slice(whole.start, whole.end);
    const after = source.text.slice(whole.start, place.start) + text + source.text.slice(place.end, whole.end);
    return `${oneLine(before)} → ${oneLine(after) || '∅'}`;
  });
  return changes.join('，');
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
