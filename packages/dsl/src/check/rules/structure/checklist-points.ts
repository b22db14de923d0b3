import { add, compare, formatShort, multiply, zero } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { AmountNode, ChecklistNode, ItemNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { literalValue, shareValue } from '../../literals.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** A checklist of which it is not clear what its points earn, or whose points do not make up the item (semantics 5.12). */
export const checklistPoints = defineDiagnostic<{
  problem: 'missing' | 'unclear' | 'per' | 'total';
  sum: string;
  full: string;
}>({
  code: 'structure/checklist-points',
  severity: 'error',
  suppressible: true,
  message: {
    zh: ({ problem, sum, full }) =>
      ({
        missing: '这一项得几分没有写：在前面写“每项得…分”，或在要点后面写“得…分”',
        unclear: '这是每项的得分，还是全部达到的得分？写“每项得…分”或“全部 得…分”',
        per: '逐项达标只能按“每项”，几项合计一次的请写成情形',
        total: `各要点合计 ${sum} 分，而本项满分 ${full} 分`,
      })[problem],
    en: ({ problem, sum, full }) =>
      ({
        missing: 'What does this point earn? Say "earns … points per item" above, or "earns … points" behind it',
        unclear:
          'Does each point earn this, or all of them together? Say "earns … points per item" or "all earns … points"',
        per: 'A checklist goes item by item; for several at once write cases',
        total: `The points add up to ${sum}, while the full marks are ${full}`,
      })[problem],
  },
});

function visit(node: ChecklistNode, context: RuleContext, ancestors: readonly Node[]): void {
  const report = (problem: 'missing' | 'unclear' | 'per', at: Node, fixes: readonly Fix[] = []): void =>
    context.report(checklistPoints.at(at.span, { problem, sum: '', full: '' }, { fixes }));
  if (node.per !== null && (node.mode === 'all' || node.per.count !== null)) {
    report('per', node.per);
    return;
  }
  if (node.mode === 'each' && node.amount !== null && node.per === null) {
    report('unclear', node.amount, readings(node, context));
    return;
  }
  const unsaid = node.mode === 'all' ? node.amount === null : false;
  if (unsaid) {
    const found = { problem: 'missing', sum: '', full: '' } as const;
    context.report(checklistPoints.at(firstWord(node, context.source), found));
    return;
  }
  const open = node.mode === 'each' && node.amount === null ? node.points.filter(({ amount }) => amount === null) : [];
  for (const point of open) report('missing', point);
  const item = ancestors.findLast((each): each is ItemNode => each.kind === 'item');
  if (open.length === 0 && item !== undefined) checkTotal(node, item, context);
}

/** Both readings of `逐项达标 得10分`. */
function readings(node: ChecklistNode, { locale, source }: RuleContext): readonly Fix[] {
  const { amount } = node;
  if (amount === null) return [];
  const head = firstWord(node, source).end;
  const fixes: readonly { readonly zh: string; readonly en: string; readonly at: number; readonly text: string }[] = [
    locale === 'zh'
      ? { zh: '每项得这么多', en: 'Each point earns it', at: head, text: ' 每项' }
      : { zh: '每项得这么多', en: 'Each point earns it', at: amount.span.end, text: ' per item' },
    { zh: '全部达到才得', en: 'All together earn it', at: head, text: locale === 'zh' ? ' 全部' : ' all' },
  ];
  return fixes.map(({ zh, en, at, text }) => ({
    title: { zh, en },
    safe: false,
    edits: [{ span: { start: at, end: at }, text }],
  }));
}

function checkTotal(node: ChecklistNode, item: ItemNode, context: RuleContext): void {
  const full = context.marks.get(item)?.full ?? null;
  if (full === null || clauseOf(item, 'may-exceed') !== null) return;
  const amounts = node.mode === 'all' ? [node.amount] : node.points.map((point) => point.amount ?? node.amount);
  const values = amounts.map((amount) => (amount === null ? null : pointsOf(amount, full)));
  if (values.length === 0 || !values.every((value) => value !== null)) return;
  const sum = values.reduce(add, zero);
  if (compare(sum, full) === 0) return;
  // Additions elsewhere in the item may make up for the rest.
  if (compare(sum, full) < 0 && item.body.some((line) => line.kind === 'list' || line.kind === 'case')) return;
  const span = firstWord(node, context.source);
  const found = { problem: 'total', sum: formatShort(sum), full: formatShort(full) } as const;
  context.report(checklistPoints.at(span, found));
}

function pointsOf(amount: AmountNode, full: Rational): Rational | null {
  if (amount.kind === 'full') return full;
  const share = shareValue(amount);
  return share === null ? literalValue(amount) : multiply(share, full);
}

export const checklistPointsRule: Rule = { kinds: [checklistPoints], visit: { checklist: visit } };
