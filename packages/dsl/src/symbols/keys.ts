/** The keys under which figures stand in a record. */
import type { Names, Reference, Symbol } from './symbol.ts';
import { scorecardOf } from './scope.ts';

/**
 * The key of an attribute, an input or a case: its name, behind its ballot's name for an input of a ballot, all behind the
 * method's name where several items use its scorecard. `through` of the reference tells which of them.
 */
export function recordKey({ symbol, through }: Reference, names: Names): string {
  const ballot = symbol.owner?.kind === 'ballot' ? `${symbol.owner.name}.` : '';
  return `${prefix(symbol, through, names)}${ballot}${symbol.name}`;
}

/** The key of the votes for an option of a ballot, in a group where the ballot has groups. */
export function voteKey(option: Reference, group: Symbol | null, names: Names): string {
  const { symbol, through } = option;
  const cell = group === null ? symbol.name : `${group.name}.${symbol.name}`;
  return `${prefix(symbol, through, names)}${symbol.owner?.name ?? ''}.${cell}`;
}

function prefix(symbol: Symbol, through: Symbol | null, names: Names): string {
  const scorecard = scorecardOf(symbol);
  const users = scorecard === null ? undefined : names.users.get(scorecard);
  if (through === null || users === undefined || users.length < 2) return '';
  // A period stands behind the item whose period it is.
  const whole = isPeriod(through) ? through.owner : null;
  return whole === null ? `${through.name}.` : `${whole.name}.${through.name}.`;
}

/** Whether an item stands for a period of the item around it. */
function isPeriod({ node }: Symbol): boolean {
  return node.kind === 'item' && node.clauses.some(({ kind }) => kind === 'sub-period');
}

/** Pairs of things that would stand under one key. */
export function collidingKeys(
  names: Names,
): readonly { readonly key: string; readonly first: Symbol; readonly second: Symbol }[] {
  const taken = new Map<string, Symbol>();
  const collisions: { key: string; first: Symbol; second: Symbol }[] = [];
  const take = (key: string, symbol: Symbol): void => {
    const first = taken.get(key);
    if (first === undefined) taken.set(key, symbol);
    else if (first !== symbol) collisions.push({ key, first, second: symbol });
  };
  for (const symbol of names.symbols) {
    if (symbol.name === '') continue;
    const scorecard = scorecardOf(symbol);
    const users: readonly (Symbol | null)[] = scorecard === null ? [null] : (names.users.get(scorecard) ?? []);
    for (const through of users) {
      if (symbol.kind === 'subject' || symbol.kind === 'attribute' || symbol.kind === 'input' || symbol.kind === 'case')
        take(recordKey({ symbol, through }, names), symbol);
      // Every key of a ballot starts with its name, so two ballots must not share theirs.
      else if (symbol.kind === 'ballot') take(`${prefix(symbol, through, names)}${symbol.name}.`, symbol);
    }
  }
  return collisions;
}
