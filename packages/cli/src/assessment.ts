import { interpreter } from '@assess/dsl';
import { assessCohort, type CohortResult, type Evaluator } from '@assess/runtime';
import type { Context } from './context.ts';
import { exitCodes } from './exit-code.ts';
import { Progress } from './io/progress.ts';
import { loadProgram } from './policy.ts';
import { problemOf, readRecords } from './records/read-records.ts';
import type { RecordProblem } from './records/record-problem.ts';
import { recordProblems, recordProblemsJson } from './report/record-problems.ts';

/** What `run` and `explain` are given. */
export interface AssessmentInput {
  readonly policy: string;
  readonly records: readonly string[];
  readonly events: string | null;
  /** Whether faults of the records are wanted as JSON on standard output. */
  readonly json: boolean;
}

/** A cohort that was assessed, and by what. */
export interface Assessment {
  readonly evaluator: Evaluator;
  readonly result: CohortResult;
}

/**
 * Assesses all records by a policy: all of them or none. What stands in the way is told, the exit code is that of findings,
 * and the answer is null.
 *
 * @throws Failure if a file cannot be read.
 */
export async function assessFiles(context: Context, given: AssessmentInput): Promise<Assessment | null> {
  const program = await loadProgram(context, given.policy);
  if (program === null) return null;
  const evaluator = interpreter(program);
  const progress = new Progress(context.error);
  try {
    const { records, found, problems } = await readRecords(
      evaluator.manifest,
      context.input,
      given.records,
      given.events,
      (count) => progress.tick(() => context.text({ zh: `已读取 ${count} 条记录……`, en: `${count} records read …` })),
    );
    if (problems.length > 0) return await refuse(context, problems, given.json);
    const result = assessCohort(evaluator, records);
    const refused = result.refused.flatMap(({ record, issues }) => {
      const place = found[record];
      return place === undefined ? [] : issues.map((issue) => problemOf(place, issue));
    });
    return refused.length > 0 ? await refuse(context, refused, given.json) : { evaluator, result };
  } finally {
    progress.end();
  }
}

async function refuse(context: Context, problems: readonly RecordProblem[], json: boolean): Promise<null> {
  context.exitCode = exitCodes.findings;
  if (json) await context.out.write(recordProblemsJson(problems));
  else for (const piece of recordProblems(problems, context.locale, context.error)) await context.error.write(piece);
  return null;
}
