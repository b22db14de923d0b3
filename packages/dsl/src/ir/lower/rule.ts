import type { RuleSpec } from '@assess/runtime';
import type { NumberExpression, TruthExpression } from '../ir.ts';

/** A lowered rule. The inputs that it reads are in its scene. */
export interface Rule {
  readonly base: NumberExpression;
  /** Conditions under which the rule itself says 不得分. */
  readonly zeroes: readonly TruthExpression[];
  /** Inputs of which the rule itself says what holds where they are not reported. */
  readonly settles: readonly number[];
  readonly spec: Omit<RuleSpec, 'origin' | 'inputs'>;
}
