import type { RecordPlace } from './record-problem.ts';

/** A record as it was found, not yet validated. */
export interface FoundRecord {
  readonly place: RecordPlace;
  /** What is recorded, by key; without a prototype, so that any name is a key. Null where something else stands there. */
  readonly record: Record<string, unknown> | null;
  readonly layout: Layout;
}

/** How the records of one file are laid out. */
export interface Layout {
  /** The letters of the columns by key, where there are columns. */
  readonly letters: ReadonlyMap<string, string>;
  /** Keys whose absence was already reported for all records at once. */
  readonly reported: ReadonlySet<string>;
}
