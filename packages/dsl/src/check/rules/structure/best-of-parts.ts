import { compare, formatShort, isInteger, isNegative, isZero } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { figureOf } from '../../literals.ts';
import { childItems, clauseOf } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { labelOf } from '../../show.ts';

/** 取最高 n项 where so many cannot be chosen, or where the parts cannot stand for one another (semantics 3.9). */
export const bestOfParts = defineDiagnostic<{ whole: Message; what: 'count' | 'weights' | 'marks'; parts: number }>({
  code: 'structure/best-of-parts',
  severity: 'error',
  message: {
    zh: ({ whole, what, parts }) =>
      ({
        count: `${whole.zh}取最高的几项，应是 1 至 ${parts - 1} 的整数（下级共 ${parts} 项）`,
        weights: `${whole.zh}取最高的几项，各下级的权重不起作用；请改写分值`,
        marks: `${whole.zh}取最高的几项，各下级的分值应当相同，才能相互替代`,
      })[what],
    en: ({ whole, what, parts }) =>
      ({
        count: `${whole.en} takes the best of its parts: how many must be a whole number from 1 to ${parts - 1} (it has ${parts} parts)`,
        weights: `${whole.en} takes the best of its parts, so their weights have no effect; give them points instead`,
        marks: `${whole.en} takes the best of its parts, which must have the same points to stand for one another`,
      })[what],
  },
});

function visit(node: MarkedNode, context: RuleContext): void {
  const clause = clauseOf(node, 'best-of-parts');
  if (clause?.count.kind !== 'quantity') return;
  const children = childItems(node.body);
  const report = (what: 'count' | 'weights' | 'marks'): void =>
    context.report(bestOfParts.at(clause.span, { whole: labelOf(node), what, parts: children.length }));
  const count = figureOf(clause.count);
  const isCount = count !== null && isInteger(count) && !isNegative(count) && !isZero(count);
  if (!isCount || Number(formatShort(count)) >= children.length) report('count');
  else if (children.some((child) => clauseOf(child, 'weight') !== null)) report('weights');
  else {
    const marks = children.map((child) => context.marks.get(child));
    const [first] = marks;
    const isSame = marks.every((each) => {
      if (each?.byClass !== null || first?.full === undefined) return false;
      return each.full === null || first.full === null || compare(each.full, first.full) === 0;
    });
    if (!isSame) report('marks');
  }
}

export const bestOfPartsRule: Rule = {
  kinds: [bestOfParts],
  visit: { total: visit, scorecard: visit, item: visit },
};
