import type { InputSpec } from '@assess/runtime';
import type { AbsencePolicy } from '../../ast/nodes.ts';
import type { Frame } from './frames.ts';

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
  /** The period whose inputs are being declared, and of each period its number. */
  #period: number | null = null;
  readonly #periods = new Map<Frame, number>();

  add(spec: Omit<InputSpec, 'together'>, answers: Answers = noAnswers): void {
    if (this.#byKey.has(spec.key)) throw new Error(`two inputs have the key ${spec.key}`);
    this.#byKey.set(spec.key, this.specs.length);
    this.#answers.set(this.specs.length, answers);
    this.specs.push({ ...spec, together: this.#period });
  }

  /** The key, or where another input has it the key with dots behind it. */
  freeKey(key: string): string {
    let free = key;
    while (this.#byKey.has(free)) free += '.';
    return free;
  }

  /** Declares the inputs of a period of which nothing need be recorded, all in one frame. */
  period(frame: Frame, declare: () => void): void {
    this.#period = this.#periods.size;
    this.#periods.set(frame, this.#period);
    declare();
    this.#period = null;
  }

  /** The inputs of a period by its frame; none for one whose inputs must be recorded. */
  ofPeriod(frame: Frame): readonly number[] {
    const period = this.#periods.get(frame);
    return period === undefined ? [] : [...this.specs.keys()].filter((index) => this.specs[index]?.together === period);
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
