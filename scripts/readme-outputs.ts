/**
 * What the commands of a README print. A block marked `console` holds lines that begin with `$`, each followed by what the
 * command prints. `npm run -s assess -- …` is carried out on the sources of this checkout; behind it `| head -n 12` may cut.
 */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The two READMEs, from the root of the repository. */
export const readmes = ['README.md', 'README.en.md'] as const;

const root = fileURLToPath(new URL('..', import.meta.url));

const commandLine = /^\$ npm run -s assess -- (.*?)(?: \| head -n (\d+))?$/;

const start = `import { main } from ${JSON.stringify(new URL('../packages/cli/src/main.ts', import.meta.url).href)};
process.exitCode = await main(process.argv.slice(1));`;

/** The text of a README with every output as it is now. */
export async function readmeWithOutputs(name: (typeof readmes)[number]): Promise<string> {
  const text = await readFile(new URL(`../${name}`, import.meta.url), 'utf8');
  const language = name.endsWith('.en.md') ? 'en_US.UTF-8' : 'zh_CN.UTF-8';
  return text.replaceAll(/(?<=^```console\n)[^]*?(?=^```$)/gm, (block) =>
    block
      .split('\n')
      .filter((line) => line.startsWith('$ '))
      .map((line) => `${line}\n${printed(line, language)}`)
      .join('\n'),
  );
}

/** What a command prints; throws for one that is not an `assess` command or fails. */
function printed(line: string, language: string): string {
  const [, words, most] = commandLine.exec(line) ?? [];
  if (words === undefined) throw new Error(`not a command of assess: ${line}`);
  const given = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=@assess/source', '--no-warnings', '--input-type=module', '--eval', start, '--', ...given],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LANG: language, LC_ALL: language, NO_COLOR: '1', COLUMNS: '120' },
    },
  );
  if (status !== 0) throw new Error(`${line}\n${stdout}${stderr}`);
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  const kept = most === undefined ? lines : lines.slice(0, Number(most));
  return `${kept.map((each) => each.trimEnd()).join('\n')}\n`;
}
