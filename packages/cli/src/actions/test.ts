import { type Analysis, dataTestsOf, TestSuite } from '@assess/dsl';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import { loadAnalysis } from '../policy.ts';
import type { CoveredFile } from '../report/coverage-summary.ts';
import type { MutatedFile } from '../report/mutants.ts';
import type { Tested, TestedFile } from '../report/tested-file.ts';
import { testsToJson } from '../report/tests-json.ts';
import { testsToJunit } from '../report/tests-junit.ts';
import { prettyTests, summariseTests } from '../report/tests-pretty.ts';
import { testsToTap } from '../report/tests-tap.ts';
import { addCohort, reportCoverage, wantsCoverage } from '../test-coverage.ts';
import { mutatePolicy, reportMutants } from '../test-mutation.ts';
import { filesOf, type RanDataTest, runDataTest } from '../testing/data-test.ts';
import { titlePattern } from '../testing/title-pattern.ts';
import { runOnChange } from '../testing/watch.ts';

/** How results of tests are written. */
export type TestFormat = 'pretty' | 'junit' | 'tap' | 'json';

/** The options of `assess test`. */
export interface TestFlags {
  readonly format: TestFormat;
  /** Only tests whose title contains this; `*` stands for anything. */
  readonly only?: string;
  /** Write files of expected results anew. */
  readonly update: boolean;
  /** Run again whenever a file changes. */
  readonly watch: boolean;
  /** Say what the tests reached. */
  readonly coverage: boolean;
  readonly coverageLcov?: string;
  readonly coverageHtml?: string;
  /** Change the policy in one place after the other and tell which changes no test notices. */
  readonly mutate: boolean;
  readonly mutateLimit?: number;
  /** The least coverage in per cent; with `mutate` the least mutation score. */
  readonly min?: number;
}

/** Runs the tests that stand in policies, and says of each whether it passes. */
export async function test(context: Context, flags: TestFlags, ...paths: readonly string[]): Promise<void> {
  if (!flags.watch) {
    await testOnce(context, flags, paths);
    return;
  }
  if (paths.includes('-'))
    throw new Failure({
      zh: '标准输入不会改变，不能用 `--watch`。',
      en: 'Standard input does not change; `--watch` needs files.',
    });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  await runOnChange(async () => {
    context.exitCode = exitCodes.clean;
    return testOnce(context, flags, paths);
  }, stop.signal);
}

/** Runs the tests once; gives the files that they were read from. */
async function testOnce(context: Context, flags: TestFlags, paths: readonly string[]): Promise<readonly string[]> {
  const files: TestedFile[] = [];
  const covered: CoveredFile[] = [];
  const changed: MutatedFile[] = [];
  const notRun: string[] = [];
  const read = [...paths];
  for (const path of paths) {
    const analysis = await loadAnalysis(context, path);
    if (analysis === null) {
      notRun.push(path);
      continue;
    }
    const tested = await testPolicy(context, flags, path, analysis);
    files.push(tested.file);
    covered.push(...tested.covered);
    changed.push(...tested.changed);
    read.push(...analysis.source.parts.map(({ file }) => file.path), ...tested.read);
  }
  for (const piece of report({ files, notRun }, flags.format, context)) await context.out.write(piece);
  if (files.some(({ results }) => results.some(({ passed }) => !passed))) context.exitCode = exitCodes.findings;
  await reportCoverage(context, flags, covered);
  await reportMutants(context, flags, changed);
  return read;
}

/** What came of the tests of one policy. */
interface TestedPolicy {
  readonly file: TestedFile;
  readonly covered: readonly CoveredFile[];
  readonly changed: readonly MutatedFile[];
  readonly read: readonly string[];
}

/** Runs the tests of a policy; `read` are the files that they read. */
async function testPolicy(context: Context, flags: TestFlags, path: string, analysis: Analysis): Promise<TestedPolicy> {
  const isWanted = flags.only === undefined ? (): boolean => true : titlePattern(flags.only);
  const suite = new TestSuite(analysis);
  const results = [...suite.run(isWanted), ...suite.guarantees(isWanted)];
  const coverage = wantsCoverage(flags) ? suite.coverage(results) : null;
  const updated: TestedFile['updated'][number][] = [];
  const read: string[] = [];
  const dataTests: RanDataTest[] = [];
  for (const each of dataTestsOf(analysis).filter(({ title }) => isWanted(title))) {
    read.push(...filesOf(path, each));
    const ran = await runDataTest(context, suite.program, path, each, flags.update);
    results.push(ran.result);
    dataTests.push(ran);
    if (ran.updated !== null) updated.push(ran.updated);
    if (ran.assessed !== null && coverage !== null) addCohort(coverage, ran.assessed);
  }
  const inOrder = results.toSorted((first, second) => first.span.start - second.span.start);
  const texts = new Map(analysis.source.parts.map(({ name, file }) => [name, file.text]));
  return {
    file: { path, source: analysis.source, results: inOrder, updated },
    covered: coverage === null ? [] : [{ path, points: coverage.points, texts }],
    changed: flags.mutate ? [mutatePolicy(context, flags, path, analysis, dataTests)] : [],
    read,
  };
}

function* report(tested: Tested, format: TestFormat, { locale, out }: Context): Generator<string> {
  switch (format) {
    case 'pretty':
      yield* prettyTests(tested, locale, out);
      yield summariseTests(tested, locale, out);
      break;
    case 'junit':
      yield* testsToJunit(tested, locale);
      break;
    case 'tap':
      yield* testsToTap(tested, locale);
      break;
    case 'json':
      yield testsToJson(tested);
      break;
  }
}
