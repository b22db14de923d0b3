import type { AbsencePolicy, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** An answer to an absence that means nothing where it stands (semantics 10.7). */
export const absenceAnswer = defineDiagnostic<{ clause: string; reason: keyof typeof reasons }>({
  code: 'structure/absence-answer',
  severity: 'error',
  message: {
    zh: ({ clause, reason }) => `\`${clause}\` 不成立：${reasons[reason].zh}`,
    en: ({ clause, reason }) => `\`${clause}\` means nothing: ${reasons[reason].en}`,
  },
});

const reasons = {
  total: {
    zh: '总分没有上级可以折算；写 计零分、计满分 或 无结果',
    en: 'the total has nothing above it to rescale; say zero, full or no result',
  },
  refuse: {
    zh: '退回只用于填报的数据',
    en: 'only a figure of the record can be sent back',
  },
  'no-result': { zh: '没有结果时仍没有结果，不用写', en: 'without a result there is none anyway' },
} as const;

const inPlaceOfPoints: ReadonlySet<AbsencePolicy> = new Set<AbsencePolicy>(['zero', 'full', 'no-result']);

function visit(
  node: Node & { readonly policy: AbsencePolicy },
  context: RuleContext,
  ancestors: readonly Node[],
): void {
  const reason = reasonAgainst(node, ancestors);
  if (reason === null) return;
  const clause = context.source.text.slice(node.span.start, node.span.end);
  context.report(absenceAnswer.at(node.span, { clause, reason }));
}

function reasonAgainst(
  { kind, policy }: { readonly kind: string; readonly policy: AbsencePolicy },
  ancestors: readonly Node[],
): keyof typeof reasons | null {
  const isOfFigure = ancestors.at(-1)?.kind === 'field';
  if (policy === 'refuse') return kind === 'not-applicable' || isOfFigure ? null : 'refuse';
  if (kind === 'without-result' && policy === 'no-result') return 'no-result';
  const ofTotal = ancestors.at(-1)?.kind === 'total' && kind !== 'not-applicable';
  return ofTotal && !inPlaceOfPoints.has(policy) ? 'total' : null;
}

export const absenceAnswerRule: Rule = {
  kinds: [absenceAnswer],
  visit: { 'not-applicable': visit, 'none-applicable': visit, 'without-result': visit },
};
