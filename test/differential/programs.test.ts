/**
 * Compiled modules against the interpreter on random programs: shapes that no policy lowers to, so that what the policies of
 * `policies.test.ts` leave untouched is reached as well.
 */
import { formatExact, normalise, validateRecord, type SubjectRecord } from '@assess/runtime';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { emitJavaScript } from '../../packages/dsl/src/emit/js/emit-javascript.ts';
import { interpreter } from '../../packages/dsl/src/interpret/interpreter.ts';
import { compareCases } from './compare-cases.ts';
import { completed } from './compare.ts';
import { loadModule } from './load-module.ts';
import { naiveTrace } from './naive-float.ts';
import { damaged } from './random-damage.ts';
import { randomProgram } from './random-programs.ts';
import { RecordMaker } from './random-records.ts';
import { Random } from './random.ts';

const seed = 20_230_101;

describe('random programs', () => {
  test('have the same digits compiled and interpreted', { timeout: 180_000 }, async () => {
    expect(
      await compareCases({
        seed,
        cases: 300,
        records: 20,
        make: (random) => ({ program: randomProgram(random), text: '' }),
      }),
    ).toBeNull();
  });

  test('differ from floating point, or this test would see nothing', () => {
    let different = 0;
    for (let index = 0; index < 50; index++) {
      const random = Random.forCase(seed, index);
      const program = randomProgram(random);
      const record = new RecordMaker(program, random).next();
      const exact = interpreter(program)
        .trace(record)
        .map((value) => (typeof value === 'boolean' ? value : formatExact(normalise(value))));
      const naive = naiveTrace(program, record).map((value) => (typeof value === 'boolean' ? value : String(value)));
      if (exact.some((value, step) => value !== naive[step])) different += 1;
    }
    expect(different).toBeGreaterThan(20);
  });

  test('refuse exactly the records that the validation refuses', { timeout: 120_000 }, async () => {
    const verdicts = { refused: 0, admitted: 0 };
    for (let index = 0; index < 150; index++) {
      const random = Random.forCase(seed + 1, index);
      const whole = randomProgram(random);
      const program = { ...whole, manifest: { ...whole.manifest, requirements: [] } };
      const module = await loadModule(emitJavaScript(program).module);
      const maker = new RecordMaker(program, random);
      // The first record makes its keys the usual ones.
      module.evaluate(completed(program.manifest, maker.next()));
      for (let count = 0; count < 40; count++) {
        const sound = random.chance(0.5) ? completed(program.manifest, maker.next()) : maker.next();
        const record = damaged(program.manifest, sound, random);
        const admissible = validateRecord(program.manifest, record).length === 0;
        const context = `seed ${seed + 1}, case ${index}, record ${count}: ${inspect(record)}`;
        for (const run of [(each: SubjectRecord) => module.trace(each), module.evaluate]) {
          expect(
            refusal(() => run(record)),
            context,
          ).toBe(admissible ? 'none' : 'InadmissibleRecordError');
        }
        verdicts[admissible ? 'admitted' : 'refused'] += 1;
      }
    }
    expect(verdicts.refused).toBeGreaterThan(1000);
    expect(verdicts.admitted).toBeGreaterThan(500);
  });
});

function refusal(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.name : 'no error';
  }
}
