// The tasks behind scripts/run.mjs. Each sets up what it needs, runs tools of the checkout and hands on their exit code.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root, say, setUp, taskEnvironment, updateDependencies } from './set-up.mjs';

const windows = process.platform === 'win32';

const tasks = {
  demo: { zh: '构建并演示', en: 'build and show what it does', run: demo },
  test: { zh: '运行测试（参数交给 vitest）', en: 'run the tests (arguments go to vitest)', run: test },
  verify: { zh: '类型、代码规范、格式、未用代码', en: 'types, lint, format, unused code', run: verify },
  assess: { zh: '运行 assess 命令', en: 'run the assess command', run: assess },
  bench: { zh: '性能对比（首次会单独安装）', en: 'benchmarks (with an install of their own)', run: bench },
  mutate: { zh: '各办法的变异得分', en: 'mutation scores of the shipped policies', run: mutate },
  generate: { zh: '重新生成由程序生成的文件', en: 'write the generated files anew', run: generate },
  deps: { zh: '修改 package.json 后更新锁文件', en: 'update the lockfile after an edit of a package.json', run: deps },
  x: { zh: '运行任意工具，如 npm run x -- tsc -b', en: 'run any tool, e.g. npm run x -- tsc -b', run: x },
};

/** Runs the task that the arguments name and sets the exit code of the process. */
export async function main([name, ...arguments_]) {
  const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined;
  if (task === undefined) {
    const rows = Object.entries(tasks).map(([key, { zh, en }]) => `  npm run ${key.padEnd(9)} ${zh} / ${en}`);
    say(name ? `没有任务 ${name}。可用的任务：` : '可用的任务：', `${name ? `No task ${name}. ` : ''}Tasks:`);
    process.stderr.write(`${rows.join('\n')}\n`);
    process.exitCode = 64;
    return;
  }
  try {
    process.exitCode = await task.run(arguments_);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

async function demo(arguments_) {
  await setUp();
  return (await build()) || run('node', ['scripts/demo.mjs', ...arguments_]);
}

async function test(arguments_) {
  await setUp();
  return run('vitest', ['run', ...arguments_]);
}

async function verify() {
  await setUp();
  const steps = [
    { title: 'types', command: 'tsc', flags: ['-b'] },
    { title: 'lint', command: 'oxlint', flags: ['--type-aware', '--deny-warnings'] },
    { title: 'format', command: 'prettier', flags: ['--check', '--log-level', 'warn', '.'] },
    { title: 'unused code', command: 'knip', flags: ['--no-progress', '--no-config-hints'] },
  ];
  // Every step runs whatever became of the one before: one look shows all there is to mend.
  const results = [];
  for (const { title, command, flags } of steps) {
    process.stdout.write(`\n── ${title}: ${command} ${flags.join(' ')}\n`);
    const begin = Date.now();
    const code = await run(command, flags);
    results.push({ title, code, seconds: (Date.now() - begin) / 1000 });
  }
  const rows = results.map(
    ({ title, code, seconds }) => `  ${code === 0 ? '✓' : '✗'} ${title.padEnd(14)}${seconds.toFixed(1).padStart(5)} s`,
  );
  process.stdout.write(`\n${rows.join('\n')}\n`);
  return results.some(({ code }) => code !== 0) ? 1 : 0;
}

async function assess(arguments_) {
  await setUp();
  // npm starts us in the root; the paths a user types are meant from where the user stands.
  const startedByNpm = process.env.npm_lifecycle_event === 'assess' && process.env.INIT_CWD;
  const folder = startedByNpm ? process.env.INIT_CWD : process.cwd();
  // What the compiler objects to is shown and does not stop the command: half-way through an edit one still wants to try it.
  await build();
  return run('node', [join(root, 'packages', 'cli', 'bin', 'assess.mjs'), ...arguments_], { folder });
}

async function bench(names) {
  const folder = join(root, 'bench');
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0 || all.length === 0) {
    const zh =
      all.length === 0 ? 'bench/ 中还没有 *.bench.ts。' : `没有 ${unknown.join('、')}。现有：${all.join('、')}`;
    const en =
      all.length === 0
        ? 'There is no *.bench.ts in bench/ yet.'
        : `No ${unknown.join(', ')}. There are: ${all.join(', ')}`;
    throw new Failure(zh, en, { exitCode: 64 });
  }
  await setUp();
  await setUp(folder);
  const built = await build();
  if (built !== 0) return built;
  for (const name of names.length > 0 ? names : all) {
    const code = await run('node', ['--expose-gc', `${name}.bench.ts`], { folder, tools: folder });
    if (code !== 0) return code;
  }
  return 0;
}

async function mutate(arguments_) {
  await setUp();
  return (await build()) || run('node', [join('scripts', 'mutate.mjs'), ...arguments_]);
}

async function generate() {
  await setUp();
  // They read the sources of the packages, so that no build stands between an edit and what follows from it.
  const files = readdirSync(join(root, 'scripts')).filter((file) => /^generate-.*\.(mjs|ts)$/.test(file));
  for (const file of files.sort()) {
    const code = await run('node', ['--conditions=@assess/source', join('scripts', file)]);
    if (code !== 0) return code;
  }
  return 0;
}

async function deps([folder = '.', ...arguments_]) {
  const target = folder === '.' ? root : join(root, folder);
  if (!existsSync(join(target, 'package.json'))) {
    throw new Failure(`${folder} 中没有 package.json。`, `There is no package.json in ${folder}.`, { exitCode: 64 });
  }
  await updateDependencies(target, arguments_);
  return 0;
}

async function x([command, ...arguments_]) {
  if (command === undefined) {
    throw new Failure('用法：npm run x -- <工具> [参数]', 'Usage: npm run x -- <tool> [arguments]', { exitCode: 64 });
  }
  await setUp();
  return run(command, arguments_);
}

/** Compiles the packages, not the tests; what the compiler says goes to stderr, because stdout belongs to the task. */
function build() {
  return run('tsc', ['-b', join('packages', 'cli')], { stdout: process.stderr });
}

/** Runs a tool of the checkout, and resolves to its exit code. */
function run(command, arguments_, { folder = root, tools = root, stdout = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, windows ? arguments_.map(quoted) : arguments_, {
      cwd: folder,
      env: taskEnvironment(tools),
      stdio: ['inherit', stdout, 'inherit'],
      shell: windows, // the tools are .cmd files there
    });
    // The terminal tells the child too; we stay to hand on how it ended.
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', ignore).on('SIGTERM', passOn);
    const settled = () => process.off('SIGINT', ignore).off('SIGTERM', passOn);
    child.on('error', (error) => {
      settled();
      const failure = new Failure(`无法启动 ${command}：找不到该命令。`, `Cannot start ${command}: no such command.`, {
        exitCode: 127,
      });
      reject(error.code === 'ENOENT' ? failure : error);
    });
    child.on('close', (code, signal) => {
      settled();
      resolve(signal === null ? code : 128 + (signal === 'SIGINT' ? 2 : 15));
    });
  });
}

const ignore = () => {};

const quoted = (argument) => (/[\s"&|<>^%]/.test(argument) ? `"${argument.replaceAll('"', '""')}"` : argument);
