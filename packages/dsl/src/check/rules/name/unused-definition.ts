import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Symbol } from '../../../symbols/symbol.ts';
import type { Rule } from '../../rule.ts';
import { symbolsUsed } from '../../uses.ts';

/** A definition, a table or a scorecard that nothing refers to. */
export const unusedDefinition = defineDiagnostic<{ name: string; kind: Message }>({
  code: 'name/unused-definition',
  severity: 'warning',
  message: {
    zh: ({ name, kind }) => `${kind.zh} \`${name}\` 没有用到`,
    en: ({ name, kind }) => `The ${kind.en} \`${name}\` is never used`,
  },
});

const kinds: Partial<Record<Symbol['kind'], Message>> = {
  figure: { zh: '定义', en: 'definition' },
  table: { zh: '对照表', en: 'table' },
  scorecard: { zh: '评分表', en: 'scorecard' },
};

export const unusedDefinitionRule: Rule = {
  kinds: [unusedDefinition],
  visit: {
    file: (_node, context) => {
      const used = symbolsUsed(context);
      for (const symbol of context.names.symbols) {
        const kind = kinds[symbol.kind];
        if (kind === undefined || symbol.name === '' || used.has(symbol)) continue;
        // What stands at the top of a file of parts is there for others.
        if (context.role === 'parts' && symbol.owner === null) continue;
        // What a misspelt name would have used is not unused; a scorecard without a user explains what cannot be found in it.
        if (!context.sound && symbol.kind !== 'scorecard') continue;
        context.report(unusedDefinition.at(symbol.nameNode.span, { name: symbol.name, kind }));
      }
    },
  },
};
