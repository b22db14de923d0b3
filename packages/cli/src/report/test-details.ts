import type { Locale, Message, TestResult } from '@assess/dsl';
import { findingText, formatShort, parseRational, zero, type Change } from '@assess/runtime';
import type { TestedFile } from './tested-file.ts';

/** Why a test failed, line by line: each fault with its place, then where its trace parts from what it expects. */
export interface TestDetail {
  /** As given on the command line, or as the policy imports it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Message;
}

/** The faults of a test; none if it passed. */
export function detailsOf(tested: TestedFile, result: TestResult): readonly TestDetail[] {
  const refused = result.issues.map(({ zh, en }) => ({
    ...placeIn(tested, result.span.start),
    message:
      result.record === null ? { zh, en } : { zh: `记录不合要求：${zh}`, en: `the record is not admissible: ${en}` },
  }));
  const failed = result.expectations
    .filter(({ passed }) => !passed)
    .map((each) => ({ ...placeIn(tested, each.span.start), message: expectedInstead(each) }));
  const noted =
    result.passed || result.note === null ? [] : [{ ...placeIn(tested, result.span.start), message: result.note }];
  return [...refused, ...failed, ...noted];
}

/** The file, line and column of an offset. */
export function placeIn({ path, source }: TestedFile, offset: number): Omit<TestDetail, 'message'> {
  const { name, file } = source.partAt(offset);
  return { file: name === null ? path : file.path, ...source.lines.at(offset) };
}

/** `应得 总分 = 95分，实际 总分 为 90分` */
export function expectedInstead({ text, sides, instead }: TestResult['expectations'][number]): Message {
  // A side that is written as a value is not worth repeating.
  const figures = sides.filter((side) => side.text !== side.value.zh && side.text !== side.value.en);
  const zh = instead?.zh ?? figures.map((side) => `${side.text} 为 ${side.value.zh}`).join('，');
  const en = instead?.en ?? figures.map((side) => `${side.text} is ${side.value.en}`).join(', ');
  return {
    zh: `应得 \`${text}\`${zh === '' ? '' : `，实际 ${zh}`}`,
    en: `expected \`${text}\`${en === '' ? '' : `, but ${en}`}`,
  };
}

/** As many changes of an item as help to find the one that is meant. */
const mostChanges = 5;

/** Where a failing test first parts from what it expects, and what made the score there; empty where no score is expected. */
export function partingLines({ parting }: TestResult, locale: Locale): readonly string[] {
  if (parting === null) return [];
  const zh = locale === 'zh';
  const { item, expected, changes } = parting;
  const should = expected === null ? '' : zh ? `，应得 ${show(expected)} 分` : `, expected ${show(expected)}`;
  const head = zh
    ? `首先不同的是 ${item.name}（第 ${item.origin.line} 行）：得 ${show(item.score)} 分，满分 ${show(item.full)} 分${should}`
    : `first different: ${item.name} (line ${item.origin.line}): ${show(item.score)} of ${show(item.full)} points${should}`;
  const shown = changes.slice(0, mostChanges).map((change) => changeText(change, item.id, locale));
  const more = changes.length - mostChanges;
  if (more > 0) shown.push(zh ? `……还有 ${more} 处` : `… and ${more} more`);
  return [head, ...shown.map((line) => `· ${line}`)];
}

function changeText({ item, path, findings, inTotal }: Change, around: string, locale: Locale): string {
  const name = item === around ? '' : `${path.join('.')}${locale === 'zh' ? '：' : ': '}`;
  const told = findings.map((finding) => findingText(finding, locale)).join(locale === 'zh' ? '；' : '; ');
  const signed = inTotal.startsWith('-') ? `−${show(inTotal.slice(1))}` : `+${show(inTotal)}`;
  const points = locale === 'zh' ? `（总分 ${signed}）` : ` (${signed} of the total)`;
  return `${name}${told}${points}`;
}

function show(text: string): string {
  return formatShort(parseRational(text) ?? zero);
}
