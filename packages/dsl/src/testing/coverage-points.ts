import type { Message } from '../source/locale.ts';

/** What a point of the coverage is about. */
export type PointKind =
  'item' | 'row' | 'comparison' | 'case' | 'cap' | 'when' | 'no-points' | 'grade' | 'effect' | 'consequence' | 'quota';

export const pointKinds: Readonly<Record<PointKind, Message>> = {
  item: { zh: '末级项目', en: 'leaf items' },
  row: { zh: '行', en: 'rows' },
  comparison: { zh: '界限两侧', en: 'sides of comparisons' },
  case: { zh: '情形', en: 'cases' },
  cap: { zh: '封顶', en: 'caps' },
  when: { zh: '当', en: 'conditions' },
  'no-points': { zh: '不得分', en: 'no points' },
  grade: { zh: '等次', en: 'grades' },
  effect: { zh: '等次效果', en: 'effects on the grade' },
  consequence: { zh: '结果运用', en: 'consequences' },
  quota: { zh: '名额', en: 'quotas' },
};

/** Where a point is in the text. Lines and columns count from 1. */
export interface PointPlace {
  /** As the policy imports it; null for the policy itself. */
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
}

/** One thing that can come out at one place of the text, and how often it did. */
export interface CoveragePoint {
  readonly kind: PointKind;
  readonly place: PointPlace;
  /** The clause. */
  readonly text: string;
  /** What can come out there: `发生`, `触及封顶`. */
  readonly goal: Message;
  readonly hits: number;
  /** False for what cannot always be reached, and is told without being counted: a figure exactly at its bound. */
  readonly counted: boolean;
}

/** The points of a policy, each with how often it was reached. A place that stands in several frames counts once. */
export class PointSet {
  readonly #points = new Map<string, { point: Omit<CoveragePoint, 'hits'>; hits: number }>();

  /** Adds a point, or one more look at it. */
  add(point: Omit<CoveragePoint, 'hits'>, reached: boolean): void {
    const { kind, place, goal } = point;
    const identity = JSON.stringify([place.file, place.line, place.column, kind, goal.zh]);
    const known = this.#points.get(identity);
    if (known === undefined) this.#points.set(identity, { point, hits: reached ? 1 : 0 });
    else if (reached) known.hits++;
  }

  /** In the order of the text. */
  get points(): readonly CoveragePoint[] {
    return [...this.#points.values()]
      .map(({ point, hits }) => ({ ...point, hits }))
      .toSorted(
        (a, b) =>
          (a.place.file ?? '').localeCompare(b.place.file ?? '', 'en') ||
          a.place.line - b.place.line ||
          a.place.column - b.place.column,
      );
  }
}
