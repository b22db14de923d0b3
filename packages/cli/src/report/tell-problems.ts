import type { Context } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import type { RecordProblem } from '../records/record-problem.ts';
import { recordProblems, recordProblemsJson } from './record-problems.ts';

/** Tells the faults of records, as JSON on standard output or for people on the other; the exit code is that of findings. */
export async function tellProblems(context: Context, problems: readonly RecordProblem[], json: boolean): Promise<void> {
  context.exitCode = exitCodes.findings;
  if (json) await context.out.write(recordProblemsJson(problems));
  else for (const piece of recordProblems(problems, context.locale, context.error)) await context.error.write(piece);
}
