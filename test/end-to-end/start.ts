import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('assess.mjs', import.meta.url));

/** Where the policies and records of these tests are. */
const fixtures = fileURLToPath(new URL('../../packages/cli/test/fixtures/', import.meta.url));

/** How a process ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly folder?: string;
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run as, where we may choose. */
  readonly user?: number;
}

/** Runs `assess` as a process of its own, in Chinese unless told otherwise. */
export function assess(given: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  return start(process.execPath, ['--conditions=@assess/source', command, ...given], surroundings);
}

/** Runs a line of shell in which `assess` is the command. */
export function shell(line: string, surroundings: Surroundings = {}): Promise<Ended> {
  const define = `assess() { '${process.execPath}' --conditions=@assess/source '${command}' "$@"; }`;
  return start('bash', ['--norc', '-c', `set -o pipefail; ${define}; ${line}`], surroundings);
}

async function start(file: string, given: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { folder = fixtures, stdin = '', env = {}, user } = surroundings;
  const child = spawn(file, given, {
    cwd: folder,
    env: { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8', ...env },
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A command that does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => {}).end(stdin);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}
