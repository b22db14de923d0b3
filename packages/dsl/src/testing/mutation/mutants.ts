import type { Node } from '../../ast/nodes.ts';
import { walk } from '../../ast/walk.ts';
import type { Analysis } from '../../check/analysis.ts';
import { spell } from '../../vocabulary/spelling.ts';
import type { Mutant, Place } from './mutant.ts';
import { operators, untouched } from './operators.ts';
import { shiftsIn } from './shifts.ts';

/** Every change worth trying of a policy and of what it imports, in the order of the text, each once. */
export function mutantsOf({ tree, source }: Analysis): readonly Mutant[] {
  const { text } = source;
  const vocabulary = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const found: Mutant[] = [];
  const shared = new Set<number>();
  walk(tree, (node, ancestors) => {
    const parent = ancestors.at(-1) ?? null;
    if (untouched.has(node.kind)) return false;
    const place: Place = {
      ancestors,
      parent,
      text: ({ span }) => text.slice(span.start, span.end),
      slice: (start, end) => text.slice(start, end),
      word: (id) => spell(id, vocabulary),
    };
    const shifts = shiftsIn(node, place);
    // What is handed on to a sibling is not changed alone: the sums would no longer fit.
    for (const { edits } of shifts) for (const { span } of edits) shared.add(span.start);
    found.push(...shifts, ...applied(node, place));
    return true;
  });
  const told = new Set<string>();
  return found
    .filter(({ kind, edits }) => kind === 'shift' || !edits.some(({ span }) => shared.has(span.start)))
    .filter(({ edits }) => {
      const identity = JSON.stringify(edits);
      if (told.has(identity)) return false;
      told.add(identity);
      return true;
    })
    .toSorted((a, b) => a.span.start - b.span.start);
}

/** The operator of a kind is one for nodes of that kind: the table is typed so. */
type AnyOperator = { apply(node: Node, place: Place): readonly Mutant[] }['apply'];

function applied(node: Node, place: Place): readonly Mutant[] {
  const operator: AnyOperator | undefined = operators[node.kind];
  return operator === undefined ? [] : operator(node, place);
}
