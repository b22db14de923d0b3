import type { QuotaSizeNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { exampleIn, intersect } from '../../intervals.ts';
import { sizeRows, sizesLeft } from '../../quota-sizes.ts';
import type { Rule } from '../../rule.ts';
import { showIn } from '../../show.ts';

/** A number of subjects for which the rows of a quota say nothing, or two things. */
export const quotaSizes = defineDiagnostic<{ example: Message; twice: boolean }>({
  code: 'grades/quota-sizes',
  severity: 'error',
  message: {
    zh: ({ example, twice }) =>
      twice
        ? `对象有 ${example.zh} 时两行都成立；一行改用“不满”或“超过”`
        : `对象有 ${example.zh} 时没有名额可查；补上一行，或写“其余”`,
    en: ({ example, twice }) =>
      twice
        ? `With ${example.en} two rows hold; let one of them exclude its bound`
        : `With ${example.en} no row says how many places there are; add one, or "otherwise"`,
  },
});

export const quotaSizesRule: Rule = {
  kinds: [quotaSizes],
  visit: {
    'quota-sizes': (node, context) => {
      const rows = sizeRows(node, context);
      const left = exampleIn(sizesLeft(rows));
      if (left !== null && rows.length > 0)
        context.report(quotaSizes.at(node.span, { example: showIn(left, 'unit'), twice: false }));
      const seen: { readonly row: QuotaSizeNode; readonly said: (typeof rows)[number]['said'] }[] = [];
      for (const { row, said } of rows) {
        // 其余 is what the others leave.
        if (row.condition === null) continue;
        const both = seen.map((each) => exampleIn(intersect(each.said, said))).find((each) => each !== null);
        if (both !== undefined && both !== null)
          context.report(quotaSizes.at(row.span, { example: showIn(both, 'unit'), twice: true }));
        seen.push({ row, said });
      }
    },
  },
};
