import { runTests } from '@assess/dsl';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import { loadAnalysis } from '../policy.ts';
import { prettyTests, summariseTests } from '../report/tests-pretty.ts';
import { type TestedFile, testsToJson } from '../report/tests-json.ts';

/** The options of `assess test`. */
export interface TestFlags {
  readonly format: 'pretty' | 'json';
  /** Only tests whose title contains this. */
  readonly only?: string;
}

/** Runs the tests that stand in policies, and says of each whether it passes. */
export async function test(context: Context, { format, only }: TestFlags, ...paths: readonly string[]): Promise<void> {
  const files: TestedFile[] = [];
  for (const path of paths) {
    const analysis = await loadAnalysis(context, path);
    if (analysis === null) continue;
    const results = runTests(analysis).filter(({ title }) => only === undefined || title.includes(only));
    files.push({ path, source: analysis.source, results });
  }
  if (format === 'json') await context.out.write(testsToJson(files));
  else {
    for (const piece of prettyTests(files, context.locale, context.out)) await context.out.write(piece);
    await context.out.write(summariseTests(files, paths.length - files.length, context.locale, context.out));
  }
  if (files.some(({ results }) => results.some(({ passed }) => !passed))) context.exitCode = exitCodes.findings;
}
