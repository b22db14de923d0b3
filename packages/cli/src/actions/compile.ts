import { emitJavaScript, type Program } from '@assess/dsl';
import { basename, dirname, extname, join } from 'node:path';
import type { Context } from '../context.ts';
import { makeFolder } from '../io/make-folder.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import { loadProgram } from '../policy.ts';

/** The options of `assess compile`. */
export interface CompileFlags {
  readonly out?: string;
}

/** Compiles a policy to a JavaScript module and its declarations, beside it or into a folder. */
export async function compile(context: Context, { out }: CompileFlags, path: string): Promise<void> {
  const program: Program | null = await loadProgram(context, path);
  if (program === null) return;
  const { module, types } = emitJavaScript(program);
  const folder = out ?? (path === '-' ? '.' : dirname(path));
  const name = path === '-' ? 'policy' : basename(path, extname(path));
  await makeFolder(folder);
  const files = [
    [join(folder, `${name}.mjs`), module],
    [join(folder, `${name}.d.mts`), types],
  ] as const;
  for (const [file, text] of files) await writeFileAtomically(file, [text]);
  const written = files.map(([file]) => file);
  const done = { zh: `已生成 ${written.join('、')}`, en: `Written: ${written.join(', ')}` };
  await context.error.write(`${context.text(done)}\n`);
}
