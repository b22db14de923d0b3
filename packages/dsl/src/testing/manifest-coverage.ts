import {
  absolute,
  compare,
  equal,
  indexAt,
  isZero,
  numberAt,
  truthAt,
  type AdjustmentSpec,
  type GradeScaleSpec,
  type ItemSpec,
  type Manifest,
  type Origin,
  type Trace,
} from '@assess/runtime';
import type { Message } from '../source/locale.ts';
import type { CoveragePoint, PointKind, PointSet } from './coverage-points.ts';

/** Looks at everything of one trace that the manifest tells the meaning of; a trace of null adds the points and reaches none. */
export function coverManifest(
  { total, scale, scales, consequences }: Manifest,
  trace: Trace | null,
  to: PointSet,
): void {
  coverItem(total, trace, to);
  for (const each of scales) coverScale(each, trace, to);
  if (scale === null) return;
  coverScale(scale, trace, to);
  const grade = trace === null || isUngraded(scale, trace) ? null : indexAt(trace, scale.graded);
  for (const { grades, origin } of consequences)
    to.add(point('consequence', origin, goals.due), grade !== null && grades.includes(grade));
}

const goals = {
  full: { zh: '得满分', en: 'full marks' },
  less: { zh: '未得满分', en: 'less than full marks' },
  row: { zh: '适用', en: 'decides' },
  occurred: { zh: '发生', en: 'occurs' },
  notOccurred: { zh: '未发生', en: 'does not occur' },
  binding: { zh: '触及封顶', en: 'cap binds' },
  notBinding: { zh: '未触及封顶', en: 'below the cap' },
  duplicates: { zh: '就高不重复起作用', en: 'only the highest counts' },
  holds: { zh: '成立', en: 'holds' },
  holdsNot: { zh: '不成立', en: 'does not hold' },
  noPoints: { zh: '不得分', en: 'no points' },
  reached: { zh: '评为', en: 'given' },
  acts: { zh: '起作用', en: 'acts' },
  due: { zh: '适用', en: 'due' },
} satisfies Record<string, Message>;

function point(kind: PointKind, { file, line, column, text }: Origin, goal: Message): Omit<CoveragePoint, 'hits'> {
  return { kind, place: { file, line, column }, text, goal, counted: true };
}

function coverItem(item: ItemSpec, trace: Trace | null, to: PointSet): void {
  const { origin, children, rule, zeroed, adjustments } = item;
  if (children.length === 0) {
    const isFull = trace !== null && compare(numberAt(trace, item.score), numberAt(trace, item.full)) >= 0;
    to.add(point('item', origin, goals.full), isFull);
    to.add(point('item', origin, goals.less), trace !== null && !isFull);
  }
  const row = trace === null || rule.chosen === null ? null : indexAt(trace, rule.chosen);
  for (const [index, each] of rule.rows.entries()) to.add(point('row', each, goals.row), index === row);
  if (zeroed !== null) to.add(point('no-points', origin, goals.noPoints), trace !== null && truthAt(trace, zeroed));
  for (const adjustment of adjustments) coverAdjustment(adjustment, trace, to);
  for (const child of children) coverItem(child, trace, to);
}

function coverAdjustment(adjustment: AdjustmentSpec, trace: Trace | null, to: PointSet): void {
  const { kind, origin, cap, gross, points } = adjustment;
  if (cap !== null) {
    const [before, after] = trace === null ? [null, null] : [numberAt(trace, gross), numberAt(trace, points)];
    const acts = before !== null && after !== null && !isZero(before);
    const binds = acts && !equal(absolute(before), absolute(after));
    to.add(point('cap', origin, goals.binding), binds);
    to.add(point('cap', origin, goals.notBinding), acts && !binds);
  }
  if (kind === 'list') {
    const { duplicates, children } = adjustment;
    if (duplicates !== null)
      to.add(point('cap', origin, goals.duplicates), trace !== null && !isZero(numberAt(trace, duplicates)));
    for (const child of children) coverAdjustment(child, trace, to);
    return;
  }
  const occurred = trace === null ? null : truthAt(trace, adjustment.occurred);
  to.add(point(kind, origin, kind === 'case' ? goals.occurred : goals.holds), occurred === true);
  to.add(point(kind, origin, kind === 'case' ? goals.notOccurred : goals.holdsNot), occurred === false);
}

function coverScale(scale: GradeScaleSpec, trace: Trace | null, to: PointSet): void {
  const grade = trace === null || isUngraded(scale, trace) ? null : indexAt(trace, scale.graded);
  for (const [index, line] of scale.lines.entries()) to.add(point('grade', line, goals.reached), index === grade);
  for (const { acts, origin } of scale.effects)
    to.add(point('effect', origin, goals.acts), trace !== null && truthAt(trace, acts));
}

function isUngraded({ ungraded }: GradeScaleSpec, trace: Trace): boolean {
  return ungraded !== null && truthAt(trace, ungraded);
}
