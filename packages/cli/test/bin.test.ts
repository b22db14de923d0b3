/** What the installed command says where Node is too old for it. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..');
const { engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { engines: { node: string } };
const least = engines.node.replace('>=', '');

/** Runs the command by a Node that says it is of another version. */
function runBy(version: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ['--import', preload, join(folder, 'bin', 'assess.mjs'), '--version'], {
    encoding: 'utf8',
  });
}

test.each(['12.0.0', '20.20.2', '22.17.1'])('is refused by Node %s', (version) => {
  const { status, stdout, stderr } = runBy(version);
  expect({ status, stdout, stderr }).toEqual({
    status: 69,
    stdout: '',
    stderr:
      `assess 需要 Node ${least} 或更高版本，当前是 ${version}。请升级 Node 后再试。\n` +
      `assess needs Node ${least} or newer, this is ${version}. Upgrade Node and try again.\n`,
  });
});

test.each([`${least}.0`, '24.0.0'])('is not refused by Node %s', (version) => {
  expect(runBy(version).stderr).not.toContain('Node');
});
