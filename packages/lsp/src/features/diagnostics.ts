import type { Analysis, Locale, Severity, SourceFile, Span } from '@assess/dsl';
import { type Diagnostic, DiagnosticSeverity, type Location } from 'vscode-languageserver';
import { toRange } from '../position.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The findings of `assess check`, as editors show them. One in an imported file stands at the line that imports it. */
export function diagnosticsOf({ source, diagnostics }: Analysis, uri: string, locale: Locale): Diagnostic[] {
  return diagnostics.map(({ code, severity, message, span, related }) => {
    const { via } = source.partAt(span.start);
    const there = { span, message: { zh: '引入的文件里的这一处', en: 'this place in the imported file' } };
    return {
      source: 'assess',
      code,
      severity: severities[severity],
      message: message[locale],
      range: toRange(source, via ?? span),
      relatedInformation: (via === null ? related : [there, ...related]).map((place) => ({
        location: locationOf(place.span, source, uri),
        message: place.message[locale],
      })),
    };
  });
}

/** A place with the document in which it is. */
function locationOf(span: Span, source: SourceFile, uri: string): Location {
  const { name, file } = source.partAt(span.start);
  return { uri: name === null ? uri : file.path, range: toRange(source, span) };
}
