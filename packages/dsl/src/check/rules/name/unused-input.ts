import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';
import { symbolsUsed } from '../../uses.ts';

/** A figure that people must report and that decides nothing. */
export const unusedInput = defineDiagnostic<{ name: string }>({
  code: 'name/unused-input',
  severity: 'warning',
  message: {
    zh: ({ name }) => `填报项 \`${name}\` 没有用到：要求填报，却不影响任何得分`,
    en: ({ name }) => `The input \`${name}\` is never used: it must be reported and decides nothing`,
  },
});

export const unusedInputRule: Rule = {
  kinds: [unusedInput],
  visit: {
    file: (_node, context) => {
      if (!context.sound) return;
      const used = symbolsUsed(context);
      for (const symbol of context.names.symbols) {
        if (symbol.kind !== 'input' || symbol.node.kind === 'panel' || symbol.name === '' || used.has(symbol)) continue;
        if (context.role === 'parts' && symbol.owner === null) continue;
        context.report(unusedInput.at(symbol.nameNode.span, { name: symbol.name }));
      }
    },
  },
};
