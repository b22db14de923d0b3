import type { Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { holdsEntries, isOfEntries } from '../../../symbols/entries.ts';
import type { Names, Symbol } from '../../../symbols/symbol.ts';
import type { Rule } from '../../rule.ts';

/** A field of the entries of a list where no single entry is meant: it is one figure for each of them. */
export const fieldOutsideList = defineDiagnostic<{ name: string; list: string }>({
  code: 'structure/field-outside-list',
  severity: 'error',
  message: {
    zh: ({ name, list }) =>
      `\`${name}\` 在清单 \`${list}\` 里每项一个值，这里要一个数：写 \`合计（${list}·${name}）\`、\`平均（…）\`、\`取大（…）\` 等`,
    en: ({ name, list }) =>
      `\`${name}\` has a value for each entry of the list \`${list}\`; for one figure write \`sum(${list}.${name})\`, \`mean(…)\`, \`max(…)\` or the like`,
  },
});

/** `当 …` behind something of which there is only one. */
export const conditionWithoutList = defineDiagnostic<{ written: string }>({
  code: 'structure/condition-without-list',
  severity: 'error',
  message: {
    zh: ({ written }) =>
      `\`当\` 只能挑选清单中的项，\`${written}\` 不是清单的一栏；要按条件取值请写 \`若 … 则 … 否则 …\``,
    en: ({ written }) =>
      `\`when\` picks entries of a list, and \`${written}\` is no field of one; for a value under a condition write \`if … then … else …\``,
  },
});

export const fieldOutsideListRule: Rule = {
  kinds: [fieldOutsideList, conditionWithoutList],
  visit: {
    path: (node, context, ancestors) => {
      const symbol = context.names.references.get(node)?.symbol;
      if (symbol === undefined || !isOfEntries(symbol) || symbol.owner === null) return;
      if (ancestors.at(-1)?.kind === 'set' || entryAround([...ancestors, node], context.names) === symbol.owner) return;
      context.report(fieldOutsideList.at(node.span, { name: symbol.name, list: symbol.owner.name }));
    },
    filtered: (node, context) => {
      if (context.names.lists.has(node) || context.types.get(node.value)?.type === 'error') return;
      const { start, end } = node.value.span;
      context.report(conditionWithoutList.at(node.span, { written: context.source.text.slice(start, end) }));
    },
  },
};

/** The list of whose entries one is meant at a place: that of the nearest argument, or the list in which a definition stands. */
export function entryAround(ancestors: readonly Node[], names: Names): Symbol | null {
  for (let at = ancestors.length - 1; at >= 0; at--) {
    const node = ancestors[at];
    if (node === undefined) return null;
    const list = names.lists.get(node);
    if (list !== undefined) return list.symbol;
    const declared = names.declared.get(node.kind === 'input' ? node.field : node);
    if (declared !== undefined && holdsEntries(declared)) return declared;
  }
  return null;
}
