import type { Trace } from './evaluator.ts';
import type { ItemSpec } from './manifest.ts';
import type { ItemScore } from './result.ts';
import { truthAt } from './trace.ts';

/** Whether an item has a score, and if not, why not. */
export function stateOf(item: ItemSpec, trace: Trace): ItemScore['state'] {
  if (item.isThere !== null && !truthAt(trace, item.isThere)) return 'not-there';
  if (item.notApplicable !== null && truthAt(trace, item.notApplicable.acts)) return 'not-applicable';
  return item.noResult !== null && truthAt(trace, item.noResult.acts) ? 'no-result' : 'scored';
}
