import type { InputSpec } from '@assess/runtime';
import type { AbsencePolicy } from '../../ast/nodes.ts';

/** What the policy says of a figure that is missing; null where it does not say. */
export interface Answers {
  readonly notReported: AbsencePolicy | null;
  /** For 不适用, on the figure itself. */
  readonly own: AbsencePolicy | null;
  /** For 不适用, where the figure is declared. */
  readonly around: AbsencePolicy | null;
}

const noAnswers: Answers = { notReported: null, own: null, around: null };

/** The inputs of a program in the making, in the order of the policy. */
export class InputList {
  readonly specs: InputSpec[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #answers = new Map<number, Answers>();

  add(spec: InputSpec, answers: Answers = noAnswers): void {
    if (this.#byKey.has(spec.key)) throw new Error(`two inputs have the key ${spec.key}`);
    this.#byKey.set(spec.key, this.specs.length);
    this.#answers.set(this.specs.length, answers);
    this.specs.push(spec);
  }

  /** The key, or where another input has it the key with dots behind it. */
  freeKey(key: string): string {
    let free = key;
    while (this.#byKey.has(free)) free += '.';
    return free;
  }

  /** What is said of the absence of an input. */
  answers(index: number): Answers {
    return this.#answers.get(index) ?? noAnswers;
  }

  /** Whether the policy says what a rule gives without the figure of an input. */
  isAnswered(index: number): boolean {
    return this.answers(index).notReported !== null || this.spec(index).notApplicable;
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
