import type { Locale, Severity } from '@assess/dsl';
import type { CheckedFile } from './checked-file.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Findings as workflow commands of GitHub Actions, which shows them at their lines. */
export function* diagnosticsForGithub(files: readonly CheckedFile[], locale: Locale): Generator<string> {
  for (const { path, source, diagnostics } of files) {
    for (const { code, severity, message, span } of diagnostics) {
      const start = source.lines.at(span.start);
      const end = source.lines.at(span.end);
      const part = source.partAt(span.start);
      const properties = {
        file: part.name === null ? path : part.file.path,
        line: start.line,
        endLine: end.line,
        // Columns are understood only where both ends are on one line.
        ...(start.line === end.line ? { col: start.column, endColumn: Math.max(end.column, start.column) } : {}),
        title: code,
      };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      yield `::${commands[severity]} ${written.join(',')}::${escapeData(message[locale])}\n`;
    }
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
