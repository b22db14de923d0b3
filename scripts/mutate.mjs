// The mutation score of every shipped policy: node scripts/mutate.mjs [part of a path …]
// As many policies at once as there are processors. Fails where a score is below the least.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const least = 95;

/** Where less is right, with the reason in the folder's README. */
const exceptions = {
  // Two of its 34 changes cannot be seen: no total has more than one decimal before it is rounded.
  'party-branch/2024.assess': 94,
  'party-branch/english.assess': 94,
};

const wanted = process.argv.slice(2);
const policies = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  // A template is there to be filled in; parts have no tests of their own.
  .filter((path) => path.endsWith('.assess') && !path.startsWith('templates/'))
  .filter((path) => wanted.length === 0 || wanted.some((part) => `policies/${path}`.includes(part)))
  .filter((path) => /^(?:测试|test)\s/mu.test(readFileSync(join(root, 'policies', path), 'utf8')))
  .sort();

let failed = false;
const waiting = [...policies];
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = failed ? 1 : 0;

async function work() {
  for (let policy = waiting.shift(); policy !== undefined; policy = waiting.shift()) {
    const begin = Date.now();
    const { code, text } = await tested(policy);
    const report = text.slice(Math.max(0, text.search(/^(?:变异：|Mutation score:)/mu)));
    const counts = [...report.matchAll(/ {2}(\d+) \/ (\d+) {2}/gu)];
    const [killed, all] = [1, 2].map((group) => counts.reduce((sum, match) => sum + Number(match[group]), 0));
    const score = /([\d.]+)%/u.exec(report)?.[0] ?? '—';
    const seconds = ((Date.now() - begin) / 1000).toFixed(0);
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${policy}  ${killed} / ${all}  ${score}  ${seconds} s\n`);
    if (code === 0) continue;
    failed = true;
    process.stdout.write(report);
  }
}

function tested(policy) {
  const min = String(exceptions[policy] ?? least);
  const command = [
    join(root, 'packages/cli/bin/assess.mjs'),
    'test',
    '--mutate',
    '--min',
    min,
    join('policies', policy),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece) => (text += piece));
    child.on('error', reject).on('close', (code) => resolve({ code, text }));
  });
}
