import type { Output } from '../io/output.ts';
import { pad, widestPart, widthOf, wrap, wrapEvenly } from '../io/width.ts';

/** A column of a table for people. */
export interface TextColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
  /**
   * What becomes of it where the table is too wide: text is broken into several lines, figures and words stay whole, and
   * of what is optional the last goes first.
   */
  readonly yields: 'never' | 'breaks' | 'goes';
}

/** A table laid out, and the headings of the columns for which there was no room. */
export interface TextTable {
  readonly lines: readonly string[];
  readonly left: readonly string[];
}

/** Blanks between columns where there is room, and where cells have to be broken for want of it. */
const wideGap = 2;
const narrowGap = 1;
/** A column of text is not made narrower than this: six Chinese characters. */
const narrowest = 12;
/** A heading may be broken so that its column is as narrow as its cells, but not narrower than this. */
const narrowestHeading = 4;
/** A word of a heading is cut only where it is longer than this. */
const longestWord = 24;

/** Lays columns out side by side in at most `width` columns of a terminal, as far as that can be done. */
export function layOutTable(columns: readonly TextColumn[], width: number, out: Output): TextTable {
  const gap = totalWidth(columns.map(wantedWidth), wideGap) <= width ? wideGap : narrowGap;
  const kept = [...columns];
  const left: string[] = [];
  while (totalWidth(kept.map(leastWidth), gap) > width) {
    const last = kept.findLastIndex((column) => column.yields === 'goes');
    if (last < 0) break;
    left.unshift(...kept.splice(last, 1).map(({ heading }) => heading));
  }
  const widths = shareWidth(kept, width, gap);
  const headings = kept.map(({ heading }, index) => wrapEvenly(heading, widths[index] ?? 0));
  const rows = Array.from({ length: kept[0]?.cells.length ?? 0 }, (_, row) =>
    kept.map(({ cells }, index) => wrap(cells[row] ?? '', widths[index] ?? 0)),
  );
  const lines = [
    ...blockLines(headings, kept, widths, gap, 'bottom').map((line) => out.style('bold', line)),
    out.style('dim', widths.map((each) => '─'.repeat(each)).join(' '.repeat(gap))),
    ...rows.flatMap((cells) => blockLines(cells, kept, widths, gap, 'top')),
  ];
  return { lines, left };
}

/** The widths of all columns: what each would like, and where that is too much, less for the text that can be broken. */
function shareWidth(columns: readonly TextColumn[], width: number, gap: number): number[] {
  const widths = columns.map(wantedWidth);
  const least = columns.map(leastWidth);
  for (let excess = totalWidth(widths, gap) - width; excess > 0; excess--) {
    const slack = widths.map((each, index) => (columns[index]?.yields === 'breaks' ? each - (least[index] ?? 0) : 0));
    const most = Math.max(0, ...slack);
    if (most === 0) break;
    const index = slack.indexOf(most);
    widths[index] = (widths[index] ?? 0) - 1;
  }
  return widths;
}

function wantedWidth({ heading, cells, yields }: TextColumn): number {
  const widest = cells.reduce((most, cell) => Math.max(most, widthOf(cell)), 0);
  return Math.max(widest, yields === 'breaks' ? widthOf(heading) : brokenWidth(heading, widest));
}

function leastWidth(column: TextColumn): number {
  const wanted = wantedWidth(column);
  return column.yields === 'breaks' ? Math.min(wanted, brokenWidth(column.heading, narrowest)) : wanted;
}

/** The width of a heading broken into lines of about `width` columns; its words stay whole. */
function brokenWidth(heading: string, width: number): number {
  const whole = Math.min(widestPart(heading), longestWord);
  return Math.min(widthOf(heading), Math.max(width, narrowestHeading, whole));
}

function totalWidth(widths: readonly number[], gap: number): number {
  return widths.reduce((sum, each) => sum + each, 0) + gap * Math.max(0, widths.length - 1);
}

/** One row whose cells have several lines. */
function blockLines(
  cells: readonly (readonly string[])[],
  columns: readonly TextColumn[],
  widths: readonly number[],
  gap: number,
  side: 'top' | 'bottom',
): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((lines, index) => {
        const text = lines[side === 'top' ? row : row - height + lines.length] ?? '';
        return pad(text, widths[index] ?? 0, columns[index]?.align === 'right' ? 'left' : 'right');
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}
