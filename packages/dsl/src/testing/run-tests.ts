/** 测试: what a policy's own tests expect, held against the interpreter. */
import type { Evaluator, SubjectRecord } from '@assess/runtime';
import type { GuaranteeNode, NameNode } from '../ast/nodes.ts';
import type { Analysis } from '../check/analysis.ts';
import { assessedYear } from '../check/assessed-year.ts';
import { interpreter } from '../interpret/interpreter.ts';
import type { Program } from '../ir/ir.ts';
import type { Message } from '../source/locale.ts';
import type { Span } from '../source/span.ts';
import { Coverage } from './coverage.ts';
import { extremeRecord } from './extreme-record.ts';
import { searchGuarantees } from './guarantees.ts';
import { holdExpectation, type ExpectationResult } from './hold-expectation.ts';
import { findParting, type Parting } from './parting.ts';
import { outcomeOf } from './outcome-of.ts';
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
  /** Something else to tell, such as how many records were tried, or the record that breaks a guarantee; null for nothing. */
  readonly note: Message | null;
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

  /**
   * Looks for records that break what the policy guarantees (保证), each as a test of its own. Nothing is proved: one that passes was not
   * broken by so many records.
   */
  guarantees(isWanted: (title: string) => boolean = () => true): readonly TestResult[] {
    const chapters = this.#analysis.tree.chapters.filter((chapter) => chapter.kind === 'guarantee');
    const titles = chapters.map((chapter) => guaranteeTitle(chapter, this.#analysis));
    if (!titles.some(isWanted)) return [];
    const records = this.#trials.trials.flatMap((trial) => {
      const made = this.#records(trial);
      return 'record' in made ? [made.record] : [];
    });
    const year = assessedYear(this.#analysis.tree) ?? 2000;
    const found = searchGuarantees(this.program, year, records.slice(0, mostTestRecords));
    return chapters.flatMap((chapter, index): TestResult[] => {
      const [title = '', result] = [titles[index], found[index]];
      if (result === undefined || !isWanted(title)) return [];
      const { tried, counterexample } = result;
      const none = { zh: `${tried} 条记录中没有反例`, en: `no counterexample among ${tried} records` };
      return [
        {
          title,
          span: chapter.span,
          passed: counterexample === null,
          record: counterexample?.record ?? null,
          issues: [],
          expectations: [],
          note: counterexample?.message ?? none,
          parting: null,
        },
      ];
    });
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

/** Records of tests from which the search for counterexamples starts too. */
const mostTestRecords = 6;

/** `保证 有一票否决情形的不得评优`, or the whole line where it has no title. */
function guaranteeTitle({ span, title, condition }: GuaranteeNode, { source }: Analysis): string {
  const line = source.text.slice(span.start, condition?.span.end ?? span.end).replaceAll(/\s+/gu, ' ');
  if (title === null) return line.slice(0, 60);
  return `${source.text.slice(span.start, title.span.start).trim()} ${title.text}`;
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

/** Makes the records of trials. `known` are 满分记录 and 零分记录 where they have been looked for already. */
export function recordsOf(
  analysis: Analysis,
  { program, sets }: Trials,
  known: ReadonlyMap<'full' | 'zero', SubjectRecord> = new Map(),
): (trial: Trial) => TrialRecord {
  const year = assessedYear(analysis.tree) ?? 2000;
  const extremes = new Map(known);
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
    return {
      title,
      span,
      passed: false,
      record: {},
      issues: [made.issue],
      expectations: [],
      note: null,
      parting: null,
    };
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
  return { title, span, passed, record, issues, expectations, note: null, parting };
}
