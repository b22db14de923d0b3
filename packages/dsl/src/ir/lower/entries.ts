/** One entry of a list as the place where expressions are lowered. */
import type { TruthExpression } from '../ir.ts';
import type { EntryScene, Scene } from './context.ts';
import { and, countOf, positive } from './operations.ts';
import type { Void } from './voids.ts';

/** The scene of each entry of a list. What has no value for an entry is noted there, not in the scene around the list. */
export function insideEntry(scene: Scene, entry: EntryScene): Scene {
  return { ...scene, entry, voids: [] };
}

/** What has no value for an entry, as seen from outside the list: where some entry that counts has none. */
export function voidsOfEntries(
  voids: readonly Void[],
  { input }: EntryScene,
  where: TruthExpression | null,
): readonly Void[] {
  return voids.map((each) => {
    const some = where === null ? each.holds : and([where, each.holds]);
    return { ...each, holds: positive(countOf(input, some)) };
  });
}
