/** Pairs of bands that claim the same values although neither contains the other. */
import type { Rational } from '@assess/runtime';
import type { Band } from './bands.ts';
import { exampleIn, intersect, onSteps, without } from './intervals.ts';

/** Two bands and a value that both claim. */
export interface Overlap<Line extends Band> {
  readonly first: Line;
  readonly second: Line;
  readonly example: Rational;
}

/**
 * Every band with the first earlier one that it overlaps. A band that contains an earlier one is the ordinary way to write
 * bands (`90分以上`, then `80分以上`), one inside an earlier one is never reached: neither is an overlap.
 */
export function overlapsAmong<Line extends Band>(
  bands: readonly Line[],
  step: Rational | null,
): readonly Overlap<Line>[] {
  const exact = bands.filter((band) => band.exact && band.set.length > 0);
  return exact.flatMap((second, index) => {
    for (const first of exact.slice(0, index)) {
      const common = onSteps(intersect(first.set, second.set), step);
      const example = exampleIn(common);
      if (example === null) continue;
      const nested =
        onSteps(without(first.set, second.set), step).length === 0 ||
        onSteps(without(second.set, first.set), step).length === 0;
      if (!nested) return [{ first, second, example }];
    }
    return [];
  });
}
