import type { Message } from '../source/locale.ts';
import type { Span } from '../source/span.ts';

/** error: the policy has no agreed meaning, nothing is emitted; warning: probably not the intended one; info: house style. */
export type Severity = 'error' | 'warning' | 'info';

/** A replacement of one span by a text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A change that settles a diagnostic. A safe one never changes what a correct policy means. */
export interface Fix {
  readonly title: Message;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that takes part in what is wrong. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: Message;
}

/** A report to the author of a policy: one mistake, in both languages, at its exact place. */
export interface Diagnostic {
  /** A path without numbers, such as `structure/weights-total`: rule file, page, fixture and suppression word share it. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}
