/** The nearest of some names to a mistyped one. */

/** Longer names are not compared: nobody mistypes a paragraph. */
const longest = 64;

/** How many comparisons one text may cost, so that a hostile one stays cheap. */
const budget = 200_000;

/** Suggests names; one per text, so that the cost of all its suggestions together is bounded. */
export class Suggestions {
  #left = budget;

  /** The name among `candidates` with the fewest changed characters, or null if none is near (about a third of it). */
  nearest(name: string, candidates: Iterable<string>): string | null {
    const letters = Array.from(name.slice(0, longest + 1));
    if (letters.length > longest) return null;
    const limit = letters.length <= 2 ? 1 : Math.floor((letters.length + 2) / 3);
    let best: string | null = null;
    let bestDistance = limit;
    for (const candidate of candidates) {
      if (this.#left-- <= 0) break;
      if (candidate === name || candidate.length > longest * 2) continue;
      const other = Array.from(candidate);
      if (Math.abs(other.length - letters.length) > limit) continue;
      const distance = changes(letters, other);
      // A name of which no character is kept is another name, not a slip.
      if (distance > bestDistance || distance >= Math.max(letters.length, other.length)) continue;
      // Of two that are equally near the one that starts alike: 学习次 is 学习次数 rather than 学习.
      if (best !== null && distance === bestDistance && alike(letters, other) <= alike(letters, Array.from(best)))
        continue;
      best = candidate;
      bestDistance = distance;
    }
    return best;
  }
}

/** How many characters two names have in common from the start. */
function alike(left: readonly string[], right: readonly string[]): number {
  const index = left.findIndex((letter, place) => letter !== right[place]);
  return index === -1 ? left.length : index;
}

/** Levenshtein distance: insertions, deletions and replacements that turn one into the other. */
function changes(from: readonly string[], to: readonly string[]): number {
  let previous = to.map((_, index) => index + 1);
  let diagonalStart = 0;
  for (const letter of from) {
    let diagonal = diagonalStart;
    diagonalStart += 1;
    let left = diagonalStart;
    previous = to.map((other, index) => {
      const above = previous[index] ?? 0;
      const value = Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1));
      diagonal = above;
      left = value;
      return value;
    });
  }
  return previous.at(-1) ?? from.length;
}
