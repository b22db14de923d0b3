// A differential run of any length on the sources: generated policies, interpreter against compiled module, digit by digit.
//
//   npm run x -- node scripts/differential.mjs --policies 50000 --records 20 --seed 7 [--programs] [--first 123]
//
// A module that was loaded stays in memory, so the work is done by one process after the other.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const casesPerProcess = 2000;
const script = fileURLToPath(new URL('../test/differential/run.ts', import.meta.url));
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

const first = Number(values.first);
const end = first + Number(values.policies);
for (let next = first; next < end; next += casesPerProcess) {
  const cases = Math.min(casesPerProcess, end - next);
  const job = JSON.stringify({
    first: next,
    cases,
    records: Number(values.records),
    seed: Number(values.seed),
    programs: values.programs,
  });
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=@assess/source', '--disable-warning=ExperimentalWarning', script, job],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}
