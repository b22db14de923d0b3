import { LineMap } from './line-map.ts';
import type { Span } from './span.ts';

/** One text of a source that is made of several: where it starts, and the file that it is. */
export interface SourcePart {
  readonly start: number;
  readonly file: SourceFile;
  /** How the policy names it in 引入, relative to its own folder; null for the policy's own text. */
  readonly name: string | null;
  /** The place in the policy's own text by which it is imported; null for that text itself. */
  readonly via: Span | null;
}

/**
 * The text of a policy with the name under which it is reported. The path is a label: nothing here reads a file. Where a policy
 * imports from other files, their texts stand behind its own in one text, so that a place is always one offset; `lines` counts
 * in each part by itself.
 */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineMap;
  /** The policy's own text first. */
  readonly parts: readonly SourcePart[];

  constructor(path: string, text: string, parts: readonly SourcePart[] = []) {
    this.path = path;
    this.text = text;
    this.parts = parts.length > 0 ? parts : [{ start: 0, file: this, name: null, via: null }];
    this.lines = new LineMap(
      text,
      this.parts.map(({ start }) => start),
    );
  }

  /** The policy's own text, without what it imports. */
  get own(): SourceFile {
    return this.parts[0]?.file ?? this;
  }

  /** The part in which an offset lies. */
  partAt(offset: number): SourcePart {
    let low = 0;
    let high = this.parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.parts[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.parts[low] ?? { start: 0, file: this, name: null, via: null };
  }
}

/** The texts of several files in one, each on lines of its own; the first is the policy's own. */
export function joinFiles(own: SourceFile, others: readonly Omit<SourcePart, 'start'>[]): SourceFile {
  if (others.length === 0) return own;
  const texts = [own.text];
  const parts: SourcePart[] = [{ start: 0, file: own, name: null, via: null }];
  let length = own.text.length;
  for (const { file, name, via } of others) {
    parts.push({ start: length + 1, file, name, via });
    texts.push(file.text);
    length += 1 + file.text.length;
  }
  return new SourceFile(own.path, texts.join('\n'), parts);
}
