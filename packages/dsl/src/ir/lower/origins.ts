import type { Origin } from '@assess/runtime';
import type { Analysis } from '../../check/analysis.ts';
import type { Span } from '../../source/span.ts';

/** Longer clauses are cut: an origin is for reading. */
const longest = 200;

/** Turns spans of one analysed text into origins: the place, and the clause on one line without its body in braces. */
export class Origins {
  readonly #analysis: Pick<Analysis, 'source' | 'comments'>;

  constructor(analysis: Pick<Analysis, 'source' | 'comments'>) {
    this.#analysis = analysis;
  }

  of({ start, end }: Span): Origin {
    const { source } = this.#analysis;
    const { line, column } = source.lines.at(start);
    return { file: source.partAt(start).name, line, column, text: this.#clause(start, end) };
  }

  /** The text as the drafter wrote it. */
  text({ start, end }: Span): string {
    return this.#analysis.source.text.slice(start, end);
  }

  /** The word of the policy's language at a place, such as `总分` or `total`. */
  word({ start }: Span): string {
    return /^\p{L}+/u.exec(this.#analysis.source.text.slice(start, start + 40))?.[0] ?? '';
  }

  #clause(start: number, end: number): string {
    const { text } = this.#analysis.source;
    const head = text.slice(start, Math.min(end, start + 4 * longest));
    const clause = withoutBody(head)
      .replaceAll(/\/\/[^\n\r]*/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/[\s,，;；、]+$/u, '');
    return clause.length <= longest ? clause : `${clause.slice(0, longest - 1)}…`;
  }
}

/** Up to the first brace that stands outside of quotation marks, titles and bracketed names. */
function withoutBody(text: string): string {
  const closing = new Map([
    ['"', '"'],
    ['“', '”'],
    ['《', '》'],
    ['【', '】'],
    ['[', ']'],
  ]);
  let awaited: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (awaited !== null) {
      if (unit === awaited) awaited = null;
    } else if (unit === '{' || unit === '｛') return text.slice(0, at);
    else awaited = closing.get(unit) ?? null;
  }
  return text;
}
