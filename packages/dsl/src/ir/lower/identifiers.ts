import type { Node } from '../../ast/nodes.ts';
import type { Names, Symbol } from '../../symbols/symbol.ts';
import type { Frame } from './frames.ts';
import { Memo } from './memo.ts';
import type { Origins } from './origins.ts';

/** Identities of items, lists and conditions: the names from the method down, joined by dots; unique in the policy. */
export class Identifiers {
  readonly #names: Names;
  readonly #origins: Origins;
  readonly #memo = new Memo<string>();
  readonly #taken = new Set<string>();

  constructor(names: Names, origins: Origins) {
    this.#names = names;
    this.#origins = origins;
  }

  /** The identity of what a node declares, in a frame. */
  of(node: Node, frame: Frame): string {
    const symbol = this.#names.declared.get(node);
    if (symbol === undefined) throw new Error(`a ${node.kind} without a name reached lowering`);
    return this.#memo.get(node, frame, () => {
      const name = this.nameOf(symbol);
      return this.#unique(
        symbol.kind === 'scorecard' ? this.#inUser(frame, name) : this.#below(symbol.owner, frame, name),
      );
    });
  }

  /** The identity of a line without a name, inside what a symbol declares. */
  ofLine(node: Node, inside: Symbol | null, frame: Frame): string {
    return this.#memo.get(node, frame, () => this.#unique(this.#below(inside, frame, this.#origins.word(node.span))));
  }

  /** The name, or the word of the chapter for what needs none, such as `负面清单`. */
  nameOf(symbol: Symbol): string {
    return symbol.name === '' ? this.#origins.word(symbol.node.span) : symbol.name;
  }

  #below(owner: Symbol | null, frame: Frame, name: string): string {
    if (owner === null || owner.kind === 'total') return name;
    return owner.kind === 'scorecard' ? this.#inUser(frame, name) : `${this.of(owner.node, frame)}.${name}`;
  }

  #inUser({ user, outer }: Frame, name: string): string {
    return user === null || outer === null ? name : `${this.of(user.node, outer)}.${name}`;
  }

  #unique(id: string): string {
    let unique = id;
    for (let number = 2; this.#taken.has(unique); number++) unique = `${id}#${number}`;
    this.#taken.add(unique);
    return unique;
  }
}
