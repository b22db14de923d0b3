/** Where a text could not be read. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/span.ts';

/** The places of the syntax errors of one text. */
export class Holes {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(diagnostics: readonly Diagnostic[], text: string) {
    this.#text = text;
    this.#starts = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ span }) => span.start)
      .toSorted((a, b) => a - b);
  }

  /** Whether an error starts inside a span or right behind it, but for blanks: what is missing is missed there. */
  isIn({ start, end }: Span): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const first = this.#starts[low];
    if (first === undefined) return false;
    return first <= end || (first - end < 100 && this.#text.slice(end, first).trim() === '');
  }
}
