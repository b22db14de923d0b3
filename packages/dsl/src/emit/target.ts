import type { Program } from '../ir/ir.ts';
import type { LineMap } from '../source/line-map.ts';
import type { Message } from '../source/locale.ts';

/** A form in which a program can leave the house. Targets read the intermediate representation and never the tree. */
export interface Target {
  /** How the command line names it. */
  readonly name: string;
  readonly title: Message;
  /** The files of a policy that is called `name`; `lines` are those of its text, for comments. */
  emit(program: Program, name: string, lines: LineMap): readonly EmittedFile[];
}

export interface EmittedFile {
  /** Without folder. */
  readonly name: string;
  readonly text: string;
}
