/** What inference shares between the chapters of the language. */
import type { ExpressionNode, Node } from '../../ast/nodes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Locale } from '../../source/locale.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Names, Symbol } from '../../symbols/symbol.ts';
import type { Analysis } from '../analysis.ts';
import type { Type } from '../../types/type.ts';

/** What a comparison without a left side looks at: the figure of 分档, the quantity of the grades, each dimension of 各维度. */
export interface Subject {
  readonly type: Type;
  /** Whether it is a score with full marks, so that a percentage compares its share of them. */
  readonly score: boolean;
  /** What names it, where something does. */
  readonly expression: ExpressionNode | null;
}

/** Everything that inference knows and fills. */
export interface InferContext {
  readonly source: SourceFile;
  /** The language in which fixes add words. */
  readonly locale: Locale;
  readonly names: Names;
  /** Figures that are results of other policies, by their fields. */
  readonly results: Analysis['results'];
  readonly types: Map<Node, Type>;
  /** Figures whose type is being found: meeting one again is a circle, which its own rule reports. */
  readonly pending: Set<Symbol>;
  /** The assessed year, in which dates without a year lie; null if the policy does not name one. */
  readonly year: number | null;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The text of a node as the drafter wrote it. */
export function written(context: { readonly source: SourceFile }, node: Node): string {
  return context.source.text.slice(node.span.start, node.span.end);
}
