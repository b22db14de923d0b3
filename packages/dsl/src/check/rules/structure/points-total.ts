import { compare, formatShort, subtract, sum } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { childItems, clauseOf } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** Points of the parts that do not sum to the points of the whole (semantics 3.1). */
export const pointsTotal = defineDiagnostic<{ whole: Message; total: Rational; full: Rational }>({
  code: 'structure/points-total',
  severity: 'error',
  message: {
    zh: ({ whole, total, full }) =>
      `${whole.zh}各项分值合计 ${formatShort(total)}分，应为 ${formatShort(full)}分，${
        compare(total, full) < 0
          ? `还差 ${formatShort(subtract(full, total))}分`
          : `超出 ${formatShort(subtract(total, full))}分`
      }`,
    en: ({ whole, total, full }) =>
      `The points in ${whole.en} sum to ${formatShort(total)} instead of ${formatShort(full)}: ${
        compare(total, full) < 0
          ? `${formatShort(subtract(full, total))} missing`
          : `${formatShort(subtract(total, full))} too many`
      }`,
  },
});

function visit(node: MarkedNode, context: RuleContext): void {
  const marks = context.marks.get(node);
  if (marks?.children !== 'points' || marks.full === null || clauseOf(node, 'lowest-of-parts') !== null) return;
  const children = childItems(node.body);
  const parts = children.map((child) => context.marks.get(child)?.full ?? null);
  if (!parts.every((part) => part !== null)) return;
  const total = sum(parts);
  if (compare(total, marks.full) === 0) return;
  const points = clauseOf(node, 'points');
  const related = children.map((child, index) => {
    const [label, part] = [labelOf(child), parts[index]];
    const shown = part === undefined ? '' : formatShort(part);
    return {
      span: clauseOf(child, 'points')?.span ?? headSpan(child, context),
      message: { zh: `${label.zh} ${shown}分`, en: `${label.en} ${shown} points` },
    };
  });
  // Which of the numbers is wrong only the drafter knows; the sum as the whole's points is one answer.
  const fixes =
    points === null || points.amount.over !== null
      ? []
      : [
          {
            title: {
              zh: `把分值改为合计的 ${formatShort(total)}分`,
              en: `Change the points to the sum, ${formatShort(total)}`,
            },
            safe: false,
            edits: [
              {
                span: points.amount.span,
                text: context.source.text
                  .slice(points.amount.span.start, points.amount.span.end)
                  .replace(/^[^\p{L}%‰]*(?=\s|\p{L}|$)/u, formatShort(total)),
              },
            ],
          },
        ];
  const values = { whole: labelOf(node), total, full: marks.full };
  context.report(pointsTotal.at(points?.span ?? headSpan(node, context), values, { related, fixes }));
}

export const pointsTotalRule: Rule = {
  kinds: [pointsTotal],
  visit: { total: visit, scorecard: visit, item: visit },
};
