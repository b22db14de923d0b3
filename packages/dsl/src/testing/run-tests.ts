/** 测试: what a policy's own tests expect, held against the interpreter. */
import { assessCohort, traceAmong, validateRecord, type Evaluator, type SubjectRecord } from '@assess/runtime';
import type { NameNode } from '../ast/nodes.ts';
import type { Analysis } from '../check/analysis.ts';
import { assessedYear } from '../check/assessed-year.ts';
import { interpreter } from '../interpret/interpreter.ts';
import type { Program } from '../ir/ir.ts';
import type { Message } from '../source/locale.ts';
import type { Span } from '../source/span.ts';
import { Coverage } from './coverage.ts';
import { extremeRecord } from './extreme-record.ts';
import { holdExpectation, type ExpectationResult, type Outcome } from './hold-expectation.ts';
import { findParting, type Parting } from './parting.ts';
import { peersOf, RecordError, recordOf, type RecordSources } from './records.ts';
import { lowerTrials, type Trial, type Trials } from './trials.ts';

/** What became of one test. */
export interface TestResult {
  readonly title: string;
  /** Of the whole test, or of the row of a table. */
  readonly span: Span;
  readonly passed: boolean;
  /** Null for a test on data files. */
  readonly record: SubjectRecord | null;
  /** Why the record cannot be assessed, where that is not expected; empty if it can. */
  readonly issues: readonly Message[];
  /** What it expects, in the order of the text; of a record that cannot be assessed only what is expected of that. */
  readonly expectations: readonly ExpectationResult[];
  /** Where the trace parts from what is expected; null for a test that passed, and where no score is expected. */
  readonly parting: Parting | null;
}

/** The tests of a policy, lowered and ready to run. */
export class TestSuite {
  /** With the steps of what the tests expect behind those of the policy. */
  readonly program: Program;
  readonly #analysis: Analysis;
  readonly #trials: Trials;
  readonly #records: (trial: Trial) => TrialRecord;

  /** Throws an Error for a policy with errors. */
  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.#trials = lowerTrials(analysis);
    this.program = this.#trials.program;
    this.#records = recordsOf(analysis, this.#trials);
  }

  /**
   * Runs the tests whose title is wanted, in the order of the text; a row of a table is a test. Tests on data files are not among
   * them: they need files.
   */
  run(isWanted: (title: string) => boolean = () => true): readonly TestResult[] {
    const evaluator = interpreter(this.program);
    return this.#trials.trials
      .filter(({ title }) => isWanted(title))
      .map((trial) => runTrial(trial, this.#records(trial), evaluator));
  }

  /** What the records of these results reached; whoever runs data tests adds theirs. */
  coverage(results: readonly TestResult[]): Coverage {
    const coverage = new Coverage(this.#analysis, this.#trials);
    const evaluator = interpreter(this.program);
    for (const { record } of results) {
      if (record === null) continue;
      const { trace, issues } = outcomeOf(record, evaluator);
      if (issues.length === 0) coverage.add(record, trace);
    }
    return coverage;
  }
}

/** Runs all tests of a policy but those on data files. Throws an Error for a policy with errors. */
export function runTests(analysis: Analysis): readonly TestResult[] {
  if (analysis.role === 'parts') return [];
  if (!analysis.tree.chapters.some((chapter) => chapter.kind === 'test' && chapter.data === null)) return [];
  return new TestSuite(analysis).run();
}

/** The record of a trial, or why there is none. */
export type TrialRecord =
  { readonly record: SubjectRecord; readonly peers: readonly SubjectRecord[] } | { readonly issue: Message };

/** Makes the records of trials. */
export function recordsOf(analysis: Analysis, { program, sets }: Trials): (trial: Trial) => TrialRecord {
  const year = assessedYear(analysis.tree) ?? 2000;
  const extremes = new Map<'full' | 'zero', SubjectRecord>();
  const sources: RecordSources = {
    manifest: program.manifest,
    year,
    sets,
    sampleNamed: (name: NameNode) => analysis.names.references.get(name)?.symbol ?? null,
    extreme(extreme) {
      const record = extremes.get(extreme) ?? extremeRecord(program, extreme, year);
      extremes.set(extreme, record);
      return record;
    },
  };
  return ({ node, cells }) => {
    try {
      return { record: recordOf(node, cells, sources), peers: peersOf(node, sources) };
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      return { issue: error.text };
    }
  };
}

/** Runs one test on a record of it. */
export function runTrial(trial: Trial, made: TrialRecord, evaluator: Evaluator, explained = true): TestResult {
  const { title, span, expected } = trial;
  if ('issue' in made)
    return { title, span, passed: false, record: {}, issues: [made.issue], expectations: [], parting: null };
  const { record, peers } = made;
  const outcome = outcomeOf(record, evaluator, peers);
  const isRefused = outcome.issues.length > 0;
  const isRefusalExpected = expected.some(({ what }) => what.kind === 'refusal');
  const expectations = expected
    .filter(({ what }) => !isRefused || what.kind === 'refusal')
    .map((each) => holdExpectation(each, outcome, evaluator.manifest));
  const issues = isRefusalExpected ? [] : outcome.issues;
  const passed = issues.length === 0 && expectations.every((each) => each.passed);
  // An explanation of the record alone would tell of other figures than those among its peers.
  const parting =
    passed || isRefused || !explained || peers.length > 0 ? null : findParting(trial, record, outcome.trace, evaluator);
  return { title, span, passed, record, issues, expectations, parting };
}

/** The trace of a record among its peers, or why one of them is refused. */
export function outcomeOf(record: SubjectRecord, evaluator: Evaluator, peers: readonly SubjectRecord[] = []): Outcome {
  const { manifest } = evaluator;
  const refused = validateRecord(manifest, record);
  if (refused.length > 0) return refusedFor(refused.map(({ message }) => message));
  const unfit = peers.flatMap((peer) => {
    const [issue] = validateRecord(manifest, peer);
    const name = peer[manifest.subject];
    return issue === undefined ? [] : [ofPeer(typeof name === 'string' ? name : '', issue.message)];
  });
  if (unfit.length > 0) return refusedFor(unfit);
  const trace = traceAmong(evaluator, record, peers);
  const broken = manifest.requirements.filter(({ holds }) => trace[holds] !== true);
  return {
    trace,
    issues: broken.map(({ message }) => message),
    finalGrade() {
      const { subjects } = assessCohort(evaluator, [record, ...peers]);
      return subjects.find((each) => each.record === 0)?.grade?.final ?? null;
    },
  };
}

function refusedFor(issues: readonly Message[]): Outcome {
  return { trace: [], issues, finalGrade: () => null };
}

function ofPeer(name: string, { zh, en }: Message): Message {
  return { zh: `同组的 \`${name}\`：${zh}`, en: `Together with it, \`${name}\`: ${en}` };
}
