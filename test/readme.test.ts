import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze, emitJavaScript, lower, SourceFile } from '@assess/dsl';
import { describe, expect, test } from 'vitest';
import { readmes, readmeWithOutputs } from '../scripts/readme-outputs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The fenced blocks of a page in one format, each with the line of text before it. */
function blocksOf(text: string, format: string): { readonly before: string; readonly text: string }[] {
  const found = text.matchAll(new RegExp(`^(.*)\\n\\n\`\`\`${format}\\n([^]*?)^\`\`\`$`, 'gm'));
  return [...found].map(([, before = '', block = '']) => ({ before, text: block }));
}

describe.each(readmes)('%s', (name) => {
  const read = async (): Promise<string> => readFile(join(root, name), 'utf8');

  test('shows what its commands print (npm run generate)', async () => {
    expect(await readmeWithOutputs(name)).toBe(await read());
  });

  test('shows the files that it names', async () => {
    const text = await read();
    const shown = [...blocksOf(text, 'assess'), ...blocksOf(text, 'csv')];
    expect(shown).toHaveLength(2);
    for (const { before, text: block } of shown) {
      const [, path = ''] = /`(policies\/[^`]+)`/.exec(before) ?? [];
      // The tests at the end of a policy are left out.
      const file = await readFile(join(root, path), 'utf8');
      expect([file, file.slice(0, Math.max(0, file.search(/\n(?:测试|test) /u)))]).toContain(block);
    }
  });

  test('names tasks that there are', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...(await read()).matchAll(/(?:^|`|\$ )npm (?:run (?:-s )?)?(\w+)/gm)].map(([, task = '']) => task);
    expect(named.length).toBeGreaterThan(2);
    // What npm itself does is no task of ours.
    expect(named.filter((task) => task !== 'install' && !Object.hasOwn(scripts, task))).toEqual([]);
  });

  test('names commands and options that there are', async () => {
    const rows = [...(await read()).matchAll(/^\| `assess (\w+)(.*)\|$/gm)];
    expect(rows.length).toBeGreaterThan(4);
    const overview = assess(['--help']).stdout;
    for (const [, command = '', rest = ''] of rows) {
      expect(overview).toContain(`  ${command} `);
      const options = rest.match(/--\w+/g) ?? [];
      const help = options.length === 0 ? '' : assess([command, '--help']).stdout;
      for (const option of options) expect(help).toContain(option);
    }
  });

  test('embeds a policy as it says', async () => {
    const text = await read();
    const [, policy = ''] = /compile (policies\/\S+\.assess)/.exec(text) ?? [];
    const [snippet] = blocksOf(text, 'ts');
    // Beside the tests, so that the runtime is found as in a project that depends on it.
    const place = join(root, 'test', 'out');
    await mkdir(place, { recursive: true });
    const folder = await mkdtemp(join(place, 'readme-'));
    try {
      const source = new SourceFile(policy, await readFile(join(root, policy), 'utf8'));
      const base = /([^/]+)\.assess$/.exec(policy)?.[1] ?? '';
      const { module, types } = emitJavaScript(lower(analyze(source)), source.lines);
      await writeFile(join(folder, `${base}.mjs`), module);
      await writeFile(join(folder, `${base}.d.mts`), types);
      await writeFile(join(folder, 'snippet.ts'), snippet?.text ?? '');
      await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
      const ran = node(['--no-warnings', join(folder, 'snippet.ts')]);
      const stated = [...(snippet?.text ?? '').matchAll(/^\s*console\.log\(.*\); \/\/ (.*)$/gm)].map(
        ([, line]) => line,
      );
      expect(ran.stderr).toBe('');
      expect(ran.stdout.trimEnd().split('\n')).toEqual(stated);
      expect(typeErrors(folder)).toBe('');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

function node(given: readonly string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, ['--conditions=@assess/source', ...given], { cwd: root, encoding: 'utf8' });
}

function assess(given: readonly string[]): ReturnType<typeof node> {
  const main = JSON.stringify(new URL('../packages/cli/src/main.ts', import.meta.url).href);
  const start = `import { main } from ${main}; process.exitCode = await main(process.argv.slice(1));`;
  return node(['--no-warnings', '--input-type=module', '--eval', start, '--', ...given]);
}

function typeErrors(folder: string): string {
  const options = [
    '--ignoreConfig',
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--types',
    'node',
    '--skipLibCheck',
  ];
  const conditions = ['--customConditions', '@assess/source', '--allowImportingTsExtensions'];
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const { stdout, stderr } = spawnSync(tsc, [...options, ...conditions, 'snippet.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}
