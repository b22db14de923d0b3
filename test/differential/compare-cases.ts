import { interpreter } from '../../packages/dsl/src/interpret/interpreter.ts';
import { emitJavaScript } from '../../packages/dsl/src/emit/js/emit-javascript.ts';
import type { Program } from '../../packages/dsl/src/ir/ir.ts';
import { firstDifference } from './compare.ts';
import { loadModule } from './load-module.ts';
import { RecordMaker } from './random-records.ts';
import { Random } from './random.ts';

export interface Cases {
  readonly seed: number;
  /** Index of the first case, to continue or to repeat one. */
  readonly first?: number;
  readonly cases: number;
  readonly records: number;
  /** The program of a case, with the policy it comes from if there is one. */
  readonly make: (random: Random) => { readonly program: Program; readonly text: string };
}

/** Holds every case against the interpreter; null when all agree, else a report with everything that repeats the failure. */
export async function compareCases({ seed, first = 0, cases, records, make }: Cases): Promise<string | null> {
  for (let index = first; index < first + cases; index++) {
    const random = Random.forCase(seed, index);
    const { program, text } = make(random);
    const reference = interpreter(program);
    const module = await loadModule(emitJavaScript(program).module);
    const maker = new RecordMaker(program, random);
    for (let count = 0; count < records; count++) {
      const record = maker.next();
      const difference = firstDifference(reference, module, record);
      if (difference !== null) {
        return `seed ${seed}, case ${index}, record ${count}\n${difference}\n${JSON.stringify(record)}\n${text}`;
      }
    }
  }
  return null;
}
