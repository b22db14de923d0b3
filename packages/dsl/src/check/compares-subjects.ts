import type { Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import type { Symbol } from '../symbols/symbol.ts';
import { signatureOf } from '../types/builtins.ts';
import type { Analysis } from './analysis.ts';

/** Kinds of things that are computed: what stands in them counts wherever they are named. */
const computed: ReadonlySet<Symbol['kind']> = new Set([
  'figure',
  'table',
  'item',
  'total',
  'list',
  'scorecard',
  'scale',
]);

/** Whether what a node says depends on the other subjects: by a function over the cohort in it, or in anything that it names. */
export function comparesSubjects(node: Node, { names }: Pick<Analysis, 'names'>): boolean {
  const seen = new Set<Node>([node]);
  const pending: Node[] = [node];
  const visit = (each: Node): void => {
    if (seen.has(each)) return;
    seen.add(each);
    pending.push(each);
  };
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each.kind === 'call' && signatureOf(each.function.text)?.overCohort === true) return true;
    const named = names.references.get(each)?.symbol;
    if (named !== undefined && (computed.has(named.kind) || named.node.kind === 'scorecard')) visit(named.node);
    for (const child of childrenOf(each)) visit(child);
  }
  return false;
}
