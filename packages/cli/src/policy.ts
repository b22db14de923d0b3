import { type Analysis, lower, type Message, type Program } from '@assess/dsl';
import { analysePolicy } from './analyse-policy.ts';
import { exitCodes } from './exit-code.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { labelOf } from './io/read-bytes.ts';
import { utf8Text } from './io/read-text.ts';
import { prettyDiagnostics, summariseDiagnostics } from './report/diagnostics-pretty.ts';

/**
 * Reads and checks a policy.
 *
 * @throws Failure if it cannot be read.
 */
export async function readPolicy({ input }: Context, path: string): Promise<Analysis> {
  return analysePolicy(path, utf8Text(await input.read(path), path));
}

/**
 * The program of a policy that is to be run; null, with the reason told, for one with errors.
 *
 * @throws Failure if it cannot be read.
 */
export async function loadProgram(context: Context, path: string): Promise<Program | null> {
  const analysis = await loadAnalysis(context, path);
  return analysis === null ? null : lower(analysis);
}

/**
 * A policy that is to be run. For one with errors null: they are told on standard error, and the exit code is that of
 * findings.
 *
 * @throws Failure if it cannot be read.
 */
export async function loadAnalysis(context: Context, path: string): Promise<Analysis | null> {
  const analysis = await readPolicy(context, path);
  const errors = analysis.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) {
    if (analysis.role === 'parts') throw new Failure(partsOnly(path), toBeImported);
    return analysis;
  }
  const files = [{ path, source: analysis.source, diagnostics: errors, tests: 0 }];
  for (const piece of prettyDiagnostics(files, context.locale, context.error)) await context.error.write(piece);
  await context.error.write(summariseDiagnostics(files, context.locale, context.error));
  context.exitCode = exitCodes.findings;
  return null;
}

function partsOnly(path: string): Message {
  const label = labelOf(path);
  return {
    zh: `${label.zh} 没有办法和总分，只有供引入的章，不能直接执行。`,
    en: `${label.en} has neither a policy nor a total, only chapters to import; there is nothing to run.`,
  };
}
const toBeImported: Message = {
  zh: '在办法里写 `引入 … 来自 …`，执行那份办法。',
  en: 'Write `import … from …` in a policy and run that.',
};
