import { emitJavaScript, interpreter, type Program } from '@assess/dsl';
import type { Evaluator } from '@assess/runtime';
import { loadModule } from '../differential/load-module.ts';

/** Every way to run a program. A new target adds a line. */
export const evaluators: Readonly<Record<string, (program: Program) => Promise<Evaluator>>> = {
  interpreter: async (program) => interpreter(program),
  javascript: (program) => loadModule(emitJavaScript(program).module),
};
