import { type DataTest, dataTestsOf, libraryPrefix, lower, type Message, type TestedResults } from '@assess/dsl';
import { assessInStages, type Manifest, type RefusedRecord, shown } from '@assess/runtime';
import { dirname, isAbsolute, join } from 'node:path';
import { analysePolicy } from '../analyse-policy.ts';
import { evaluatorFor } from '../evaluator.ts';
import { Failure } from '../failure.ts';
import type { InputFiles } from '../io/read-bytes.ts';
import { utf8Text } from '../io/read-text.ts';
import { OtherResults } from '../records/other-results.ts';
import { readRecords, type RecordSet } from '../records/read-records.ts';
import { type ResultsFile, readResultsFile } from '../records/results-file.ts';

/** The path of a file that a policy names, which is named from where the policy stands. */
export function besidePolicy(policy: string, path: string): string {
  return isAbsolute(path) || policy === '-' ? path : join(dirname(policy), path);
}

/**
 * The records of a data test with what its ledgers hold of them. Results of other policies come from their own data tests, which
 * are assessed first, as often as there are levels.
 *
 * @throws Failure if a file cannot be read, or there are no results to be had.
 */
export async function readTestRecords(
  input: InputFiles,
  policy: string,
  manifest: Manifest,
  { records, ledgers, results }: DataTest,
): Promise<RecordSet> {
  const beside = (path: string): string => besidePolicy(policy, path);
  const others: ResultsFile[] = [];
  for (const each of results) others.push(await resultsOfTest(input, policy, manifest, each));
  return readRecords(manifest, input, records.map(beside), ledgers.map(beside), () => {}, OtherResults.of(others));
}

/** What a data test of another policy comes to, as `assess run` would write it. */
async function resultsOfTest(
  input: InputFiles,
  policy: string,
  manifest: Manifest,
  { name, file, test: title }: TestedResults,
): Promise<ResultsFile> {
  const spec = OtherResults.specOf(manifest, name);
  // Parts that ship with the toolkit have no data.
  if (file === null || file.startsWith(libraryPrefix)) throw new Failure(noTest(name, title));
  const path = besidePolicy(policy, file);
  const analysis = analysePolicy(path, utf8Text(await input.read(path), path));
  const test = dataTestsOf(analysis).find((each) => each.title === title);
  if (test === undefined) throw new Failure(noTest(path, title));
  const program = lower(analysis);
  const set = await readTestRecords(input, path, program.manifest, test);
  const [problem] = set.problems;
  if (problem !== undefined) {
    const { zh, en } = problem.message;
    throw new Failure({ zh: `${problem.file}：${zh}`, en: `${problem.file}: ${en}` });
  }
  const evaluator = await evaluatorFor(program, set.records.count);
  const cohort = assessInStages(evaluator, set.records.count, (index) => set.records.at(index));
  const [refused] = cohort.refused;
  // As in `assess run`: one that drops out would be missing from the level above.
  if (refused !== undefined) throw new Failure(refusedThere(path, refused));
  const subjects = cohort.ordered.map((_, place) => cohort.resultAt(place));
  const { schema, policy: head } = cohort;
  return readResultsFile(Buffer.from(JSON.stringify({ schema, policy: head, refused: [], subjects })), path, spec);
}

function refusedThere(policy: string, { subject, issues }: RefusedRecord): Message {
  const name = shown(subject ?? '');
  const [issue] = issues;
  return {
    zh: `${policy}：“${name}”的记录被退回：${issue?.message.zh ?? ''}`,
    en: `${policy}: the record of "${name}" is refused: ${issue?.message.en ?? ''}`,
  };
}

function noTest(policy: string, title: string): Message {
  return {
    zh: `${policy} 里没有叫“${title}”的数据测试。`,
    en: `${policy} has no data test "${title}".`,
  };
}
