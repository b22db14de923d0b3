import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export const tooManyErrors = defineDiagnostic<{ limit: number }>({
  code: 'syntax/too-many',
  severity: 'error',
  message: {
    zh: ({ limit }) => `语法错误超过 ${limit} 处，其余不再列出`,
    en: ({ limit }) => `More than ${limit} syntax errors; the rest are not listed`,
  },
});

const limit = 200;

/**
 * Gathers what lexer and parser report on one text. A place that was reported once is not reported again (one mistake, one
 * message), and a hostile text cannot make the list endless.
 */
export class Reporter {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #places = new Set<number>();
  #full = false;

  /** All reports in the order of their places. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  }

  /** Whether something was already reported at this offset. */
  has(offset: number): boolean {
    return this.#places.has(offset);
  }

  /** Whether nothing more will be listed. */
  get full(): boolean {
    return this.#full;
  }

  /** Marks an offset as settled: what is found there later is a consequence of something already reported. */
  settle(offset: number): void {
    this.#places.add(offset);
  }

  add(diagnostic: Diagnostic): void {
    if (this.#full || this.#places.has(diagnostic.span.start)) return;
    if (this.#diagnostics.length === limit) {
      this.#full = true;
      this.#diagnostics.push(tooManyErrors.at(diagnostic.span, { limit }));
      return;
    }
    this.#places.add(diagnostic.span.start);
    this.#diagnostics.push(diagnostic);
  }
}

/** User text for a message: in backticks, on one line, shortened. */
export function quote(text: string): string {
  const characters = Array.from(text.slice(0, 100).replaceAll(/\s+/gu, ' '));
  return `\`${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}\``;
}
