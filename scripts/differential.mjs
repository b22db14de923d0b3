// A differential run of any length on the sources: generated policies, interpreter against compiled module, digit by digit.
//
//   npm run x -- node scripts/differential.mjs --policies 50000 --records 20 --seed 7 [--programs] [--first 123]

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../test/differential/run.ts', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--conditions=@assess/source', '--disable-warning=ExperimentalWarning', script, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
