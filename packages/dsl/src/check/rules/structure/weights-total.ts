import { add, compare, formatShort, multiply, one, rational, subtract, sum, zero } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { ByTableNode, ItemNode, WeightNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Symbol } from '../../../symbols/symbol.ts';
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

function visit(node: MarkedNode, context: RuleContext): void {
  if (context.marks.get(node)?.children !== 'weights') return;
  const children = childItems(node.body);
  const weights = children.flatMap((child): { child: ItemNode; weight: WeightNode }[] => {
    const weight = clauseOf(child, 'weight');
    return weight === null ? [] : [{ child, weight }];
  });
  // A part without a weight is the mistake then, and has its own rule.
  if (weights.length < children.length) return;
  for (const { of, pick } of classesOf(
    weights.map(({ weight }) => weight),
    context,
  )) {
    const values = weights.map(({ weight }) => weightValue(weight, pick));
    if (!values.every((value) => value !== null)) continue;
    const total = sum(values);
    if (compare(total, one) === 0) continue;
    const related = weights.map(({ child, weight }, index) => {
      const text = `${labelOf(child).zh} ${percent(values[index] ?? zero)}`;
      return { span: weight.span, message: { zh: text, en: `${labelOf(child).en} ${percent(values[index] ?? zero)}` } };
    });
    context.report(weightsTotal.at(headSpan(node, context), { whole: labelOf(node), of, total }, { related }));
  }
}

/** One case for weights that are the same for all; one for each option where they are chosen by a class. */
function classesOf(
  weights: readonly WeightNode[],
  context: RuleContext,
): readonly { readonly of: string | null; readonly pick: Pick }[] {
  const tables = weights.flatMap(({ amount }) => (amount.kind === 'by-table' ? [amount] : []));
  const keys = new Set(tables.map(({ key }) => context.names.references.get(key)?.symbol));
  const [key] = keys;
  if (tables.length === 0) return [{ of: null, pick: () => null }];
  // Weights by two different classes at once would have to sum for every pair; their own rule refuses them.
  if (keys.size !== 1 || key === undefined) return [];
  return optionsOf(key).map((option) => ({
    of: option,
    pick: (table) => {
      const row = table.rows.find(({ options }) => options.some(({ text }) => text === option));
      return (row ?? table.rows.find(({ options }) => options.length === 0))?.value ?? null;
    },
  }));
}

type Pick = (table: ByTableNode) => ByTableNode['rows'][number]['value'] | null;

function optionsOf({ node }: Symbol): readonly string[] {
  return node.kind === 'field' && node.type.kind === 'choice-type' ? node.type.options.map(({ text }) => text) : [];
}

/** A class without a row has no such part. */
function weightValue({ amount }: WeightNode, pick: Pick): Rational | null {
  if (amount.kind !== 'by-table') return shareValue(amount);
  const value = pick(amount);
  return value === null ? zero : shareValue(value);
}

/** The weights of the groups of a ballot sum to 100%, too. */
export const weightsTotalRule: Rule = {
  kinds: [weightsTotal],
  visit: {
    total: visit,
    scorecard: visit,
    item: visit,
    ballot: (node, context) => {
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
    },
  },
};
