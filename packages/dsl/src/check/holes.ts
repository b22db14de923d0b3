/** Where a text could not be read. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileNode } from '../ast/nodes.ts';
import { walk } from '../ast/walk.ts';
import type { Span } from '../source/span.ts';
import { marks, type Token } from '../syntax/token.ts';

/** The places of the errors of one text. */
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

  /** Whether there is none. */
  get none(): boolean {
    return this.#starts.length === 0;
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

/**
 * The names that stand in what was given up after a syntax error: they may well be declared there, so that nobody can say that they
 * are unknown.
 */
export function unreadNames(tree: FileNode, tokens: readonly Token[]): ReadonlySet<string> {
  const read = new Set<number>();
  walk(tree, (node) => {
    if (node.kind === 'name') read.add(node.span.start);
  });
  const names = new Set<string>();
  for (const { tokenType, startOffset, text } of tokens) {
    if (tokenType === marks.name && !read.has(startOffset)) names.add(text);
  }
  return names;
}
