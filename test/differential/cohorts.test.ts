/** Compiled modules against the interpreter where subjects are compared with one another. */
import { expect, test } from 'vitest';
import { emitJavaScript } from '../../packages/dsl/src/emit/js/emit-javascript.ts';
import { interpreter } from '../../packages/dsl/src/interpret/interpreter.ts';
import { firstCohortDifference } from './compare-cohorts.ts';
import { loadModule } from './load-module.ts';
import { randomProgram } from './random-programs.ts';
import { RecordMaker } from './random-records.ts';
import { Random } from './random.ts';

const seed = 20_230_701;

test('random cohorts have the same digits compiled and interpreted', { timeout: 180_000 }, async () => {
  let comparing = 0;
  for (let index = 0; index < 250; index++) {
    const random = Random.forCase(seed, index);
    const program = randomProgram(random, true);
    if (program.manifest.cohort.length === 0) continue;
    comparing += 1;
    const reference = interpreter(program);
    const module = await loadModule(emitJavaScript(program).module);
    const maker = new RecordMaker(program, random);
    for (let count = 0; count < 6; count++) {
      const records = random.times(1, 6, () => maker.next());
      const difference = firstCohortDifference(reference, module, records);
      expect(difference, `seed ${seed}, case ${index}, cohort ${count}\n${JSON.stringify(records)}`).toBe(null);
    }
  }
  expect(comparing).toBeGreaterThan(100);
});
