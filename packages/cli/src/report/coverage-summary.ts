import { type CoveragePoint, type Locale, pointKinds, type PointKind } from '@assess/dsl';
import type { Output } from '../io/output.ts';
import { visible } from '../io/visible.ts';
import { pad, widthOf, wrap } from '../io/width.ts';

/** The coverage of one policy. */
export interface CoveredFile {
  /** As given on the command line. */
  readonly path: string;
  readonly points: readonly CoveragePoint[];
  /** The policy's texts by the name under which it imports them; its own under null. */
  readonly texts: ReadonlyMap<string | null, string>;
}

/** As many points that no test reached as are listed; the page of HTML has them all. */
const mostMissed = 30;

/** How much of what counts was reached, from 0 to 100; 100 where nothing counts. */
export function percentOf(points: readonly CoveragePoint[]): number {
  const counted = points.filter((point) => point.counted);
  const reached = counted.filter(({ hits }) => hits > 0).length;
  return counted.length === 0 ? 100 : (100 * reached) / counted.length;
}

/** `87.5%`, cut and not rounded: 100% is all of it. */
export function showPercent(percent: number): string {
  return `${Math.floor(percent * 10) / 10}%`;
}

/** Per kind how much was reached, and what was not. */
export function* coverageSummary({ path, points }: CoveredFile, locale: Locale, out: Output): Generator<string> {
  const title = {
    zh: `覆盖：${path} ${showPercent(percentOf(points))}`,
    en: `Coverage: ${path} ${showPercent(percentOf(points))}`,
  };
  yield `${out.style('bold', visible(title[locale]))}\n`;
  const rows = kindsIn(points).map((kind) => {
    const own = points.filter((point) => point.kind === kind && point.counted);
    const reached = own.filter(({ hits }) => hits > 0).length;
    return [pointKinds[kind][locale], `${reached} / ${own.length}`, showPercent(percentOf(own))] as const;
  });
  const exact = points.filter(({ counted }) => !counted);
  if (exact.length > 0) {
    const reached = exact.filter(({ hits }) => hits > 0).length;
    rows.push([
      { zh: '恰在界限上（不计入）', en: 'exactly at a bound (not counted)' }[locale],
      `${reached} / ${exact.length}`,
      showPercent((100 * reached) / exact.length),
    ]);
  }
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  for (const [name, count, percent] of rows)
    yield `  ${pad(name, widths[0] ?? 0)}  ${pad(count, widths[1] ?? 0, 'left')}  ${pad(percent, widths[2] ?? 0, 'left')}\n`;
  const missed = points.filter(({ counted, hits }) => counted && hits === 0);
  if (missed.length === 0) return;
  yield `\n  ${{ zh: '测试没有到过：', en: 'Not reached by any test:' }[locale]}\n`;
  for (const { place, text, goal } of missed.slice(0, mostMissed)) {
    const line = `${place.file ?? path}:${place.line}:${place.column} ${goal[locale]}${{ zh: '：', en: ': ' }[locale]}${text}`;
    const [first = '', ...rest] = wrap(visible(line), Math.max(40, out.columns - 8));
    yield `    ${first}\n${rest.map((each) => `        ${each}\n`).join('')}`;
  }
  const more = missed.length - mostMissed;
  if (more > 0) yield `    ${{ zh: `……还有 ${more} 处`, en: `… and ${more} more` }[locale]}\n`;
}

function kindsIn(points: readonly CoveragePoint[]): readonly PointKind[] {
  const there = new Set(points.map(({ kind }) => kind));
  return (
    [
      'item',
      'row',
      'comparison',
      'case',
      'cap',
      'when',
      'no-points',
      'grade',
      'effect',
      'consequence',
      'quota',
    ] as const
  ).filter((kind) => there.has(kind));
}
