import type { Diagnostic, Locale, Message, Severity, SourceFile } from '@assess/dsl';
import { labelOf } from '../io/read-bytes.ts';
import type { Output, Style } from '../io/output.ts';
import { type CheckedFile, countOf } from './checked-file.ts';
import { excerptOf } from './excerpt.ts';
import { visible } from '../io/visible.ts';
import { widthOf, wrap } from '../io/width.ts';

const severities: Readonly<Record<Severity, { readonly word: Message; readonly style: Style }>> = {
  error: { word: { zh: '错误', en: 'error' }, style: ['bold', 'red'] },
  warning: { word: { zh: '警告', en: 'warning' }, style: ['bold', 'yellow'] },
  info: { word: { zh: '提示', en: 'info' }, style: ['bold', 'blue'] },
};

/** Where a message of several lines goes on: below the text of the excerpt. */
const indent = ' '.repeat(8);
/** A terminal narrower than this is not laid out for. */
const narrowest = 20;

/** Findings for people: each with its place, its line and what to do about it. */
export function* prettyDiagnostics(files: readonly CheckedFile[], locale: Locale, out: Output): Generator<string> {
  for (const file of files) {
    const path = labelOf(file.path)[locale];
    for (const diagnostic of file.diagnostics)
      yield `${describe(diagnostic, path, file.source, locale, out).join('\n')}\n\n`;
  }
}

/** The one line at the end: how many findings in how many files, and how many of them `--fix` would settle. */
export function summariseDiagnostics(files: readonly CheckedFile[], locale: Locale, out: Output): string {
  const inFiles = { zh: `${files.length} 个文件`, en: files.length === 1 ? '1 file' : `${files.length} files` }[locale];
  const counts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: countOf(files, severity) }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) {
    const tests = files.reduce((sum, file) => sum + file.tests, 0);
    const passed: Message =
      tests === 0 ? { zh: '', en: '' } : { zh: `，${tests} 个测试全部通过`, en: `, all ${tests} tests pass` };
    const message: Message = {
      zh: `${inFiles}，没有发现问题${passed.zh}。`,
      en: `${inFiles}, nothing found${passed.en}.`,
    };
    return `${out.style('green', '✓')} ${message[locale]}\n`;
  }
  const found = counts.map(({ severity, count }) => {
    const { word, style } = severities[severity];
    const plural = severity === 'info' || count === 1 ? '' : 's';
    return out.style(style, { zh: `${count} 个${word.zh}`, en: `${count} ${word.en}${plural}` }[locale]);
  });
  const fixable = files.flatMap((file) => file.diagnostics).filter((each) => each.fixes.some((fix) => fix.safe)).length;
  const hint: Message =
    fixable === 0
      ? { zh: '', en: '' }
      : { zh: `其中 ${fixable} 个可用 --fix 自动修正。`, en: ` --fix settles ${fixable} of them.` };
  const message: Message = {
    zh: `${inFiles}：${found.join('、')}。${hint.zh}`,
    en: `${inFiles}: ${found.join(', ')}.${hint.en}`,
  };
  return `${message[locale]}\n`;
}

function describe(diagnostic: Diagnostic, path: string, source: SourceFile, locale: Locale, out: Output): string[] {
  const { severity, span, code, message, related, fixes } = diagnostic;
  const { word, style } = severities[severity];
  const placed = (offset: number): string => {
    const { line, column } = source.lines.at(offset);
    const { name, file } = source.partAt(offset);
    return `${name === null ? path : file.path}:${line}:${column}`;
  };
  const colon = { zh: '：', en: ': ' }[locale];
  const head = `${out.style('bold', placed(span.start))} ${out.style(style, word[locale] + colon.trimEnd())}${colon.endsWith(' ') ? ' ' : ''}`;
  const excerpt = excerptOf(source, span, out.columns - 9);
  const gutter = (text: string): string => out.style('dim', `${text.padStart(5)} │ `);
  const named = ` [${code}]`;
  const headline = behind(head, visible(message[locale]) + named, out);
  const lines = [
    ...headline.slice(0, -1),
    (headline.at(-1) ?? '').replace(named.trimStart(), (text) => out.style('dim', text)),
    gutter(String(excerpt.line)) + excerpt.text,
    gutter('') + out.style(style, excerpt.mark),
  ];
  for (const place of related) {
    const label = { zh: '另见', en: 'see' }[locale];
    const where = `  ${out.style('cyan', label)} ${placed(place.span.start)} `;
    lines.push(...behind(where, visible(place.message[locale]), out));
  }
  for (const fix of fixes) {
    const label = { zh: '改法', en: 'fix' }[locale];
    const automatic = fix.safe ? { zh: '（--fix 可自动修正）', en: ' (--fix does it)' }[locale] : '';
    lines.push(...behind(`  ${out.style('green', label)} `, visible(fix.title[locale]) + automatic, out));
  }
  return lines;
}

/** A text behind its head, going on further in where the line is not wide enough. */
function behind(head: string, text: string, out: Output): string[] {
  const width = Math.max(narrowest, out.columns - indent.length);
  const [first = '', ...rest] = wrap(text, width, Math.min(width, out.columns - widthOf(head)));
  return [`${head}${first}`.trimEnd(), ...rest.map((line) => indent + line)];
}
