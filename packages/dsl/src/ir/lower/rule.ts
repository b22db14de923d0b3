import type { RuleSpec } from '@assess/runtime';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import type { Void } from './voids.ts';

/** A lowered rule. The inputs that it reads are in its scene. */
export interface Rule {
  readonly base: NumberExpression;
  /** Conditions under which the rule itself says 不得分. */
  readonly zeroes: readonly TruthExpression[];
  /** Inputs of which the rule itself says what holds where they are not reported. */
  readonly settles: readonly number[];
  /** Where the rule gives no result; absent where it always does. */
  readonly voids?: readonly Void[];
  readonly spec: Omit<RuleSpec, 'origin' | 'inputs'>;
}
