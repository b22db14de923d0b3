/** The shape of a tree: what a text says apart from the names, texts and places in it. */
import type { Analysis } from '@assess/dsl';

/** Two texts with equal shapes say the same in other words. Whether a text is a document's title is a matter of its marks. */
export function shapeOf({ tree }: Analysis): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) =>
      key === 'span' || key === 'text' || (typeof value === 'boolean' && key === 'title') ? undefined : value,
    ),
  );
}
