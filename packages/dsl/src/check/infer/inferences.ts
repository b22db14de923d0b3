import type { ExpressionNode } from '../../ast/nodes.ts';
import type { Type } from '../../types/type.ts';
import type { Subject } from './context.ts';

/** How the parts of a call are inferred. */
export interface Inferences {
  readonly infer: (node: ExpressionNode) => Type;
  /** `subject`: what a comparison without a left side looks at. */
  readonly expectTruth: (node: ExpressionNode, subject?: Subject | null) => void;
}
