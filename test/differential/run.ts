/** One part of a long differential run, for scripts/differential.mjs. Exits with 1 at the first disagreement. */
import { compareCases } from './compare-cases.ts';
import { policyCase } from './policy/policy-case.ts';
import { randomProgram } from './random-programs.ts';

interface Job {
  readonly first: number;
  readonly cases: number;
  readonly records: number;
  readonly seed: number;
  readonly programs: boolean;
}

const { programs, ...job } = JSON.parse(process.argv[2] ?? '{}') as Job;
const begin = Date.now();
const failure = await compareCases({
  ...job,
  make: programs ? (random) => ({ program: randomProgram(random), text: '' }) : policyCase,
});
const seconds = ((Date.now() - begin) / 1000).toFixed(0);
const end = job.first + job.cases;
process.stdout.write(
  failure === null
    ? `seed ${job.seed}, cases ${job.first} to ${end - 1}: ${job.cases * job.records} evaluations, all digits agree, ${seconds} s\n`
    : `${failure}\n`,
);
process.exitCode = failure === null ? 0 : 1;
