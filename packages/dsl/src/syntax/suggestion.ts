/** Which known word a misspelt one was probably meant to be. */

/** Words that drafters use for a keyword. */
export const otherWords: ReadonlyMap<string, string> = new Map([
  ['大于', '高于'],
  ['大于等于', '不低于'],
  ['不小于', '不低于'],
  ['小于', '低于'],
  ['小于等于', '不高于'],
  ['不大于', '不高于'],
  ['等于', '='],
  ['并且', '且'],
  ['而且', '且'],
  ['或者', '或'],
  ['如果', '当'],
  ['权重', '占'],
  ['上限', '封顶'],
  ['greater', 'above'],
  ['over', 'above'],
  ['smaller', 'below'],
  ['equals', '='],
  ['share', 'weight'],
  ['maximum', 'cap'],
]);

/** The word that is closest to what was written: at most a third of its letters differ, at least one; never the first of two. */
export function closest(written: string, words: readonly string[]): string | null {
  if (written.length > 40) return null;
  let best: string | null = null;
  let bestScore = Infinity;
  for (const word of words) {
    const length = Math.max(written.length, word.length);
    const distance = editDistance(written, word);
    const alike = length > 2 || commonPrefix(written, word) > 0;
    if (length < 2 || !alike || distance > Math.max(1, Math.floor(length / 3))) continue;
    // Among equals, the one that begins alike.
    const score = distance * 100 - commonPrefix(written, word);
    if (score < bestScore) [best, bestScore] = [word, score];
  }
  return best;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Letters to insert, delete or replace to make one word of the other. */
function editDistance(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, letter] of left.entries()) {
    const next = [i + 1];
    for (const [j, other] of right.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
