import {
  indexAt,
  numberAt,
  truthAt,
  type AdjustmentSpec,
  type ItemSpec,
  type Manifest,
  type Rational,
  type Trace,
} from '@assess/runtime';

/** One thing of a result that a test can expect. */
export interface Observed {
  /** The names that lead to it, from the outermost; empty for the total. Of the grade and what stands beside it null. */
  readonly path: readonly string[] | null;
  readonly kind: 'item' | 'list' | 'total' | 'grade' | 'no-grade' | 'out-of-awards';
  readonly value: Rational | string | boolean;
}

/** All of a result that a test can expect, what is nearest to a single rule first: leaf items, lists, items above, the total, the grade. */
export function observe(manifest: Manifest, trace: Trace): readonly Observed[] {
  const { total, scale } = manifest;
  const items = below(total).map(({ item, path }): Observed & { depth: number } => ({
    path,
    kind: 'item',
    value: numberAt(trace, item.score),
    depth: path.length,
  }));
  const lists = [total, ...below(total).map(({ item }) => item)].flatMap(({ adjustments }) =>
    adjustments.flatMap(listsIn),
  );
  const observed: Observed[] = [
    ...items.toSorted((a, b) => b.depth - a.depth).map(({ path, kind, value }) => ({ path, kind, value })),
    ...lists.map((list): Observed => ({ path: [list.name], kind: 'list', value: numberAt(trace, list.points) })),
    { path: [], kind: 'total', value: numberAt(trace, total.score) },
  ];
  if (scale === null) return observed;
  const isUngraded = scale.ungraded !== null && truthAt(trace, scale.ungraded);
  observed.push({ path: null, kind: 'no-grade', value: isUngraded });
  if (!isUngraded)
    observed.push({ path: null, kind: 'grade', value: scale.grades[indexAt(trace, scale.graded)] ?? '' });
  observed.push({ path: null, kind: 'out-of-awards', value: scale.barred !== null && truthAt(trace, scale.barred) });
  return observed;
}

function below(item: ItemSpec): readonly { readonly item: ItemSpec; readonly path: readonly string[] }[] {
  return item.children.flatMap((child) => [{ item: child, path: child.id.split('.') }, ...below(child)]);
}

function listsIn(adjustment: AdjustmentSpec): readonly AdjustmentSpec[] {
  return adjustment.kind === 'list' ? [adjustment, ...adjustment.children.flatMap(listsIn)] : [];
}

/** Whether two observed values are the same. */
export function isSameValue(one: Observed['value'], other: Observed['value']): boolean {
  if (typeof one === 'object' && typeof other === 'object')
    return one.numerator * other.denominator === other.numerator * one.denominator;
  return one === other;
}
