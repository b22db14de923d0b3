/** The results of other policies that are figures of the record. */
import type { PolicyResultsSpec, ResultFigureSpec } from '@assess/runtime';
import type { UsedPolicy, UsedResult } from '../../check/results/find-results.ts';
import type { Context } from './context.ts';
import { keyOf } from './record-keys.ts';
import { symbolOf } from './tree.ts';

/** One entry for each other policy of which something is used, in the order in which they are named. */
export function lowerResults(context: Context): readonly PolicyResultsSpec[] {
  const figures = new Map<UsedPolicy, ResultFigureSpec[]>();
  for (const [field, used] of context.analysis.results) {
    const own = figures.get(used.policy) ?? [];
    figures.set(used.policy, own);
    const symbol = symbolOf(context, field);
    own.push(figureOf(used.policy.below === null ? keyOf(context, symbol, context.frames.root) : symbol.name, used));
  }
  return context.analysis.policies.map((policy) => ({
    name: policy.name,
    policy: { title: policy.title, version: policy.version },
    below: belowOf(policy, context),
    figures: figures.get(policy) ?? [],
  }));
}

function belowOf({ below }: UsedPolicy, context: Context): PolicyResultsSpec['below'] {
  if (below === null) return null;
  const list = keyOf(context, symbolOf(context, below.list), context.frames.root);
  return { by: below.by, list, subject: below.subject };
}

function figureOf(key: string, { result, noGrade }: UsedResult): ResultFigureSpec {
  if (result.of === 'score') return { key, of: 'score', path: result.path, ungraded: null };
  return { key, of: 'grade', path: [], ungraded: result.ungraded ? noGrade : null };
}
