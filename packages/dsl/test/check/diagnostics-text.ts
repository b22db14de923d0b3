/** Diagnostics as the text of a golden: both languages, the place, related places, and what each fix makes of the lines. */
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { severalFiles } from '../several-files.ts';
import type { Span } from '../../src/source/span.ts';
import { analyze } from '../../src/check/analyze.ts';

/** What `analyze` says of a text, as one text. */
export function diagnosticsText(text: string): string {
  const { text: own, load } = severalFiles(text);
  const { source, diagnostics } = analyze(new SourceFile('golden.assess', own), { load });
  return diagnostics.map((diagnostic) => diagnosticText(diagnostic, source)).join('\n');
}

function diagnosticText({ code, severity, message, span, related, fixes }: Diagnostic, source: SourceFile): string {
  return [
    `${place(span, source)} ${severity} ${code}`,
    `  ${message.zh}`,
    `  ${message.en}`,
    ...quoted(span, source),
    ...related.map((each) => `  + ${place(each.span, source)} ${each.message.zh} | ${each.message.en}`),
    ...fixes.flatMap((fix) => fixText(fix, source)),
    '',
  ].join('\n');
}

function place(span: Span, source: SourceFile): string {
  const { line, column } = source.lines.at(span.start);
  const { name } = source.partAt(span.start);
  return `${name === null ? '' : `${name}:`}${line}:${column}`;
}

/** The line with a mark under what the diagnostic points at. */
function quoted(span: Span, source: SourceFile): string[] {
  const { line, column } = source.lines.at(span.start);
  const text = source.partAt(span.start).file.text.split('\n')[line - 1] ?? '';
  const length = Math.max(1, Math.min(span.end - span.start, text.length - column + 1));
  const before = wide(text.slice(0, column - 1));
  return [
    `  | ${text}`,
    `  | ${' '.repeat(before)}${'^'.repeat(Math.max(1, wide(text.slice(column - 1, column - 1 + length))))}`,
  ];
}

/** Columns that a text takes in a fixed-width font: two for each Chinese character. */
function wide(part: string): number {
  return Array.from(part).reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

function fixText(fix: Fix, source: SourceFile): string[] {
  const before = source.text.split('\n');
  const after = applyFix(source.text, fix).split('\n');
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [
    `  fix${fix.safe ? ' (safe)' : ''}: ${fix.title.zh} | ${fix.title.en}`,
    ...before.slice(start, before.length - end).map((line) => `    - ${line}`),
    ...after.slice(start, after.length - end).map((line) => `    + ${line}`),
  ];
}

/** The text after a fix. */
export function applyFix(text: string, { edits }: Fix): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, { span, text: inserted }) => result.slice(0, span.start) + inserted + result.slice(span.end),
      text,
    );
}
