import type { Analysis } from '@assess/dsl';
import { applySafeFixes } from '../apply-fixes.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import { Progress } from '../io/progress.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import { analysePolicy } from '../analyse-policy.ts';
import { readPolicy } from '../policy.ts';
import { type CheckedFile, countOf } from '../report/checked-file.ts';
import { diagnosticsForGithub } from '../report/diagnostics-github.ts';
import { diagnosticsToJson } from '../report/diagnostics-json.ts';
import { prettyDiagnostics, summariseDiagnostics } from '../report/diagnostics-pretty.ts';
import { findFailingTests } from '../test-findings.ts';

/** How findings are written. */
export type CheckFormat = 'pretty' | 'json' | 'github';

/** The options of `assess check`. */
export interface CheckFlags {
  readonly format: CheckFormat;
  readonly fix: boolean;
  readonly maxWarnings?: number;
}

/** A fix can uncover a finding that has a fix itself; this many rounds settle what does not go in circles. */
const mostRounds = 10;

/** Checks policies and reports what is found; with `--fix` after mending what can safely be mended. */
export async function check(context: Context, flags: CheckFlags, ...paths: readonly string[]): Promise<void> {
  if (flags.fix && paths.includes('-')) {
    throw new Failure(
      { zh: '标准输入的内容无法用 `--fix` 改写。', en: '`--fix` cannot rewrite what comes from standard input.' },
      { zh: '请写文件名。', en: 'Name a file.' },
    );
  }
  const files: CheckedFile[] = [];
  let applied = 0;
  const progress = new Progress(context.error);
  for (const [index, path] of paths.entries()) {
    const done = `${index} / ${paths.length}`;
    progress.tick(() => context.text({ zh: `正在检查 ${path}（${done}）`, en: `checking ${path} (${done})` }));
    const analysis = await readPolicy(context, path);
    const mended = flags.fix ? await mend(path, analysis) : { analysis, applied: 0 };
    applied += mended.applied;
    files.push(examine(path, mended.analysis));
  }
  progress.end();
  for (const piece of report(files, flags, context)) await context.out.write(piece);
  if (applied > 0) {
    const message = { zh: `已自动修正 ${applied} 处。`, en: `${applied} ${applied === 1 ? 'fix' : 'fixes'} applied.` };
    await context.error.write(`${context.text(message)}\n`);
  }
  const tooManyWarnings = flags.maxWarnings !== undefined && countOf(files, 'warning') > flags.maxWarnings;
  if (countOf(files, 'error') > 0 || tooManyWarnings) context.exitCode = exitCodes.findings;
}

/** The findings of the checker and of the policy's own tests, by place. */
function examine(path: string, analysis: Analysis): CheckedFile {
  const { tests, diagnostics } = findFailingTests(analysis);
  const all = [...analysis.diagnostics, ...diagnostics].toSorted(
    (first, second) => first.span.start - second.span.start,
  );
  return { path, source: analysis.source, diagnostics: all, tests };
}

function* report(files: readonly CheckedFile[], { format }: CheckFlags, { locale, out }: Context): Generator<string> {
  switch (format) {
    case 'pretty':
      yield* prettyDiagnostics(files, locale, out);
      yield summariseDiagnostics(files, locale, out);
      break;
    case 'json':
      yield diagnosticsToJson(files);
      break;
    case 'github':
      yield* diagnosticsForGithub(files, locale);
      break;
  }
}

/** Applies the safe fixes round by round, and writes the file if that changed anything. */
async function mend(path: string, original: Analysis): Promise<{ analysis: Analysis; applied: number }> {
  let analysis = original;
  let applied = 0;
  for (let round = 0; round < mostRounds; round++) {
    // Only the policy itself is rewritten, not what it imports.
    const own = analysis.diagnostics.filter(({ span }) => analysis.source.partAt(span.start).name === null);
    const fixed = applySafeFixes(analysis.source.own.text, own);
    if (fixed.applied === 0) break;
    applied += fixed.applied;
    analysis = analysePolicy(path, fixed.text);
  }
  if (applied > 0) await writeFileAtomically(path, [analysis.source.own.text]);
  return { analysis, applied };
}
