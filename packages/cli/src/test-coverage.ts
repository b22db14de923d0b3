import type { Coverage } from '@assess/dsl';
import { readTrace, type SubjectRecord } from '@assess/runtime';
import type { Context } from './context.ts';
import { exitCodes } from './exit-code.ts';
import { visible } from './io/visible.ts';
import { writeFileAtomically } from './io/write-file.ts';
import { coverageHtml } from './report/coverage-html.ts';
import { coverageLcov } from './report/coverage-lcov.ts';
import { coverageSummary, type CoveredFile, percentOf, showPercent } from './report/coverage-summary.ts';
import type { RanDataTest } from './testing/data-test.ts';

/** What is wanted of the coverage. */
export interface CoverageFlags {
  readonly format: string;
  readonly coverage: boolean;
  readonly coverageLcov?: string;
  readonly coverageHtml?: string;
  readonly min?: number;
  readonly mutate?: boolean;
}

/** Whether the coverage is to be worked out at all. With `--mutate`, `--min` is about the mutants. */
export function wantsCoverage({
  coverage,
  coverageLcov: lcov,
  coverageHtml: html,
  min,
  mutate,
}: CoverageFlags): boolean {
  return coverage || lcov !== undefined || html !== undefined || (min !== undefined && mutate !== true);
}

/** Adds what all subjects of a data test reached, and its quotas. */
export function addCohort(coverage: Coverage, { records, cohort }: NonNullable<RanDataTest['assessed']>): void {
  for (const [place, { index }] of cohort.ordered.entries()) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was assessed, so it was found admissible
    const record = records.at(index) as SubjectRecord;
    coverage.add(record, readTrace(cohort.resultAt(place).trace));
  }
  coverage.addQuotas(cohort);
}

/** Tells the coverage in every form that is asked for, and holds it against the least. */
export async function reportCoverage(
  context: Context,
  flags: CoverageFlags,
  files: readonly CoveredFile[],
): Promise<void> {
  if (!wantsCoverage(flags)) return;
  const { locale } = context;
  // What programs read on standard output is not mixed with anything.
  const out = flags.format === 'pretty' ? context.out : context.error;
  if (flags.coverage) {
    for (const file of files) for (const piece of coverageSummary(file, locale, out)) await out.write(piece);
  }
  if (flags.coverageLcov !== undefined) await writeFileAtomically(flags.coverageLcov, coverageLcov(files));
  if (flags.coverageHtml !== undefined) await writeFileAtomically(flags.coverageHtml, coverageHtml(files, locale));
  const { min } = flags;
  if (min === undefined || flags.mutate === true) return;
  for (const { path, points } of files) {
    const percent = percentOf(points);
    if (percent >= min) continue;
    const message = {
      zh: `${path} 的测试覆盖 ${showPercent(percent)}，低于 ${min}%。`,
      en: `The tests cover ${showPercent(percent)} of ${path}, less than ${min}%.`,
    };
    await context.error.write(`${visible(context.text(message))}\n`);
    context.exitCode = exitCodes.findings;
  }
}
