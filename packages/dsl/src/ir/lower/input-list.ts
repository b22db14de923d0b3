import type { InputSpec } from '@assess/runtime';
import type { AbsencePolicy } from '../../ast/nodes.ts';

/** What a rule gives without a figure that it reads. */
export type AbsenceAnswer = Exclude<AbsencePolicy, 'refuse'>;

/** The inputs of a program in the making, in the order of the policy. */
export class InputList {
  readonly specs: InputSpec[] = [];
  readonly #byKey = new Map<string, number>();

  readonly #absence = new Map<number, AbsenceAnswer>();

  /** `absence` is what 未报 says that a rule gives without the figure; null where it is not asked. */
  add(spec: InputSpec, absence: AbsenceAnswer | null = null): void {
    if (this.#byKey.has(spec.key)) throw new Error(`two inputs have the key ${spec.key}`);
    this.#byKey.set(spec.key, this.specs.length);
    if (absence !== null) this.#absence.set(this.specs.length, absence);
    this.specs.push(spec);
  }

  /** The key, or where another input has it the key with dots behind it. */
  freeKey(key: string): string {
    let free = key;
    while (this.#byKey.has(free)) free += '.';
    return free;
  }

  /** What a rule gives without the figure of an input; null where the policy does not say. */
  absencePolicy(index: number): AbsenceAnswer | null {
    return this.#absence.get(index) ?? null;
  }

  /** The index of the input with this key. */
  index(key: string): number {
    const index = this.#byKey.get(key);
    if (index === undefined) throw new Error(`there is no input ${key}`);
    return index;
  }

  spec(index: number): InputSpec {
    const spec = this.specs[index];
    if (spec === undefined) throw new Error(`there is no input ${index}`);
    return spec;
  }
}
