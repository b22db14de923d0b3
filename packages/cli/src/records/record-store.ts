import type { Manifest } from '@assess/runtime';
import { plainObject } from '../plain-object.ts';

/** Longer texts are hardly ever there twice. */
const longestShared = 24;
/** As many different short texts as are shared; a column of numbers of its own must not fill the memory. */
const mostShared = 10_000;

/**
 * Holds the records of a cohort in little room: of each a row of values in the order of the manifest's keys, with equal
 * short texts held once. A record with keys of its own keeps them.
 */
export class RecordStore {
  readonly #keys: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #rows: (readonly unknown[] | null)[] = [];
  /** What records hold under keys that the manifest has not, by index of the record. */
  readonly #strange = new Map<number, readonly (readonly [string, unknown])[]>();
  readonly #shared = new Map<string, string>();

  constructor(manifest: Manifest) {
    this.#keys = [manifest.subject, ...manifest.inputs.map((input) => input.key)];
    this.#known = new Set(this.#keys);
  }

  get count(): number {
    return this.#rows.length;
  }

  /** Takes a record in, or null for something that is none. */
  add(record: Readonly<Record<string, unknown>> | null): void {
    if (record !== null) {
      const strange = Object.entries(record).filter(([key]) => !this.#known.has(key));
      if (strange.length > 0) this.#strange.set(this.#rows.length, strange);
    }
    this.#rows.push(record === null ? null : this.#keys.map((key) => this.#share(record[key])));
  }

  /** The record as it was taken in; an object of its own each time. */
  at(index: number): Record<string, unknown> | null {
    const row = this.#rows[index] ?? null;
    if (row === null) return null;
    const record = plainObject(this.#strange.get(index));
    for (const [position, key] of this.#keys.entries()) {
      const value = row[position];
      if (value !== undefined) record[key] = value;
    }
    return record;
  }

  #share(value: unknown): unknown {
    if (typeof value !== 'string' || value.length > longestShared) return value;
    const shared = this.#shared.get(value);
    if (shared !== undefined) return shared;
    if (this.#shared.size < mostShared) this.#shared.set(value, value);
    return value;
  }
}
