import type { Span } from '../source/span.ts';

/** A comment from `//` to the end of its line. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}
