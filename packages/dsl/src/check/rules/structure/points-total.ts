import { compare, formatShort, subtract, sum } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Node } from '../../../ast/nodes.ts';
import type { Marks } from '../../analysis.ts';
import { combinationsOf, describeClasses, isPlaceThere, isThere, keysOfItem, type Classes } from '../../classes.ts';
import { childItems, clauseOf } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** Points of the parts that do not sum to the points of the whole (semantics 3.1). `of` names the class for which. */
export const pointsTotal = defineDiagnostic<{ whole: Message; of: string | null; total: Rational; full: Rational }>({
  code: 'structure/points-total',
  severity: 'error',
  message: {
    zh: ({ whole, of, total, full }) =>
      `${whole.zh}${of === null ? '' : `（${of}）`}各项分值合计 ${formatShort(total)}分，应为 ${formatShort(full)}分，${
        compare(total, full) < 0
          ? `还差 ${formatShort(subtract(full, total))}分`
          : `超出 ${formatShort(subtract(total, full))}分`
      }`,
    en: ({ whole, of, total, full }) =>
      `The points in ${whole.en}${of === null ? '' : ` (${of})`} sum to ${formatShort(total)} instead of ${formatShort(full)}: ${
        compare(total, full) < 0
          ? `${formatShort(subtract(full, total))} missing`
          : `${formatShort(subtract(total, full))} too many`
      }`,
  },
});

function visit(node: MarkedNode, context: RuleContext, ancestors: readonly Node[]): void {
  const marks = context.marks.get(node);
  const isChosen = clauseOf(node, 'lowest-of-parts') !== null || clauseOf(node, 'best-of-parts') !== null;
  const isNoSum = isChosen || clauseOf(node, 'periods')?.accumulated === true;
  if (marks?.children !== 'points' || isNoSum) return;
  const keys = childItems(node.body).flatMap((child) => [
    ...keysOfItem(child, context.names),
    ...(context.marks.get(child)?.byClass?.keys ?? []),
  ]);
  const combinations = combinationsOf(new Set([...keys, ...(marks.byClass?.keys ?? [])]));
  for (const classes of combinations ?? []) {
    if (!isPlaceThere([...ancestors, node], classes, context.names)) continue;
    if (isWrongFor(classes, node, marks, context)) return;
  }
}

/** Reports points that do not sum for a class; says whether it did. */
function isWrongFor(classes: Classes, node: MarkedNode, marks: Marks, context: RuleContext): boolean {
  const full = fullFor(marks, classes);
  const children = childItems(node.body).filter((child) => isThere(child, classes, context.names));
  const parts = children.map((child) => {
    const own = context.marks.get(child);
    return own === undefined ? null : fullFor(own, classes);
  });
  if (full === null || !parts.every((part) => part !== null)) return false;
  const total = sum(parts);
  if (compare(total, full) === 0) return false;
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
    points === null || points.amount.kind === 'by-table' || points.amount.over !== null || classes.size > 0
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
  const values = { whole: labelOf(node), of: describeClasses(classes), total, full };
  context.report(pointsTotal.at(points?.span ?? headSpan(node, context), values, { related, fixes }));
  return true;
}

function fullFor({ full, byClass }: Marks, classes: Classes): Rational | null {
  return byClass === null ? full : byClass.at(classes);
}

export const pointsTotalRule: Rule = {
  kinds: [pointsTotal],
  visit: { total: visit, scorecard: visit, item: visit },
};
