/** Finding what someone probably meant. */

/** Longer texts get no suggestion: the distance costs the product of the lengths, and nobody mistypes a page. */
const longest = 64;

/**
 * The candidate nearest to `text` by the number of characters to insert, drop, replace or swap, or null when none is near:
 * at most one in three characters may differ. White space, case and full-width forms do not count; the first of equals wins.
 */
export function closest(text: string, candidates: Iterable<string>): string | null {
  const wanted = characters(text);
  if (wanted.length === 0 || wanted.length > longest) return null;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = characters(candidate);
    // The lengths alone already part most pairs.
    if (other.length === 0 || Math.abs(other.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, other);
    if (distance < Math.min(bestDistance, Math.max(wanted.length, other.length))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function characters(text: string): string[] {
  if (text.length > 2 * longest) return Array.from({ length: longest + 1 }, () => '');
  return Array.from(text.normalize('NFKC').toLowerCase().replaceAll('·', '.').replaceAll(/\s/gu, ''));
}

/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(left: readonly string[], right: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [row, letter] of left.entries()) {
    const current = [row + 1];
    for (const [column, other] of right.entries()) {
      const replaced = (last[column] ?? 0) + (letter === other ? 0 : 1);
      const dropped = (last[column + 1] ?? 0) + 1;
      const inserted = (current[column] ?? 0) + 1;
      const swaps = row > 0 && column > 0 && letter === right[column - 1] && left[row - 1] === other;
      const swapped = swaps ? (beforeLast[column - 1] ?? 0) + 1 : Infinity;
      current.push(Math.min(replaced, dropped, inserted, swapped));
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? 0;
}
