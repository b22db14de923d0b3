import type { CohortFigureSpec, InputSpec } from '@assess/runtime';
import type { Expression, NumberExpression, TruthExpression } from '../../packages/dsl/src/ir/ir.ts';
import type { Random } from './random.ts';

/** What an expression can be made of, and how its operands are made. */
export interface Context {
  readonly random: Random;
  readonly inputs: readonly InputSpec[];
  readonly steps: Expression[];
  /** Null where subjects are not compared with one another. */
  readonly cohort: CohortFigureSpec[] | null;
  /** The lists that have a current entry, by input. */
  readonly entries: readonly number[];
  /** Any number, so deep at most. */
  readonly number: (context: Context, depth: number) => NumberExpression;
  /** Any condition, so deep at most. */
  readonly truth: (context: Context, depth: number) => TruthExpression;
}
