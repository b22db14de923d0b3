/** What code for an expression is written from. */
import type { NumberExpression, Program, TruthExpression } from '../../ir/ir.ts';
import type { Code } from './code.ts';
import type { NumberValue } from './value.ts';
import type { Writer } from './writer.ts';

/** The program and what is known of the steps before the one that is being written. */
export interface Context {
  readonly program: Program;
  /** What the inputs are as numbers. */
  readonly figures: readonly NumberValue[];
  readonly numbers: readonly (NumberValue | null)[];
  readonly truths: readonly (Code | null)[];
  /** The names of the lists that a group around restricts, by input. */
  readonly lists: ReadonlyMap<number, string>;
  /** The current entry of every list that has one, by input. */
  readonly entries: ReadonlyMap<number, Entry>;
}

/** The current entry of a loop. */
export interface Entry {
  readonly name: string;
  /** The body of the loop, in which its fields are read. */
  readonly body: Writer;
  /** The fields that are read already, by name. */
  readonly fields: Map<string, NumberValue>;
}

/** How operands are written: handed on, because lists stand in expressions and expressions in lists. */
export interface Coder {
  number(expression: NumberExpression, context: Context, writer: Writer): NumberValue;
  truth(expression: TruthExpression, context: Context, writer: Writer): Code;
}
