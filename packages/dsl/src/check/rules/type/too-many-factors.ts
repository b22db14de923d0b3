import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { expansions } from '../../expansion.ts';
import type { Rule } from '../../rule.ts';

/** Figures are exact, so that each factor adds its digits: beyond this (semantics 1.1) a value has tens of thousands. */
const mostFactors = 1000;

/** A product of products whose exact value has more digits than anybody can use. */
export const tooManyFactors = defineDiagnostic<{ name: string }>({
  code: 'type/too-many-factors',
  severity: 'error',
  message: {
    zh: ({ name }) =>
      `\`${name}\` 展开后有超过 ${mostFactors} 个数相乘除，精确值的位数过多；请在中途写 \`保留 … 位小数\``,
    en: ({ name }) =>
      `Written out, \`${name}\` multiplies or divides more than ${mostFactors} figures, whose exact value has too many digits; write \`round to … decimals\` on the way`,
  },
});

export const tooManyFactorsRule: Rule = {
  kinds: [tooManyFactors],
  visit: {
    file: (_node, context) => {
      for (const [symbol, { size }] of expansions(context.names) ?? []) {
        if (size.above <= mostFactors && size.below <= mostFactors) continue;
        // In the order of their needs: whatever uses it has as many, and it is said once.
        context.report(tooManyFactors.at(symbol.nameNode.span, { name: symbol.name }));
        return;
      }
    },
  },
};
