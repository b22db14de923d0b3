/** The rows of `按 对象数 { … }` as sets of sizes. */
import { one, zero } from '@assess/runtime';
import type { QuotaSizeNode, QuotaSizesNode } from '../ast/nodes.ts';
import type { Analysis } from './analysis.ts';
import { bandOf } from './bands.ts';
import type { BandSubject } from './bands.ts';
import { between, everything, intersect, onSteps, unite, without } from './intervals.ts';
import type { NumberSet } from './intervals.ts';

/** A row with the sizes for which it holds and no row above it does. */
export interface SizeRow {
  readonly row: QuotaSizeNode;
  readonly set: NumberSet;
  /** What its condition says, whatever stands above. */
  readonly said: NumberSet;
}

/** How many subjects there can be: whole numbers from 0. */
const sizes: NumberSet = onSteps(between(zero, null), one);

const subject: BandSubject = {
  expression: null,
  symbol: null,
  through: null,
  full: null,
  range: { low: zero, high: null, step: one },
  domain: sizes,
};

/** The rows in order. */
export function sizeRows(
  { rows }: QuotaSizesNode,
  facts: Pick<Analysis, 'tree' | 'names' | 'marks' | 'types' | 'results'>,
): readonly SizeRow[] {
  let taken: NumberSet = [];
  return rows.map((row) => {
    const band = row.condition === null ? everything : bandOf(row.condition, subject, facts).set;
    const said = onSteps(intersect(sizes, band), one);
    const set = onSteps(without(said, taken), one);
    taken = unite(taken, said);
    return { row, set, said };
  });
}

/** The sizes for which no row holds. */
export function sizesLeft(rows: readonly SizeRow[]): NumberSet {
  return onSteps(without(sizes, rows.map(({ said }) => said).reduce(unite, [])), one);
}
