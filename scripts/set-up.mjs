// Makes the checkout ready to run: installs the locked dependencies if, and only if, something they depend on changed.
//
// Everything said here goes to stderr, so that a task's stdout can be piped.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const pnpmVersion = '12.21.0';

const windows = process.platform === 'win32';

/** A set-up that has taken longer than this was killed in a way that left its lock behind. */
const lockLifetimeMs = 15 * 60_000;

/** Ends the program with a message instead of a stack trace: the reader can do something about it. */
export class Failure extends Error {
  /**
   * @param {string} zh
   * @param {string} en
   * @param {{ exitCode?: number, details?: string }} [options]
   */
  constructor(zh, en, { exitCode = 69, details = '' } = {}) {
    super([zh, en, details].filter(Boolean).join('\n'));
    this.exitCode = exitCode;
  }
}

/** Says one thing to the person at the terminal, in Chinese and then in English. */
export function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** Whether the Node in use can run the TypeScript sources by itself; if not, tools/node24 has one that can. */
function nodeIsRecent() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

const ownNodeFolder = join(root, 'tools', 'node24', 'node_modules', '.bin');

/**
 * The environment of a task: the tools of the checkout on the PATH and, where the machine's own Node is too old, a newer
 * `node` before it.
 */
export function taskEnvironment(folder = root) {
  const path = [join(folder, 'node_modules', '.bin'), join(root, 'node_modules', '.bin')];
  if (!nodeIsRecent()) path.unshift(ownNodeFolder);
  return withPath(process.env, path);
}

function withPath(environment, folders) {
  // Windows spells the variable `Path`, and two spellings side by side are two variables there.
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const rest = environment[name] ? [environment[name]] : [];
  return { ...environment, [name]: [...folders, ...rest].join(delimiter) };
}

/** The folders whose package.json the install of `folder` reads, `folder` first. */
function packageFolders(folder) {
  if (folder !== root) return [folder];
  const children = (name) =>
    readdirSync(join(root, name), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, name, entry.name));
  return [root, ...children('packages'), ...children('tools'), join(root, 'test')].filter((each) =>
    existsSync(join(each, 'package.json')),
  );
}

/** Names everything an install depends on: two equal states need no install between them. */
function wantedState(folder) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([pnpmVersion, process.platform, process.arch, nodeIsRecent()]));
  const files = [
    join(folder, 'pnpm-lock.yaml'),
    join(folder, 'pnpm-workspace.yaml'),
    ...packageFolders(folder).map((each) => join(each, 'package.json')),
  ];
  for (const file of files) {
    hash.update(`\0${file.slice(root.length)}\0`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampOf = (folder) => join(folder, 'node_modules', '.cache', 'setup-stamp');

function isReady(folder) {
  try {
    if (readFileSync(stampOf(folder), 'utf8') !== wantedState(folder)) return false;
  } catch {
    return false;
  }
  // Someone may have removed one node_modules and not the others.
  return packageFolders(folder).every((each) => {
    const manifest = JSON.parse(readFileSync(join(each, 'package.json'), 'utf8'));
    const needed = { ...manifest.dependencies, ...manifest.devDependencies };
    return Object.keys(needed).length === 0 || existsSync(join(each, 'node_modules'));
  });
}

/**
 * Installs what `folder` needs: the workspace, or a folder with a workspace of its own such as bench/.
 *
 * Two tasks started together do not install twice: the second waits for the first.
 * @throws {Failure}
 */
export async function setUp(folder = root) {
  if (!isReady(folder)) {
    const release = await takeLock();
    try {
      if (!isReady(folder)) await install(folder, ['--frozen-lockfile']);
    } finally {
      release();
    }
  }
}

/** Installs after an edit of a package.json and writes the lockfile anew. */
export async function updateDependencies(folder, arguments_) {
  const release = await takeLock();
  try {
    await install(folder, ['--no-frozen-lockfile', ...arguments_]);
  } finally {
    release();
  }
}

async function install(folder, flags) {
  const begin = Date.now();
  say(
    '正在安装依赖（仅首次或依赖变化时），约需 10–30 秒……',
    'Installing dependencies (first run or after a change), 10-30 s ...',
  );
  const { code, output } = await runPnpm(['install', ...flags, '--reporter=append-only'], folder);
  if (code !== 0) throw installFailure(output);
  if (folder === root) checkNode();
  mkdirSync(join(folder, 'node_modules', '.cache'), { recursive: true });
  writeFileSync(stampOf(folder), wantedState(folder));
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  say(`依赖已就绪（${seconds} 秒）。`, `Dependencies are ready (${seconds} s).`);
}

/** @returns {Promise<{ code: number, output: string }>} */
function runPnpm(arguments_, folder) {
  const environment = {
    // Without a network npm would keep silent for over a minute before it gives up.
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
    ...process.env,
    CI: 'true', // never a question: there may be nobody to answer
    npm_config_loglevel: 'error', // `npm run -s` would silence the reason of a failure
    npm_config_prefer_offline: 'true', // the version is exact, so a cached answer is as good as a fresh one
    npm_config_update_notifier: 'false',
  };
  // Set but empty, it makes pnpm put its store into the checkout.
  if (environment.XDG_DATA_HOME === '') delete environment.XDG_DATA_HOME;

  return new Promise((resolve) => {
    let output = '';
    const child = spawn('npx', ['-y', `pnpm@${pnpmVersion}`, ...arguments_], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows, // npx is a .cmd file there; every argument is a constant of ours
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => (output += chunk));
    }
    // Who stops us means the install too: left behind, it would write into the checkout beside the next one.
    const stop = (signal) => {
      child.kill(signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const settle = (result) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(result);
    };
    child.on('error', (error) => settle({ code: 1, output: `${output}\nnpx: ${error.message}` }));
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}

/** What usually goes wrong in an install, and what to do about it; the first match wins. */
const installCauses = [
  {
    pattern: /npx: .*ENOENT/,
    zh: '找不到 npx。请安装 npm（通常随 Node 一起安装），并确认它在 PATH 中。',
    en: 'npx was not found. Install npm (it usually comes with Node) and make sure that it is on the PATH.',
  },
  {
    pattern:
      /ERR_PNPM_(OUTDATED_LOCKFILE|NO_LOCKFILE|FROZEN_LOCKFILE|LOCKFILE_CONFIG_MISMATCH)|lockfile.*not up.to.date/i,
    zh: 'package.json 与 pnpm-lock.yaml 不一致。请运行 npm run deps 更新锁文件，并一起提交。',
    en: 'package.json and pnpm-lock.yaml disagree. Run `npm run deps` to update the lockfile, and commit both.',
  },
  {
    pattern: /ENOSPC|no space left/i,
    zh: '磁盘空间不足。请腾出约 1 GB 后重试。',
    en: 'The disk is full. Free about 1 GB and try again.',
  },
  {
    pattern: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    zh: '没有写入权限。请检查本目录、主目录与 npm 缓存目录是否可写。',
    en: 'Something cannot be written. Check that this folder, your home folder and the npm cache are writable.',
  },
  {
    pattern: /INTEGRITY|EINTEGRITY|checksum/i,
    zh: '下载的包与锁文件中的校验值不符。请清空 npm 缓存（npm cache clean --force）后重试；若仍失败，请检查所用的镜像源。',
    en: 'A package does not match its hash in the lockfile. Clear the npm cache (npm cache clean --force) and try again; if it persists, check the registry you use.',
  },
  {
    pattern:
      /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET|FETCH|dns error|error sending request|timed out|certificate|network/i,
    zh: '无法连接软件包源。请检查网络与代理设置（npm config get registry），然后重新运行同一命令。',
    en: 'The package registry cannot be reached. Check the network and proxy settings (npm config get registry), then run the same command again.',
  },
];

function installFailure(output) {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^npm warn/i.test(line));
  const cause = installCauses.find(({ pattern }) => pattern.test(output));
  const { zh, en } = cause ?? {
    zh: '原因见下方输出。排除后重新运行同一命令即可。',
    en: 'The reason is in the output below. Run the same command again once it is cured.',
  };
  // Of a known cause one line is enough to look it up by.
  const evidence = cause ? lines.filter((line) => cause.pattern.test(line)).slice(0, 1) : lines.slice(-8);
  return new Failure(`安装依赖失败：${zh}`, `Installing the dependencies failed: ${en}`, {
    details: evidence.map((line) => `  | ${line.trim()}`).join('\n'),
  });
}

/** Where the machine's own Node is too old, the one from tools/node24 must be there and must run on this machine. */
function checkNode() {
  if (nodeIsRecent() || spawnSync(join(ownNodeFolder, 'node'), ['--version']).status === 0) return;
  const machine = `${process.platform}-${process.arch}`;
  throw new Failure(
    `当前 Node 是 ${process.versions.node}，在本机（${machine}）无法自动准备更新的版本。请安装 Node 22.18 或更高版本后再试。`,
    `This is Node ${process.versions.node}, and a newer one cannot be set up by itself on ${machine}. Install Node 22.18 or newer and try again.`,
  );
}

/**
 * Takes the lock of the set-up, waiting while a living process holds it.
 * @returns {Promise<() => void>} gives it back
 */
async function takeLock() {
  const file = join(root, '.setup.lock');
  const release = () => {
    process.off('exit', release);
    try {
      unlinkSync(file);
    } catch {
      // Already gone.
    }
  };
  for (let waited = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      process.on('exit', release);
      return release;
    } catch (error) {
      if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') throw installFailure(error.code);
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) {
      // Renaming first lets only one of several waiters clear it away.
      const aside = `${file}.${process.pid}`;
      try {
        renameSync(file, aside);
        rmSync(aside, { force: true });
      } catch {
        // Another waiter was first.
      }
      continue;
    }
    if (!waited) say('另一个任务正在安装依赖，等待中……', 'Another task is installing the dependencies, waiting ...');
    waited = true;
    await sleep(200);
  }
}

function isAbandoned(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    if (age > lockLifetimeMs) return true;
    const holder = Number(readFileSync(file, 'utf8'));
    if (!holder) return age > 5_000; // created, and its number not yet written
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
