/**
 * A checkout installs from whatever registry its user has set up. A host written into a file would win over that, and
 * fail where the host cannot be reached.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);

function read(path: string): string {
  try {
    return readFileSync(`${root}/${path}`, 'utf8');
  } catch {
    return ''; // Tracked, and removed in this work tree.
  }
}

test('no lockfile holds an address', () => {
  const lockfiles = tracked.filter((path) => path.endsWith('pnpm-lock.yaml'));
  expect(lockfiles).toContain('pnpm-lock.yaml');
  const addresses = lockfiles.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => line.includes('://'))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(addresses).toEqual([]);
});

test('no tracked file names the host of a registry', () => {
  const host =
    /https?:\/\/[\w.-]*(?:registry|npmmirror|verdaccio|artifactory|nexus)[\w-]*\.[a-z]|^\s*(?:\S*:)?registry\s*=/im;
  expect(tracked.filter((path) => host.test(read(path)))).toEqual([]);
});
