import type { Frame } from './frames.ts';

/** What was made for a node in a frame: once, where it is first asked for. */
export class Memo<Value> {
  readonly #values = new Map<Frame, Map<object, Value | null>>();

  /** The value made for this node in this frame, made now if it is not there yet. */
  get(node: object, frame: Frame, make: () => Value): Value {
    const values = this.#values.get(frame) ?? new Map<object, Value | null>();
    this.#values.set(frame, values);
    const known = values.get(node);
    if (known === null) throw new Error('a circle of definitions reached lowering');
    if (known !== undefined) return known;
    values.set(node, null);
    const made = make();
    values.set(node, made);
    return made;
  }
}
