import { scorecardOf } from '../../symbols/scope.ts';
import type { Names, Reference, Symbol } from '../../symbols/symbol.ts';

/**
 * One use of a scorecard by one item: a scorecard that two methods use stands for two sets of data and two scores. The frame
 * without a scorecard is the rest of the policy.
 */
export interface Frame {
  readonly scorecard: Symbol | null;
  /** The item that uses the scorecard. */
  readonly user: Symbol | null;
  /** The frame in which that item stands. */
  readonly outer: Frame | null;
}

/** The frames of a policy, each made once. */
export class Frames {
  readonly root: Frame = { scorecard: null, user: null, outer: null };
  readonly #names: Names;
  readonly #inner = new Map<Frame, Map<Symbol, Map<Symbol, Frame>>>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** The frame of what `user`, standing in `outer`, uses. */
  used(scorecard: Symbol, user: Symbol, outer: Frame): Frame {
    const inner = this.#inner.get(outer) ?? new Map<Symbol, Map<Symbol, Frame>>();
    this.#inner.set(outer, inner);
    const sheets = inner.get(user) ?? new Map<Symbol, Frame>();
    inner.set(user, sheets);
    const frame = sheets.get(scorecard) ?? { scorecard, user, outer };
    sheets.set(scorecard, frame);
    return frame;
  }

  /** The frame in which a reference that is read in `here` means its symbol. */
  of({ symbol, through }: Reference, here: Frame): Frame {
    const home = scorecardOf(symbol);
    if (home === null) return this.root;
    if (through === null) {
      for (let frame: Frame | null = here; frame !== null; frame = frame.outer) {
        if (frame.scorecard === home) return frame;
      }
    }
    const users = this.#names.users.get(home) ?? [];
    const user = through ?? (users.length === 1 ? users[0] : undefined);
    if (user === undefined) throw new Error(`${symbol.name} has no single meaning here`);
    return this.used(home, user, this.of({ symbol: user, through: null }, here));
  }
}
