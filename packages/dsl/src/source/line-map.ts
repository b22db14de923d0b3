/** A place as people count it: both from 1; the column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Converts offsets of one text to lines and columns and back. Lines end at `\n`, `\r\n` or `\r`. A text can consist of several
 * files one behind the other: lines count in each from 1, and a line and column without more are those of the first.
 */
export class LineMap {
  readonly #starts: readonly number[];
  readonly #length: number;
  /** For each file the index of its first line. */
  readonly #firsts: readonly number[];

  constructor(text: string, files: readonly number[] = [0]) {
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === 0x0d && text.charCodeAt(offset + 1) === 0x0a) continue;
      if (unit === 0x0a || unit === 0x0d) starts.push(offset + 1);
    }
    this.#starts = starts;
    this.#length = text.length;
    this.#firsts = files.map((start) => this.#indexOf(start));
  }

  /** How many lines the first file has. */
  get count(): number {
    return this.#firsts[1] ?? this.#starts.length;
  }

  /** The line and column of an offset; offsets outside the text are clamped to it. */
  at(offset: number): LineColumn {
    const place = Math.max(0, Math.min(offset, this.#length));
    const index = this.#indexOf(place);
    const first = this.#firsts.findLast((each) => each <= index) ?? 0;
    return { line: index - first + 1, column: place - this.#start(index) + 1 };
  }

  /** The offset of a line and column, clamped to the text. */
  offset(place: LineColumn): number {
    const line = Math.max(1, Math.min(place.line, this.count));
    return Math.max(0, Math.min(this.#start(line - 1) + place.column - 1, this.#length));
  }

  /** The index of the line in which an offset lies. */
  #indexOf(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #start(index: number): number {
    return this.#starts[index] ?? this.#length;
  }
}
