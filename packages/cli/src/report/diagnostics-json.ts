import type { Diagnostic, SourceFile, Span } from '@assess/dsl';
import { type CheckedFile, countOf } from './checked-file.ts';

/**
 * Findings for machines, schema `assess/diagnostics/1`. Messages are in both languages. Lines and columns count from 1,
 * columns and offsets in UTF-16 code units; ends are exclusive. `file` is the imported file in which a place is, null for the
 * policy itself.
 */
export function diagnosticsToJson(files: readonly CheckedFile[]): string {
  const document = {
    schema: 'assess/diagnostics/1',
    summary: {
      files: files.length,
      errors: countOf(files, 'error'),
      warnings: countOf(files, 'warning'),
      infos: countOf(files, 'info'),
    },
    files: files.map(({ path, source, diagnostics }) => ({
      path,
      diagnostics: diagnostics.map((diagnostic) => toJson(diagnostic, source)),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toJson({ code, severity, message, span, related, fixes }: Diagnostic, source: SourceFile) {
  return {
    code,
    severity,
    message,
    range: rangeOf(span, source),
    related: related.map((place) => ({ message: place.message, range: rangeOf(place.span, source) })),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ range: rangeOf(edit.span, source), text: edit.text })),
    })),
  };
}

function rangeOf({ start, end }: Span, source: SourceFile) {
  const { lines } = source;
  const part = source.partAt(start);
  return {
    file: part.name === null ? null : part.file.path,
    start: { ...lines.at(start), offset: start - part.start },
    end: { ...lines.at(end), offset: end - part.start },
  };
}
