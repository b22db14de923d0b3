import { truthAt, type GuaranteeSpec } from '@assess/runtime';
import type { Setting, TriedRecords } from './tried-records.ts';

/** For every condition that a tried record breaks the simplest of these; and how many admissible records were tried. */
export function conditionBreaks(
  guarantees: readonly GuaranteeSpec[],
  tried: TriedRecords,
): { readonly breaks: ReadonlyMap<GuaranteeSpec, Setting>; readonly count: number } {
  const open = new Set(guarantees.filter(({ holds }) => holds !== null));
  const breaks = new Map<GuaranteeSpec, Setting>();
  let count = 0;
  if (open.size > 0) {
    for (const setting of tried.settings()) {
      const trace = tried.trace(setting);
      if (trace === null) continue;
      count += 1;
      for (const guarantee of open) {
        if (isKept(guarantee, trace)) continue;
        open.delete(guarantee);
        const isBroken = (each: Setting): boolean => {
          const again = tried.trace(each);
          return again !== null && !isKept(guarantee, again);
        };
        breaks.set(guarantee, tried.simplest(setting, isBroken));
      }
      if (open.size === 0) break;
    }
  }
  return { breaks, count };
}

function isKept({ holds }: GuaranteeSpec, trace: Parameters<typeof truthAt>[0]): boolean {
  return holds === null || truthAt(trace, holds);
}
