import type { ChapterNode, Node } from '../../../ast/nodes.ts';
import { childrenOf } from '../../../ast/walk.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Symbol } from '../../../symbols/symbol.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** An imported chapter that the policy never names, and that does nothing by itself. */
export const unusedImport = defineDiagnostic<{ name: string }>({
  code: 'import/unused',
  severity: 'warning',
  message: {
    zh: ({ name }) => `引入的 \`${name}\` 没有用到`,
    en: ({ name }) => `The imported \`${name}\` is never used`,
  },
});

export const unusedImportRule: Rule = {
  kinds: [unusedImport],
  visit: {
    import: (node, context) => {
      // A file of parts may import for the sake of its own readers; a misspelt name may have been the use.
      if (!context.sound) return;
      const used = usedByPolicy(context);
      for (const name of node.chapters) {
        const symbol = context.names.references.get(name)?.symbol;
        if (symbol !== undefined && idle.has(symbol.kind) && !used.has(symbol))
          context.report(unusedImport.at(name.span, { name: symbol.name }));
      }
    },
  },
};

/** Kinds of chapters that are only there to be named. Lists, grades and their like act by being there. */
const idle: ReadonlySet<Symbol['kind']> = new Set<Symbol['kind']>(['figure', 'table', 'input', 'scorecard', 'sample']);

/** What the policy's own text names, with whatever that stands in. */
function usedByPolicy({ tree, names, source }: RuleContext): ReadonlySet<Symbol> {
  const isOwn = (chapter: ChapterNode): boolean => chapter.span.start <= source.own.text.length;
  const used = new Set<Symbol>();
  const stack: Node[] = tree.chapters.filter((chapter) => isOwn(chapter) && chapter.kind !== 'import');
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const symbol = names.references.get(node)?.symbol ?? null;
    for (let each = symbol; each !== null && !used.has(each); each = each.owner) used.add(each);
    for (const child of childrenOf(node)) stack.push(child);
  }
  return used;
}
