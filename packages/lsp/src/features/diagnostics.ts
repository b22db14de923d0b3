import type { Analysis, Locale, Severity } from '@assess/dsl';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { toRange } from '../position.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The findings of `assess check`, as editors show them. */
export function diagnosticsOf({ source, diagnostics }: Analysis, uri: string, locale: Locale): Diagnostic[] {
  return diagnostics.map(({ code, severity, message, span, related }) => ({
    source: 'assess',
    code,
    severity: severities[severity],
    message: message[locale],
    range: toRange(source, span),
    relatedInformation: related.map((place) => ({
      location: { uri, range: toRange(source, place.span) },
      message: place.message[locale],
    })),
  }));
}
