import type { Random } from '../random.ts';

/** What a random policy has declared so far, so that its parts can use one another's names. */
export class Draft {
  readonly random: Random;
  /** Options of the class of a subject, by which tables, weights and quotas choose. */
  readonly classes: readonly string[];
  readonly hasDates: boolean;
  /** Whether the policy has a chapter of grades: without one nothing can act on them. */
  readonly isGraded: boolean;
  readonly #names: string[];
  #next = 0;

  constructor(random: Random) {
    this.random = random;
    this.classes = ['机关支部', '企业支部', '学校支部'].slice(0, random.integer(2, 3));
    this.hasDates = random.chance(0.5);
    this.isGraded = random.chance(0.85);
    // Under these names every JavaScript object has something.
    this.#names = random.chance(0.3)
      ? random.shuffle(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])
      : [];
  }

  /** A name that no other thing in the policy has. */
  name(stem: string): string {
    const hostile = this.random.chance(0.05) ? this.#names.pop() : undefined;
    if (hostile !== undefined) return hostile;
    const number = this.#next++;
    if (this.random.chance(0.05)) return `【${stem}（${number}）】`;
    const digits = Array.from(String(number), (digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)] ?? '');
    return this.random.chance(0.2) ? `Q${number}` : stem + digits.join('');
  }

  /** A number of points between the two, in steps of `step`, as it is written. */
  points(low: number, high: number, step: 0.1 | 0.25 | 0.5 | 1 = 0.5): string {
    return decimal(this.random.integer(Math.ceil(low / step), Math.floor(high / step)) * step);
  }
}

/** A figure as a drafter writes it; the generator's own figures have at most two decimals. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Splits a whole number into positive parts. */
export function split(total: number, parts: number, random: Random): number[] {
  const cuts = random.shuffle(Array.from({ length: total - 1 }, (_, index) => index + 1)).slice(0, parts - 1);
  const ends = [...cuts.toSorted((left, right) => left - right), total];
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

/** Lines of a block, set in. */
export function block(lines: readonly string[]): string {
  return `{\n${lines.join('\n').replaceAll(/^/gm, '  ')}\n}`;
}
