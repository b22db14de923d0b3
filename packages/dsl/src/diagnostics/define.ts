import type { Locale, Message } from '../source/locale.ts';
import type { Span } from '../source/span.ts';
import type { Diagnostic, Fix, RelatedPlace, Severity } from './diagnostic.ts';

/** What a kind of diagnostic is: the typed message lives beside the code that reports it. */
export interface DiagnosticDefinition<Arguments> {
  readonly code: string;
  readonly severity: Severity;
  /**
   * Whether a suppression comment may silence it although it is an error: only where the policy still has one meaning without
   * an answer. Warnings and infos can always be silenced.
   */
  readonly suppressible?: boolean;
  readonly message: Readonly<Record<Locale, (values: Arguments) => string>>;
}

/** A definition together with its constructor. */
export interface DiagnosticKind<Arguments> extends DiagnosticDefinition<Arguments> {
  at(span: Span, values: Arguments, extra?: { related?: readonly RelatedPlace[]; fixes?: readonly Fix[] }): Diagnostic;
}

/** Defines a kind of diagnostic once, in both languages. */
export function defineDiagnostic<Arguments>(definition: DiagnosticDefinition<Arguments>): DiagnosticKind<Arguments> {
  return {
    ...definition,
    at(span, values, extra = {}) {
      const message: Message = { zh: clip(definition.message.zh(values)), en: clip(definition.message.en(values)) };
      return {
        code: definition.code,
        severity: definition.severity,
        message,
        span,
        related: extra.related ?? [],
        fixes: extra.fixes ?? [],
      };
    },
  };
}

/** Names in a policy can be of any length; a message is for reading. */
function clip(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
const longest = 600;
