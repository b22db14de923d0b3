import { assessInStages, type Evaluator, type Manifest, type StagedCohort, type SubjectResult } from '@assess/runtime';
import type { Context } from './context.ts';
import { evaluatorFor } from './evaluator.ts';
import { Progress } from './io/progress.ts';
import { refuseRepeated } from './io/refuse-repeated.ts';
import { loadProgram } from './policy.ts';
import { OtherResults, type ResultsOption } from './records/other-results.ts';
import { readRecords, refusalProblems } from './records/read-records.ts';
import { tellProblems } from './report/tell-problems.ts';

/** What `run` and `explain` are given. */
export interface AssessmentInput {
  readonly policy: string;
  readonly records: readonly string[];
  /** Ledgers of lists. */
  readonly events: readonly string[];
  /** Results of other policies. */
  readonly results: readonly ResultsOption[];
  /** Whether faults of the records are wanted as JSON on standard output. */
  readonly json: boolean;
}

/** A cohort that was assessed: as many results as one likes, each made when it is asked for. */
export interface Assessment {
  readonly manifest: Manifest;
  readonly cohort: StagedCohort;
  readonly evaluator: Evaluator;
  /** The record at an index, as it was read. */
  readonly recordAt: (index: number) => unknown;
}

/**
 * Assesses all records by a policy: all of them or none. What stands in the way is told, the exit code is that of findings,
 * and the answer is null.
 *
 * @throws Failure if a file cannot be read, or is given twice.
 */
export async function assessFiles(context: Context, given: AssessmentInput): Promise<Assessment | null> {
  const results = given.results.map(({ path }) => path);
  await refuseRepeated([given.policy, ...given.records, ...given.events, ...results]);
  const program = await loadProgram(context, given.policy);
  if (program === null) return null;
  const { manifest } = program;
  const progress = new Progress(context.error);
  try {
    const others = await OtherResults.read(manifest, context.input, given.results);
    const tick = (count: number): void =>
      progress.tick(() => context.text({ zh: `已读取 ${count} 条记录……`, en: `${count} records read …` }));
    const set = await readRecords(manifest, context.input, given.records, given.events, tick, others);
    const { records } = set;
    const evaluator = await evaluatorFor(program, records.count);
    const cohort = assessInStages(evaluator, records.count, (index) => {
      progress.tick(() => share(context, { zh: '正在评定', en: 'assessing' }, index, records.count));
      return records.at(index);
    });
    progress.end();
    const problems = [...set.problems, ...refusalProblems(set, cohort.refused)];
    if (problems.length > 0) {
      await tellProblems(context, problems, given.json);
      return null;
    }
    if (cohort.refused.length > 0) throw new Error('a record was refused and no fault of it is told');
    return { manifest, cohort, evaluator, recordAt: (index) => records.at(index) };
  } finally {
    progress.end();
  }
}

/** The results one after the other, best first; silently where they go to the terminal themselves. */
export function* resultsOf({ cohort }: Assessment, context: Context, silently: boolean): Generator<SubjectResult> {
  const progress = silently ? null : new Progress(context.error);
  try {
    for (const place of cohort.ordered.keys()) {
      progress?.tick(() =>
        share(context, { zh: '正在写出结果', en: 'writing the results' }, place, cohort.ordered.length),
      );
      yield cohort.resultAt(place);
    }
  } finally {
    progress?.end();
  }
}

function share(context: Context, doing: { zh: string; en: string }, done: number, all: number): string {
  const percent = Math.floor((100 * done) / all);
  return context.text({
    zh: `${doing.zh} ${percent}%（${done} / ${all}）`,
    en: `${doing.en} ${percent}% (${done} / ${all})`,
  });
}
