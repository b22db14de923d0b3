import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/source/source-file.ts';

/** A text after a fix. */
export function applyFix(text: string, fix: Fix): string {
  return fix.edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: put }) => result.slice(0, span.start) + put + result.slice(span.end), text);
}

/** Diagnostics as text: place, marked text, code, both messages, and the text after each fix. */
export function reportText(source: SourceFile, diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'no diagnostics';
  return diagnostics
    .map(({ code, severity, message, span, fixes }) => {
      const { line, column } = source.lines.at(span.start);
      return [
        `${line}:${column} «${source.text.slice(span.start, span.end)}» ${severity} ${code}`,
        `  ${message.zh}`,
        `  ${message.en}`,
        ...fixes.map((fix) =>
          [
            `  ${fix.safe ? 'fix' : 'suggestion'}: ${fix.title.zh} | ${fix.title.en}`,
            ...applyFix(source.text, fix)
              .trimEnd()
              .split('\n')
              .map((each) => `    | ${each}`.trimEnd()),
          ].join('\n'),
        ),
      ].join('\n');
    })
    .join('\n');
}
