/** Where a text could not be read. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/span.ts';

/** The places of the syntax errors of one text. */
export class Holes {
  readonly #starts: readonly number[];

  constructor(diagnostics: readonly Diagnostic[]) {
    this.#starts = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ span }) => span.start)
      .toSorted((a, b) => a - b);
  }

  /** Whether an error starts inside a span, its end included: what is missing is missed there. */
  isIn({ start, end }: Span): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const first = this.#starts[low];
    return first !== undefined && first <= end;
  }
}
