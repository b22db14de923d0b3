/** The keys under which a record holds what the policy asks. */
import { recordKey, voteKey } from '../../symbols/keys.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { Context } from './context.ts';
import type { Frame } from './frames.ts';

/** The key under which the record holds what a symbol stands for in a frame. */
export function keyOf({ analysis }: Context, symbol: Symbol, frame: Frame): string {
  return recordKey({ symbol, through: frame.user }, analysis.names);
}

/** The key of the votes for an option, in a group where the ballot has groups. */
export function votesKey({ analysis }: Context, option: Symbol, group: Symbol | null, frame: Frame): string {
  return voteKey({ symbol: option, through: frame.user }, group, analysis.names);
}
