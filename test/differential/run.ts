/** A differential run of any length. Prints the first disagreement with everything that repeats it, and exits with 1. */
import { parseArgs } from 'node:util';
import { compareCases } from './compare-cases.ts';
import { policyCase } from './policy/policy-case.ts';
import { randomProgram } from './random-programs.ts';

const { values } = parseArgs({
  options: {
    policies: { type: 'string', default: '2000' },
    records: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    /** Index of the first case: with `--policies 1` it repeats one. */
    first: { type: 'string', default: '0' },
    /** Random programs of the intermediate representation instead of policies. */
    programs: { type: 'boolean', default: false },
  },
});
const numbers = {
  cases: Number(values.policies),
  records: Number(values.records),
  seed: Number(values.seed),
  first: Number(values.first),
};
const begin = Date.now();
const failure = await compareCases({
  ...numbers,
  make: values.programs ? (random) => ({ program: randomProgram(random), text: '' }) : policyCase,
  progress(done) {
    if (done % 500 === 0)
      process.stderr.write(`${done} of ${numbers.cases}, ${((Date.now() - begin) / 1000).toFixed(0)} s\n`);
  },
});
const evaluations = numbers.cases * numbers.records;
process.stdout.write(
  failure === null
    ? `seed ${numbers.seed}: ${numbers.cases} cases × ${numbers.records} records, ${evaluations} evaluations, all digits agree\n`
    : `${failure}\n`,
);
process.exitCode = failure === null ? 0 : 1;
