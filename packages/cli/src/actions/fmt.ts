import { format, type Diagnostic, type FormatOptions, SourceFile } from '@assess/dsl';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import { utf8Text } from '../io/read-text.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import { prettyDiagnostics } from '../report/diagnostics-pretty.ts';

/** The options of `assess fmt`. */
export interface FmtFlags {
  readonly write: boolean;
  readonly check: boolean;
  readonly vocabulary?: 'zh' | 'en';
}

/** Lays policies out: to standard output, in place with `--write`, or only telling which are not with `--check`. */
export async function fmt(context: Context, flags: FmtFlags, ...paths: readonly string[]): Promise<void> {
  refuseContradictions(flags, paths);
  const options: FormatOptions = { vocabulary: flags.vocabulary ?? 'keep' };
  let changed = 0;
  for (const path of paths) {
    const source = new SourceFile(path, utf8Text(await context.input.read(path), path));
    const { text, diagnostics } = await format(source, options);
    if (text === null) {
      await tellErrors(context, source, diagnostics);
      continue;
    }
    const differs = text !== source.text;
    if (differs) changed++;
    if (flags.check) {
      if (differs) await context.out.write(`${path}\n`);
    } else if (!flags.write) {
      await context.out.write(text);
    } else if (differs) {
      await writeFileAtomically(path, [text]);
      await context.error.write(`${context.text({ zh: `已整理 ${path}`, en: `Formatted ${path}` })}\n`);
    }
  }
  if (flags.check && changed > 0) {
    context.exitCode = exitCodes.findings;
    const message = {
      zh: `${changed} 个文件没有整理，用 assess fmt --write 整理。`,
      en: `${changed} ${changed === 1 ? 'file is' : 'files are'} not formatted; assess fmt --write does it.`,
    };
    await context.error.write(`${context.text(message)}\n`);
  }
}

function refuseContradictions({ write, check }: FmtFlags, paths: readonly string[]): void {
  if (write && check) {
    throw new Failure({
      zh: '`--write` 和 `--check` 不能同时使用。',
      en: '`--write` and `--check` exclude each other.',
    });
  }
  if (write && paths.includes('-')) {
    throw new Failure(
      { zh: '标准输入的内容无法就地改写。', en: 'What comes from standard input cannot be written in place.' },
      { zh: '不带 `--write` 时，结果写到标准输出。', en: 'Without `--write` the result goes to standard output.' },
    );
  }
  if (!write && !check && paths.length > 1) {
    throw new Failure(
      { zh: '一次只能把一个文件写到标准输出。', en: 'Only one file at a time can go to standard output.' },
      { zh: '整理多个文件用 `--write`。', en: 'Use `--write` for several files.' },
    );
  }
}

async function tellErrors(context: Context, source: SourceFile, diagnostics: readonly Diagnostic[]): Promise<void> {
  context.exitCode = exitCodes.findings;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const files = [{ path: source.path, source, diagnostics: errors, tests: 0 }];
  for (const piece of prettyDiagnostics(files, context.locale, context.error)) await context.error.write(piece);
  const message = {
    zh: `${source.path} 没有整理：请先改正以上错误。`,
    en: `${source.path} is left as it is: mend the errors above first.`,
  };
  await context.error.write(`${context.text(message)}\n`);
}
