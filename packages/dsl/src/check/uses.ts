/** Which declared things the policy itself reads. Samples and tests set figures; that is no use. */
import type { ChapterNode, Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import type { Symbol } from '../symbols/symbol.ts';
import type { Analysis } from './analysis.ts';

/** Everything that some name outside the samples, the tests and the 引入 means. */
export function symbolsUsed({ tree, names }: Pick<Analysis, 'tree' | 'names'>): ReadonlySet<Symbol> {
  const used = new Set<Symbol>();
  const stack: Node[] = tree.chapters.filter((chapter) => !idle.has(chapter.kind));
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const symbol = names.references.get(node)?.symbol;
    if (symbol !== undefined) used.add(symbol);
    // A result of the level below is named without the list that it stands in.
    const list = names.lists.get(node)?.symbol;
    if (list !== undefined) used.add(list);
    // What a checklist or a judgement declares it reads itself.
    const own =
      node.kind === 'check-point' ? [node.field] : node.kind === 'discretion' ? [node.figure, node.reason] : [];
    for (const field of own) {
      const declared = names.declared.get(field);
      if (declared !== undefined) used.add(declared);
    }
    for (const child of childrenOf(node)) stack.push(child);
  }
  return used;
}

const idle: ReadonlySet<ChapterNode['kind']> = new Set<ChapterNode['kind']>([
  'sample',
  'test',
  'import',
  'import-policy',
]);
