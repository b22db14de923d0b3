/** The rows of a 分档 as sets of the values of its one quantity. */
import type { TierRowNode, TiersNode } from '../ast/nodes.ts';
import type { Analysis } from './analysis.ts';
import { bandOf, mostRows, subjectOf, unitIn } from './bands.ts';
import type { Band, BandSubject } from './bands.ts';
import { intersect, onSteps } from './intervals.ts';
import { commonSubject } from './tier-subject.ts';

/** A row with a condition, its values within the range of the quantity, and whether it holds for all of them. */
export interface TierBand extends Band {
  readonly row: TierRowNode;
}

/** What a 分档 says about its quantity. */
export interface TierTable {
  readonly subject: BandSubject;
  readonly bands: readonly TierBand[];
  /** The row 其余, or null. */
  readonly rest: TierRowNode | null;
  /** The unit in which the bounds are written. */
  readonly unit: string | null;
}

/** Reads a 分档; null where its rows do not look at one quantity, or are too many to be written by hand. */
export function tierTable(
  node: TiersNode,
  facts: Pick<Analysis, 'tree' | 'names' | 'marks' | 'types' | 'results'>,
): TierTable | null {
  if (node.rows.length === 0 || node.rows.length > mostRows) return null;
  const expression = commonSubject(node, facts);
  if (expression === null) return null;
  const subject = subjectOf(expression, facts);
  const bands = node.rows.flatMap((row): TierBand[] => {
    if (row.condition === null) return [];
    const { set, exact } = bandOf(row.condition, subject, facts);
    return [{ row, set: onSteps(intersect(subject.domain, set), subject.range.step), exact }];
  });
  const rest = node.rows.find((row) => row.condition === null) ?? null;
  const unit = node.rows.map((row) => unitIn(row.condition)).find((each) => each !== null) ?? null;
  return { subject, bands, rest, unit };
}
