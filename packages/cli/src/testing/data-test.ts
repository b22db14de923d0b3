import {
  interpreter,
  type DataTest,
  type ExpectationResult,
  type Message,
  type Program,
  type TestResult,
} from '@assess/dsl';
import { assessCohort, assessInStages, assessOne, type StagedCohort, type SubjectResult } from '@assess/runtime';
import { stat } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { evaluatorFor } from '../evaluator.ts';
import { Failure } from '../failure.ts';
import { utf8Text } from '../io/read-text.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import type { RecordStore } from '../records/record-store.ts';
import { compareFigures, type FigureDifference } from './compare-figures.ts';
import { readExpected, writeExpected } from './expected-file.ts';
import { type CohortFigures, figuresOf, figuresOfCohort, labelOfFigure } from './figures.ts';
import { besidePolicy, readTestRecords } from './test-records.ts';

/** A data test that was run. */
export interface RanDataTest {
  readonly result: TestResult;
  /** The records that it assessed, for who wants to know what they reached; null where they could not be read. */
  readonly assessed: { readonly records: RecordStore; readonly cohort: StagedCohort } | null;
  /** What the file expects; null where there is none. */
  readonly expected: CohortFigures | null;
  /** The file of results that was written anew, with what changed in it. */
  readonly updated: { readonly path: string; readonly differences: readonly FigureDifference[] } | null;
}

/**
 * Assesses the records of a data test and holds the results against its file of expected ones. With `update` the file is written
 * anew where it differs, and the test passes. `policy` is the path of the policy, from which the files are named. A file that cannot be read or written fails the test.
 */
export async function runDataTest(
  context: Context,
  program: Program,
  policy: string,
  test: DataTest,
  update: boolean,
): Promise<RanDataTest> {
  try {
    return await runOn(context, program, policy, test, update);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { result: failed(test, [error.text]), assessed: null, expected: null, updated: null };
  }
}

/** The files that a data test of a policy names, from where one stands. */
export function filesOf(policy: string, { records, ledgers, expected }: DataTest): readonly string[] {
  return [...records, ...ledgers, expected].map((path) => besidePolicy(policy, path));
}

async function runOn(
  context: Context,
  program: Program,
  policy: string,
  test: DataTest,
  update: boolean,
): Promise<RanDataTest> {
  const { manifest } = program;
  const set = await readTestRecords(context.input, policy, manifest, test);
  if (set.problems.length > 0) {
    const issues = set.problems.map(({ file, message }) => prefixed(file, message));
    return { result: failed(test, issues), assessed: null, expected: null, updated: null };
  }
  const { records } = set;
  const evaluator = await evaluatorFor(program, records.count);
  const cohort = assessInStages(evaluator, records.count, (index) => records.at(index));
  const assessed = { records, cohort };
  const found = figuresOfCohort(manifest, cohort);
  const path = besidePolicy(policy, test.expected);
  const expected = await expectedOf(context, path, update);
  if (expected === null)
    return { result: failed(test, [noExpectation(path)]), assessed, expected: null, updated: null };
  const differences = compareFigures(expected, found);
  if (!update) return { result: resultOf(test, differences), assessed, expected, updated: null };
  const written = expected.size === 0 ? found : sameKinds(found, expected);
  const isSame = differences.length === 0 && sizes(expected) === sizes(written);
  if (!isSame) await writeFileAtomically(path, writeExpected(written));
  return { result: resultOf(test, []), assessed, expected: written, updated: isSame ? null : { path, differences } };
}

/** What fails for another program: nothing, the scores of one subject by its place among the records, or what only all together show. */
export type DataFailure = { readonly record: number } | 'cohort' | null;

/**
 * How a data test that passed fails for another program of the same inputs. Where nobody is compared with the others, the scores of
 * single subjects are looked at first, from the record at `first` on: ranks and quotas need all of them.
 */
export function failureFor(program: Program, { assessed, expected }: RanDataTest, first: number): DataFailure {
  if (assessed === null || expected === null) return null;
  const { records } = assessed;
  const { manifest } = program;
  const evaluator = interpreter(program);
  const differs = (result: SubjectResult, isWanted: (key: string) => boolean): boolean => {
    const wanted = expected.get(result.subject);
    if (wanted === undefined) return true;
    const figures = new Map([...wanted].filter(([key]) => isWanted(key)));
    const one = new Map([[result.subject, figuresOf(manifest, result)]]);
    return compareFigures(new Map([[result.subject, figures]]), one).length > 0;
  };
  for (let turn = 0; manifest.cohort.length === 0 && turn < records.count; turn++) {
    const record = (first + turn) % records.count;
    const result = assessOne(evaluator, records.at(record));
    if (result.outcome !== 'refused' && differs(result, isScore)) return { record };
  }
  const all = Array.from({ length: records.count }, (_, index) => records.at(index));
  const { subjects, refused } = assessCohort(evaluator, all);
  const isOther =
    refused.length !== assessed.cohort.refused.length || subjects.some((each) => differs(each, () => true));
  return isOther ? 'cohort' : null;
}

/** Whether a figure of a subject depends on no other subject. */
function isScore(key: string): boolean {
  return key === 'total' || key.startsWith('items.') || key.startsWith('adjustments.');
}

/** Null where there is no such file; when it is to be written anew, nothing is expected then. */
async function expectedOf(context: Context, path: string, update: boolean): Promise<CohortFigures | null> {
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  if (!there) return update ? new Map() : null;
  return readExpected(utf8Text(await context.input.read(path), path), path);
}

/** Only figures of the kinds that a file has: who holds nothing but totals and grades against it goes on doing so. */
function sameKinds(found: CohortFigures, expected: CohortFigures): CohortFigures {
  const kinds = new Set(['refused', ...[...expected.values()].flatMap((figures) => [...figures.keys()].map(kindOf))]);
  return new Map(
    [...found].map(([subject, figures]) => [subject, new Map([...figures].filter(([key]) => kinds.has(kindOf(key))))]),
  );
}

/** `items` of `items.ZR1`. */
function kindOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}

function sizes(figures: CohortFigures): number {
  return [...figures.values()].reduce((sum, each) => sum + each.size, figures.size);
}

function resultOf({ title, span }: DataTest, differences: readonly FigureDifference[]): TestResult {
  const expectations = differences.map((difference): ExpectationResult => {
    const { subject, key, expected } = difference;
    const text = `${subject}: ${key} = ${expected ?? '—'}`;
    return { span, text, passed: false, sides: [], instead: foundInstead(difference) };
  });
  return {
    title,
    span,
    passed: differences.length === 0,
    record: null,
    issues: [],
    expectations,
    note: null,
    parting: null,
  };
}

/** What came out, in words. */
function foundInstead({ subject, key, expected, found }: FigureDifference): Message {
  const label = labelOfFigure(key);
  if (found === null && key === 'total') return { zh: `没有对象 ${subject}`, en: `there is no subject ${subject}` };
  if (expected === null && key === 'total')
    return { zh: '结果文件里没有这个对象', en: 'the file of results does not have this subject' };
  return { zh: `${label.zh} 为 ${found ?? '—'}`, en: `${label.en} is ${found ?? '—'}` };
}

function failed({ title, span }: DataTest, issues: readonly Message[]): TestResult {
  return { title, span, passed: false, record: null, issues, expectations: [], note: null, parting: null };
}

function prefixed(file: string, { zh, en }: Message): Message {
  return { zh: `${file}：${zh}`, en: `${file}: ${en}` };
}

function noExpectation(path: string): Message {
  return {
    zh: `没有结果文件 ${path}；用 --update 生成，然后逐项核对。`,
    en: `There is no file of results ${path}; write it with --update, then check what is in it.`,
  };
}
