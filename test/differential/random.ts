/** Reproducible choices: the same seed gives the same programs, policies and records on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A source of its own for case number `index`, so that one case can be run again without those before it. */
  static forCase(seed: number, index: number): Random {
    const random = new Random((seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0);
    random.integer(0, 1);
    return random;
  }

  /** Both ends included; at most 2^53 apart. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    const index = this.integer(0, values.length - 1);
    for (const value of values.slice(index, index + 1)) return value;
    throw new RangeError('nothing to pick from');
  }

  /** What `make` gives, `low` to `high` times. */
  times<T>(low: number, high: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.integer(low, high) }, (_, index) => make(index));
  }

  /** In another order. */
  shuffle<T>(values: readonly T[]): T[] {
    return values
      .map((value) => ({ value, key: this.#next() }))
      .toSorted((left, right) => left.key - right.key)
      .map(({ value }) => value);
  }

  /** At least 0, below 1, in steps of 2^-32 (Tommy Ettinger's mulberry32). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
