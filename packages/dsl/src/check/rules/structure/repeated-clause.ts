import type { Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** A clause that is written twice in one place. */
export const repeatedClause = defineDiagnostic<{ clause: string }>({
  code: 'structure/repeated-clause',
  severity: 'error',
  message: {
    zh: ({ clause }) => `这里已经写过同类的内容，\`${clause}\` 是第二次，以哪个为准？`,
    en: ({ clause }) => `The same is already said here; \`${clause}\` says it again, so which one holds?`,
  },
});

/** Clauses of which several make sense: documents, sources, effects on the grade. */
const repeatable: ReadonlySet<Node['kind']> = new Set(['basis', 'source-clause', 'grade-effect', 'declares']);

function visit(node: { readonly clauses: readonly Node[] }, context: RuleContext): void {
  const seen = new Map<Node['kind'], Node>();
  for (const clause of node.clauses) {
    const first = seen.get(clause.kind);
    if (first === undefined) {
      seen.set(clause.kind, clause);
      continue;
    }
    if (repeatable.has(clause.kind)) continue;
    const text = context.source.text.slice(clause.span.start, Math.min(clause.span.end, clause.span.start + 40));
    const related = [{ span: first.span, message: { zh: '先写的在这里', en: 'said first here' } }];
    context.report(repeatedClause.at(clause.span, { clause: text.split('\n')[0] ?? '' }, { related }));
  }
}

export const repeatedClauseRule: Rule = {
  kinds: [repeatedClause],
  visit: {
    item: visit,
    list: visit,
    total: visit,
    scorecard: visit,
    'points-effect': visit,
    'no-points': visit,
    'grade-effect': visit,
  },
};
