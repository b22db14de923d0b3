import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { expansions } from '../../expansion.ts';
import type { Rule } from '../../rule.ts';

/** Deeper than this, links between names included, nothing is computed: lowering follows names where it meets them. */
const mostLevels = 1000;

/** A name that leads through very many others. */
export const longChain = defineDiagnostic<{ name: string; levels: number }>({
  code: 'name/long-chain',
  severity: 'error',
  message: {
    zh: ({ name, levels }) => `\`${name}\` 层层引用其他名称，展开后深达 ${levels} 层；至多 ${mostLevels} 层`,
    en: ({ name, levels }) =>
      `\`${name}\` leads through name after name, ${levels} levels deep when written out; at most ${mostLevels} are allowed`,
  },
});

export const longChainRule: Rule = {
  kinds: [longChain],
  visit: {
    file: (_node, context) => {
      for (const [symbol, { levels }] of expansions(context.names) ?? []) {
        if (levels <= mostLevels) continue;
        // In the order of their needs: whatever uses it is too deep as well, and it is said once.
        context.report(longChain.at(symbol.nameNode.span, { name: symbol.name, levels }));
        return;
      }
    },
  },
};
