import { type Analysis, type Program, type TriedMutant, tryMutants } from '@assess/dsl';
import { loadFromDisk } from '@assess/lsp';
import { dirname } from 'node:path';
import type { Context } from './context.ts';
import { exitCodes } from './exit-code.ts';
import { Progress } from './io/progress.ts';
import { visible } from './io/visible.ts';
import { showPercent } from './report/coverage-summary.ts';
import { type MutatedFile, mutantsReport, mutationScore } from './report/mutants.ts';
import { failureFor, type RanDataTest } from './testing/data-test.ts';

/** What is wanted of the mutants. */
export interface MutationFlags {
  readonly format: string;
  readonly mutate: boolean;
  readonly mutateLimit?: number;
  readonly min?: number;
}

/** For so many survivors a test is looked for; the others are listed without. */
const mostTests = 25;

/** Tries the mutants of a policy on its tests; data tests look at those that no other test noticed. */
export function mutatePolicy(
  context: Context,
  { mutateLimit }: MutationFlags,
  path: string,
  analysis: Analysis,
  dataTests: readonly RanDataTest[],
): MutatedFile {
  const progress = new Progress(context.error);
  const tried: TriedMutant[] = [];
  const passing = dataTests.filter(({ result }) => result.passed);
  const options = {
    load: loadFromDisk(path === '-' ? '.' : dirname(path)),
    limit: mutateLimit ?? null,
    most: mostTests,
    notices: noticing(passing),
  };
  try {
    for (const each of tryMutants(analysis, options)) {
      tried.push(each);
      progress.tick(() => context.text({ zh: `已试 ${tried.length} 个改动……`, en: `${tried.length} changes tried …` }));
    }
  } finally {
    progress.end();
  }
  return { path, source: analysis.source, tried, onData: passing.length > 0 };
}

/** Whether one of the data tests notices a program, beginning with the subject that noticed the last one. */
function noticing(dataTests: readonly RanDataTest[]): (program: Program) => boolean {
  const first = new Map<RanDataTest, number>();
  return (program) =>
    dataTests.some((each) => {
      const failure = failureFor(program, each, first.get(each) ?? 0);
      if (typeof failure === 'object' && failure !== null) first.set(each, failure.record);
      return failure !== null;
    });
}

/** Tells the mutation score of every policy and holds it against the least. */
export async function reportMutants(
  context: Context,
  { format, min }: MutationFlags,
  files: readonly MutatedFile[],
): Promise<void> {
  // What programs read on standard output is not mixed with anything.
  const out = format === 'pretty' ? context.out : context.error;
  for (const file of files) {
    for (const piece of mutantsReport(file, context.locale, out)) await out.write(piece);
    const score = mutationScore(file.tried);
    if (min === undefined || score >= min) continue;
    const message = {
      zh: `${file.path} 的测试发现 ${showPercent(score)} 的改动，低于 ${min}%。`,
      en: `The tests of ${file.path} notice ${showPercent(score)} of the changes, less than ${min}%.`,
    };
    await context.error.write(`${visible(context.text(message))}\n`);
    context.exitCode = exitCodes.findings;
  }
}
