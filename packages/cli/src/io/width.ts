import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Columns of a terminal that a text takes; a Chinese character takes two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Fills a text up with blanks to a width; a longer one stays as it is. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'right' ? text + blanks : blanks + text;
}

/**
 * Breaks a text into lines of at most `width` columns: at blanks, and anywhere between Chinese characters, but not before
 * a closing punctuation mark. A word that is longer than a line is cut.
 *
 * @param room is what the first line has, where something stands before it; it stays empty where nothing fits into that.
 */
export function wrap(text: string, width: number, room: number = width): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const blank = piece.trim() === '';
    if (widthOf(line) + widthOf(piece) <= (lines.length === 0 ? room : width)) {
      if (line !== '' || !blank || lines.length === 0) line += piece;
      continue;
    }
    if (line.trim() !== '' || (lines.length === 0 && room < width)) lines.push(line.trimEnd());
    line = '';
    if (blank) continue;
    line = piece;
    while (widthOf(line) > width) {
      const [head, tail] = cut(line, width);
      if (tail === '' || head === '') break;
      lines.push(head);
      line = tail;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The same in as few lines, but lines of about the same width. */
export function wrapEvenly(text: string, width: number): string[] {
  let lines = wrap(text, width);
  for (let narrower = width - 1; narrower > 0; narrower--) {
    const tried = wrap(text, narrower);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/** Columns of the widest part of a text that `wrap` keeps on one line where it can. */
export function widestPart(text: string): number {
  return pieces(text).reduce((most, piece) => Math.max(most, widthOf(piece)), 0);
}

/** The longest beginning that fits into `width` columns, and the rest. */
export function cut(text: string, width: number): [head: string, tail: string] {
  let used = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    used += widthOf(segment);
    if (used > width) return [text.slice(0, index), text.slice(index)];
  }
  return [text, ''];
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const closing = /^[，。、；：！？）】》」』”’…%％)\],.;:!?]/u;
const opening = /[（【《「『“‘([]$/u;

/** What a line may be broken between. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let quoted = false;
  let last = '';
  for (const { segment } of segmenter.segment(text)) {
    if (segment === '`') quoted = !quoted;
    const unbroken = segment === '`' ? !quoted : last === '`' && quoted;
    if (result.length > 0 && (unbroken || belongTogether(last, segment))) result[result.length - 1] += segment;
    else result.push(segment);
    last = segment;
  }
  return withCounts(result);
}

/** Puts a number that stands between blanks together with its unit, and with the 第 before it: `5 分`, `第 29 行`. */
function withCounts(parts: readonly string[]): string[] {
  const result: string[] = [];
  for (const part of parts) {
    const before = result.at(-2) ?? '';
    const counted = /(?:^|第 )\P{L}*\d$/u.test(before) && /^\p{Script=Han}/u.test(part);
    const ordinal = before.endsWith('第') && /^\d/.test(part);
    if (result.at(-1) === ' ' && (counted || ordinal)) result.splice(-2, 2, `${before} ${part}`);
    else result.push(part);
  }
  return result;
}

/** Whether no line is broken between two neighbours: in a word or number with its unit, before a closing mark, behind an opening one. */
function belongTogether(first: string, second: string): boolean {
  const [blank, behindBlank] = [second.trim() === '', first.trim() === ''];
  if (blank || behindBlank) return blank && behindBlank;
  if (second === '`' || first === '`') return closing.test(second);
  const word = /\d/.test(first) || !(wide.test(first) || wide.test(second));
  return word || closing.test(second) || opening.test(first);
}
