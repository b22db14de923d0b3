import type { Message } from '@assess/dsl';
import {
  type AdjustmentSpec,
  type ItemScore,
  type ItemSpec,
  type Manifest,
  type StagedCohort,
  type SubjectResult,
} from '@assess/runtime';

/** The figures of one subject that a file of expected results holds, by their path in it: `total`, `grade`, `scales.<name>`, `items.<id>`. */
export type Figures = ReadonlyMap<string, string>;

/** All figures of every subject by name, with `refused` for a record that cannot be assessed. */
export type CohortFigures = ReadonlyMap<string, Figures>;

/** What a score, a grade or a rank is that is not there. */
const none = '—';

/** What came out for all subjects, best first; then the records that were refused, as far as they have a name. */
export function figuresOfCohort(manifest: Manifest, { ordered, refused: left, resultAt }: StagedCohort): CohortFigures {
  const subjects = ordered.map(({ subject }, place) => [subject, figuresOf(manifest, resultAt(place))] as const);
  const refused = left.map(
    ({ subject, record, issues }) =>
      [subject ?? `#${record + 1}`, new Map([['refused', issues.map(({ message }) => message.zh).join(' ')]])] as const,
  );
  return new Map([...subjects, ...refused]);
}

/** The figures of one subject. */
export function figuresOf(manifest: Manifest, result: SubjectResult): Figures {
  const { grade, scales, rank, total, consequences } = result;
  const figures = new Map([['total', total.score ?? none]]);
  if (manifest.scale !== null) figures.set('grade', grade?.final ?? none);
  for (const { name, grade: own } of scales) figures.set(`scales.${name}`, own.final ?? none);
  if (grade?.barred === true) figures.set('out-of-awards', 'yes');
  figures.set('rank', rank === null ? none : String(rank.place));
  for (const item of total.children) addScores(item, figures);
  const { trace } = result;
  for (const { id, points } of adjustmentsOf(manifest.total)) {
    const value = trace[points];
    if (typeof value === 'string' && value !== '0') figures.set(`adjustments.${id}`, value);
  }
  if (consequences.length > 0)
    figures.set('consequences', consequences.map(({ action, about }) => `${action} ${about ?? ''}`.trim()).join('；'));
  return figures;
}

function addScores({ id, score, children }: ItemScore, figures: Map<string, string>): void {
  figures.set(`items.${id}`, score ?? none);
  for (const child of children) addScores(child, figures);
}

function adjustmentsOf(item: ItemSpec): readonly AdjustmentSpec[] {
  return [...item.adjustments.flatMap(withParts), ...item.children.flatMap(adjustmentsOf)];
}

function withParts(adjustment: AdjustmentSpec): readonly AdjustmentSpec[] {
  return adjustment.kind === 'list' ? [adjustment, ...adjustment.children.flatMap(withParts)] : [adjustment];
}

const labels: Readonly<Record<string, Message>> = {
  total: { zh: '总分', en: 'total' },
  grade: { zh: '等次', en: 'grade' },
  'out-of-awards': { zh: '取消评优', en: 'out of awards' },
  rank: { zh: '名次', en: 'rank' },
  consequences: { zh: '结果运用', en: 'consequences' },
  refused: { zh: '退回', en: 'refused' },
};

/** What a figure is called. */
export function labelOfFigure(key: string): Message {
  const name = key.replace(/^(?:items|adjustments|scales)\./u, '');
  return (Object.hasOwn(labels, key) ? labels[key] : undefined) ?? { zh: name, en: name };
}
