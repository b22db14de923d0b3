/** Moves what was read from one file to its place in the text of all files. */
import { childKeys } from '../ast/children.ts';
import type { Node } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/span.ts';

/** A span so many code units further on. */
export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The same tree, so many code units further on. Trees are shallow: the parser sees to it. */
export function shiftNode<Shifted extends Node>(node: Shifted, by: number): Shifted {
  const copy: Record<string, unknown> = { ...node, span: shiftSpan(node.span, by) };
  for (const key of childKeys(node.kind)) {
    const child = copy[key];
    copy[key] = Array.isArray(child) ? child.map((each: Node) => shiftNode(each, by)) : shiftChild(child, by);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy with other spans
  return copy as unknown as Shifted;
}

function shiftChild(child: unknown, by: number): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- under the keys of the child table stand nodes or null
  return child === null || child === undefined ? child : shiftNode(child as Node, by);
}

/** The same diagnostic with all its places, so many code units further on. */
export function shiftDiagnostic(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  return {
    ...diagnostic,
    span: shiftSpan(diagnostic.span, by),
    related: diagnostic.related.map((place) => ({ ...place, span: shiftSpan(place.span, by) })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, by) })),
    })),
  };
}
