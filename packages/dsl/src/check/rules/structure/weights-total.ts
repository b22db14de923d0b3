import { add, compare, formatShort, multiply, one, rational, subtract, sum, zero } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { BallotNode, ItemNode, Node, PanelNode, WeightNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Names } from '../../../symbols/symbol.ts';
import {
  combinationsOf,
  describeClasses,
  isPlaceThere,
  isThere,
  keyOfTable,
  keysOfItem,
  rowFor,
  type Classes,
} from '../../classes.ts';
import { shareValue } from '../../literals.ts';
import { childItems, clauseOf } from '../../marks.ts';
import type { MarkedNode } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, labelOf } from '../../show.ts';

/** Percentage weights that do not sum to exactly 100 (semantics 3.2). `of` names the class for which, where weights depend on it. */
export const weightsTotal = defineDiagnostic<{ whole: Message; of: string | null; total: Rational }>({
  code: 'structure/weights-total',
  severity: 'error',
  message: {
    zh: ({ whole, of, total }) => {
      const [shown, difference] = [percent(total), percent(magnitude(total))];
      const which = of === null ? '' : `（${of}）`;
      return `${whole.zh}${which}的权重合计 ${shown}，应为 100%，${compare(total, one) < 0 ? '还差' : '超出'} ${difference}`;
    },
    en: ({ whole, of, total }) => {
      const which = of === null ? '' : ` (${of})`;
      const side = compare(total, one) < 0 ? 'missing' : 'too much';
      return `The weights in ${whole.en}${which} sum to ${percent(total)} instead of 100%: ${percent(magnitude(total))} ${side}`;
    },
  },
});

function percent(value: Rational): string {
  return `${formatShort(multiply(value, rational(100n)))}%`;
}

function magnitude(total: Rational): Rational {
  return compare(total, one) < 0 ? subtract(one, total) : subtract(total, one);
}

function visit(node: MarkedNode, context: RuleContext, ancestors: readonly Node[]): void {
  if (context.marks.get(node)?.children !== 'weights') return;
  const children = childItems(node.body);
  const weights = children.flatMap((child): { child: ItemNode; weight: WeightNode }[] => {
    const weight = clauseOf(child, 'weight');
    return weight === null ? [] : [{ child, weight }];
  });
  // A part without a weight is the mistake then, and has its own rule.
  if (weights.length < children.length) return;
  const { names } = context;
  const tables = weights.flatMap(({ weight }) => (weight.amount.kind === 'by-table' ? [weight.amount] : []));
  // A choice by something else than a field is reported elsewhere.
  if (tables.some((table) => keyOfTable(table, names) === null)) return;
  const combinations = combinationsOf(new Set(children.flatMap((child) => [...keysOfItem(child, names)]))) ?? [];
  let told = 0;
  for (const classes of combinations) {
    if (!isPlaceThere([...ancestors, node], classes, names)) continue;
    const there = weights.filter(({ child }) => isThere(child, classes, names));
    const values = there.map(({ weight }) => weightValue(weight, classes, names));
    if (!values.every((value) => value !== null)) continue;
    const total = sum(values);
    if (compare(total, one) === 0) continue;
    const related = there.map(({ child, weight }, index) => {
      const text = `${labelOf(child).zh} ${percent(values[index] ?? zero)}`;
      return { span: weight.span, message: { zh: text, en: `${labelOf(child).en} ${percent(values[index] ?? zero)}` } };
    });
    const of = describeClasses(classes);
    context.report(weightsTotal.at(headSpan(node, context), { whole: labelOf(node), of, total }, { related }));
    if (++told === mostTold) return;
  }
}

/** A mistake in one weight is one in most classes. */
const mostTold = 3;

/** A class without a row has no such part. */
function weightValue({ amount }: WeightNode, classes: Classes, names: Names): Rational | null {
  if (amount.kind !== 'by-table') return shareValue(amount);
  const row = rowFor(amount, classes, names);
  return row === null ? zero : shareValue(row.value);
}

/** The weights of the groups of a ballot sum to 100%, too. */
export const weightsTotalRule: Rule = {
  kinds: [weightsTotal],
  visit: {
    total: visit,
    scorecard: visit,
    item: visit,
    ballot: visitGroups,
    panel: visitGroups,
  },
};

function visitGroups(node: BallotNode | PanelNode, context: RuleContext): void {
  if (node.groups.length === 0) return;
  const values = node.groups.map(({ weight }) => shareValue(weight));
  if (!values.every((value) => value !== null)) return;
  const total = values.reduce(add);
  if (compare(total, one) === 0) return;
  const name = node.name.kind === 'name' ? `\`${node.name.text}\`` : '';
  const whole = { zh: `测评${name}各群体`, en: `the groups of the ballot ${name}`.trimEnd() };
  const related = node.groups.map(({ name: group, weight }, index) => {
    const text = `\`${group.text}\` ${percent(values[index] ?? zero)}`;
    return { span: weight.span, message: { zh: text, en: text } };
  });
  const span = node.name.kind === 'name' ? node.name.span : node.span;
  context.report(weightsTotal.at(span, { whole, of: null, total }, { related }));
}
