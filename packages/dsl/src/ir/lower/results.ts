/** The results of other policies that are figures of the record. */
import type { PolicyResultsSpec, ResultFigureSpec } from '@assess/runtime';
import type { UsedPolicy, UsedResult } from '../../check/results/find-results.ts';
import type { Context } from './context.ts';
import { keyOf } from './inputs.ts';
import { checked } from './tree.ts';

/** One entry for each other policy of which something is used, in the order of the text. */
export function lowerResults(context: Context): readonly PolicyResultsSpec[] {
  const figures = new Map<UsedPolicy, ResultFigureSpec[]>();
  for (const [field, used] of context.analysis.results) {
    const symbol = checked(context.analysis.names.declared.get(field), 'a result without a figure');
    const own = figures.get(used.policy) ?? [];
    figures.set(used.policy, own);
    own.push(figureOf(keyOf(context, symbol, context.frames.root), used));
  }
  return [...figures].map(([{ name, title, version }, own]) => ({
    name,
    policy: { title, version },
    below: null,
    figures: own,
  }));
}

function figureOf(key: string, { result, noGrade }: UsedResult): ResultFigureSpec {
  if (result.of === 'score') return { key, of: 'score', path: result.path, ungraded: null };
  return { key, of: 'grade', path: [], ungraded: result.ungraded ? noGrade : null };
}
