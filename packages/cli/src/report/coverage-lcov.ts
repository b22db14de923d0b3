import type { CoveragePoint } from '@assess/dsl';
import { dirname, join } from 'node:path';
import type { CoveredFile } from './coverage-summary.ts';

/** Coverage per line in the form of lcov: each point that counts is a branch, and a line is hit when any of its points is. */
export function* coverageLcov(files: readonly CoveredFile[]): Generator<string> {
  for (const { path, points } of files) {
    const counted = points.filter((point) => point.counted);
    for (const [file, own] of Map.groupBy(counted, ({ place }) => place.file)) {
      yield `TN:\nSF:${file === null ? path : join(dirname(path), file)}\n`;
      yield* branches(own);
      const lines = [...Map.groupBy(own, ({ place }) => place.line)].toSorted(([a], [b]) => a - b);
      for (const [line, inLine] of lines) yield `DA:${line},${Math.max(...inLine.map(({ hits }) => hits))}\n`;
      yield `LF:${lines.length}\nLH:${lines.filter(([, inLine]) => inLine.some(({ hits }) => hits > 0)).length}\nend_of_record\n`;
    }
  }
}

function* branches(points: readonly CoveragePoint[]): Generator<string> {
  for (const [line, own] of Map.groupBy(points, ({ place }) => place.line)) {
    const wasReached = own.some(({ hits }) => hits > 0);
    // `-`: nothing on the line was reached at all.
    for (const [branch, { hits }] of own.entries()) yield `BRDA:${line},0,${branch},${wasReached ? hits : '-'}\n`;
  }
  yield `BRF:${points.length}\nBRH:${points.filter(({ hits }) => hits > 0).length}\n`;
}
