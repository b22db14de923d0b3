/** Which declared thing a name means at a place. */
import type { Node } from '../ast/nodes.ts';
import { isNameable, isSection } from './declare.ts';
import type { Declarations } from './declare.ts';
import { isOfEntries } from './entries.ts';
import type { Reference, Symbol } from './symbol.ts';

/** The result of a lookup. `several`: none is nearer than the others; `shared`: it exists once per method, so the method must be named. */
export type Found =
  | { readonly found: 'one'; readonly reference: Reference }
  | { readonly found: 'none' }
  | { readonly found: 'several'; readonly references: readonly Reference[] }
  | { readonly found: 'shared'; readonly references: readonly Reference[] };

/**
 * Lookups over the declarations of one file.
 *
 * A bare name means the thing of that name that shares the innermost enclosing place with the reader: first what stands in
 * the same item, then around it, then in the same scorecard, then anywhere in the policy. Of several in that place one that
 * stands directly in it wins, and an item wins over what is inside it. A scorecard is looked into from outside through the
 * item that uses it; if several do, the reader must name one.
 */
export class Scopes {
  readonly #byName = new Map<string, Symbol[]>();
  /** By name: what bears it in or below each place; null is the top of the file. */
  readonly #below = new Map<string, Map<Symbol | null, Symbol[]>>();
  /** The same for sections of lists, which bear the names of the dimensions that they are about. */
  readonly #sections = new Map<string, Map<Symbol | null, Symbol[]>>();
  readonly #chosen = new Map<readonly Symbol[], readonly Symbol[]>();
  readonly #users: ReadonlyMap<Symbol, readonly Symbol[]>;
  /** What can be seen from the chapter that is being read, by the nodes that declare it; null is everything. */
  sight: ReadonlySet<Node> | null = null;

  readonly #everywhere: ReadonlySet<Node>;

  /** `everywhere`: what is seen whatever `sight` is; so are the lists of earlier grades, which no file declares. */
  constructor(
    declarations: Declarations,
    users: ReadonlyMap<Symbol, readonly Symbol[]>,
    everywhere: ReadonlySet<Node>,
  ) {
    this.#users = users;
    this.#everywhere = new Set([...everywhere, ...[...declarations.histories.values()].map(({ field }) => field)]);
    for (const symbol of declarations.symbols) {
      if (symbol.name === '') continue;
      add(this.#byName, symbol.name, symbol);
      if (!isNameable(symbol.kind)) continue;
      const table = isSection(symbol) ? this.#sections : this.#below;
      const places = table.get(symbol.name) ?? new Map<Symbol | null, Symbol[]>();
      table.set(symbol.name, places);
      for (const place of placesOf(symbol)) add(places, place, symbol);
    }
  }

  /** All names that a bare name may be, for suggestions. */
  *names(): Iterable<string> {
    for (const [name, bearers] of this.#byName)
      if (bearers.some((each) => isNameable(each.kind) && this.sees(each))) yield name;
  }

  /** Names of one kind, for suggestions. */
  *namesOf(accept: (symbol: Symbol) => boolean): Iterable<string> {
    for (const [name, bearers] of this.#byName) if (bearers.some(accept)) yield name;
  }

  /** Whether a thing can be named in the chapter that is being read: it stands in the same file or is imported by it. */
  sees(symbol: Symbol): boolean {
    if (this.sight === null) return true;
    let top = symbol;
    while (top.owner !== null) top = top.owner;
    return this.sight.has(top.node) || this.#everywhere.has(top.node);
  }

  /** The first declared thing of a name that is acceptable, wherever it stands: for names that are unique by their kind. */
  anywhere(name: string, accept: (symbol: Symbol) => boolean): Symbol | null {
    return this.#byName.get(name)?.find(accept) ?? null;
  }

  /** What a bare name means to a reader inside `reader` (null: the top of the file). */
  bare(name: string, reader: Symbol | null): Found {
    const places = this.#below.get(name) ?? this.#sections.get(name);
    if (places === undefined) return { found: 'none' };
    for (const place of ownersFrom(reader)) {
      const bearers = this.#seen(places.get(place), place);
      if (bearers !== undefined) return this.#settle(this.#choose(bearers, place), reader);
    }
    return { found: 'none' };
  }

  /** At the top of a file: only what can be seen from there. Inside anything else all is of the same chapter. */
  #seen(bearers: readonly Symbol[] | undefined, place: Symbol | null): readonly Symbol[] | undefined {
    if (bearers === undefined || place !== null || this.sight === null) return bearers;
    const seen = bearers.filter((each) => this.sees(each));
    return seen.length === 0 ? undefined : seen;
  }

  /** The choice among all bearers of a name below one place is the same for every reader. */
  #choose(bearers: readonly Symbol[], place: Symbol | null): readonly Symbol[] {
    const known = this.#chosen.get(bearers);
    if (known !== undefined) return known;
    const chosen = choose(bearers, place);
    this.#chosen.set(bearers, chosen);
    return chosen;
  }

  /** What `name` means inside `holder`, itself reached through `through`. */
  member(name: string, holder: Reference): Found {
    const { symbol } = holder;
    if (symbol.kind === 'ballot' || symbol.kind === 'ballot-group') return this.#inBallot(name, symbol);
    const places = this.#below.get(name);
    const own = (places?.get(symbol) ?? this.#sections.get(name)?.get(symbol) ?? []).map((each): Reference => ({
      symbol: each,
      through: holder.through,
    }));
    const used = [...this.#users].flatMap(([scorecard, users]) =>
      users
        .filter((user) => user === symbol || isWithin(user, symbol))
        .flatMap((user) => (places?.get(scorecard) ?? []).map((each): Reference => ({ symbol: each, through: user }))),
    );
    const all = [...own, ...used];
    const chosen = new Set(
      choose(
        all.map((each) => each.symbol),
        symbol,
      ),
    );
    return settled(all.filter((each) => chosen.has(each.symbol)));
  }

  /** In a ballot: its own inputs, its groups, and its options (of a group, where there are groups). */
  #inBallot(name: string, holder: Symbol): Found {
    const ballot = holder.kind === 'ballot' ? holder : holder.owner;
    const members = (this.#byName.get(name) ?? []).filter((each) => each.owner === ballot);
    const wanted = members.filter((each) =>
      holder.kind === 'ballot-group'
        ? each.kind === 'ballot-option'
        : each.kind !== 'ballot-option' || !hasGroups(ballot),
    );
    return settled(wanted.map((symbol) => ({ symbol, through: null })));
  }

  /** Adds the user of a scorecard that is looked into from outside. */
  #settle(symbols: readonly Symbol[], reader: Symbol | null): Found {
    const home = scorecardOf(reader);
    const references = symbols.flatMap((symbol): Reference[] => {
      const scorecard = scorecardOf(symbol);
      if (scorecard === null || scorecard === home) return [{ symbol, through: null }];
      return (this.#users.get(scorecard) ?? []).map((through) => ({ symbol, through }));
    });
    if (symbols.length === 1 && references.length > 1) return { found: 'shared', references };
    return settled(references);
  }
}

function add<Key>(table: Map<Key, Symbol[]>, key: Key, symbol: Symbol): void {
  const symbols = table.get(key);
  if (symbols === undefined) table.set(key, [symbol]);
  else symbols.push(symbol);
}

function settled(references: readonly Reference[]): Found {
  const [first, second] = references;
  if (first === undefined) return { found: 'none' };
  return second === undefined ? { found: 'one', reference: first } : { found: 'several', references };
}

/** Of several bearers of a name: not what stands inside another of them; of the rest one that stands directly in the place. */
function choose(bearers: readonly Symbol[], place: Symbol | null): readonly Symbol[] {
  if (bearers.length < 2) return bearers;
  const all = new Set(bearers);
  const outer = bearers.filter((each) => !placesOf(each).some((owner) => owner !== null && all.has(owner)));
  const direct = outer.filter((each) => placesOf(each)[0] === place);
  return direct.length > 0 ? direct.slice(0, 1) : outer;
}

function hasGroups(ballot: Symbol | null): boolean {
  return ballot?.node.kind === 'ballot' && ballot.node.groups.length > 0;
}

/** A place and those around it, the top of the file (null) last. */
function* ownersFrom(place: Symbol | null): Iterable<Symbol | null> {
  for (let each = place; each !== null; each = each.owner) yield each;
  yield null;
}

/** The places that a symbol stands in, from the inside out. Attributes stand at the top of the file, fields of entries only in their list. */
function placesOf(symbol: Symbol): readonly (Symbol | null)[] {
  if (symbol.kind === 'attribute') return [null];
  return isOfEntries(symbol) ? [symbol.owner] : [...ownersFrom(symbol.owner)];
}

function isWithin(symbol: Symbol, place: Symbol): boolean {
  for (let each = symbol.owner; each !== null; each = each.owner) if (each === place) return true;
  return false;
}

/** The scorecard that a place belongs to, or null. */
export function scorecardOf(place: Symbol | null): Symbol | null {
  for (let each = place; each !== null; each = each.owner) if (each.kind === 'scorecard') return each;
  return null;
}
