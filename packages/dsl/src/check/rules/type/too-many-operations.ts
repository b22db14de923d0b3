import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { isOfEntries } from '../../../symbols/entries.ts';
import { expansions } from '../../expansion.ts';
import type { Rule } from '../../rule.ts';

/** What is defined for each entry of a list is computed for each of them and shared with nothing, so that it must stay small. */
const mostOperations = 2000;

/** A definition inside of a list that doubles and doubles when its names are written out. */
export const tooManyOperations = defineDiagnostic<{ name: string }>({
  code: 'type/too-many-operations',
  severity: 'error',
  message: {
    zh: ({ name }) =>
      `清单里的定义 \`${name}\` 把用到的定义都写开后超过 ${mostOperations} 个运算，每一项都要算一遍；请改短`,
    en: ({ name }) =>
      `With its names written out the definition \`${name}\` in a list has more than ${mostOperations} operations, for every entry; make it shorter`,
  },
});

export const tooManyOperationsRule: Rule = {
  kinds: [tooManyOperations],
  visit: {
    file: (_node, context) => {
      for (const [symbol, { operations }] of expansions(context.names) ?? []) {
        if (operations <= mostOperations || !isOfEntries(symbol)) continue;
        context.report(tooManyOperations.at(symbol.nameNode.span, { name: symbol.name }));
        return;
      }
    },
  },
};
