/** 测试: what a policy's own tests expect, held against the interpreter. */
import { traceAlone, validateRecord, type RecordIssue, type SubjectRecord, type Trace } from '@assess/runtime';
import type { ExpressionNode, NameNode, SampleNode, SetNode, TestNode } from '../ast/nodes.ts';
import type { Analysis } from '../check/analysis.ts';
import { assessedYear } from '../check/assessed-year.ts';
import { interpreter } from '../interpret/interpreter.ts';
import type { Context } from '../ir/lower/context.ts';
import { keyOfPath, lowerExpectation, lowerSetValue, type Expectation } from '../ir/lower/facts.ts';
import { lowerWith } from '../ir/lower/lower.ts';
import type { Message } from '../source/locale.ts';
import type { Span } from '../source/span.ts';
import { extremeRecord } from './extreme-record.ts';
import { RecordError, recordOf, type RecordSources, type SetLine } from './records.ts';
import { showValue } from './show-value.ts';

/** What became of one test. */
export interface TestResult {
  readonly title: string;
  /** Of the whole test. */
  readonly span: Span;
  readonly passed: boolean;
  readonly record: SubjectRecord;
  /** Why the record cannot be assessed; empty if it can. */
  readonly issues: readonly Message[];
  /** What it expects, in the order of the text; empty if the record cannot be assessed. */
  readonly expectations: readonly ExpectationResult[];
}

/** One `应得`. */
export interface ExpectationResult {
  readonly span: Span;
  readonly text: string;
  readonly passed: boolean;
  /** Both sides with their values where it is a single comparison: the figure, and what it should be. */
  readonly sides: readonly { readonly text: string; readonly value: Message }[];
}

/** Runs the tests of a policy without errors, in the order of the text. Throws an Error for a policy with errors. */
export function runTests(analysis: Analysis): readonly TestResult[] {
  const tests = analysis.tree.chapters.filter((chapter) => chapter.kind === 'test');
  if (tests.length === 0) return [];
  const { program, more } = lowerWith(analysis, (context) => lowerFacts(analysis, context));
  const year = assessedYear(analysis.tree) ?? 2000;
  const extremes = new Map<'full' | 'zero', SubjectRecord>();
  const sources: RecordSources = {
    manifest: program.manifest,
    year,
    sets: more.sets,
    sampleNamed: (name: NameNode) => analysis.names.references.get(name)?.symbol ?? null,
    extreme(extreme) {
      const record = extremes.get(extreme) ?? extremeRecord(program, extreme, year);
      extremes.set(extreme, record);
      return record;
    },
  };
  const evaluator = interpreter(program);
  return tests.map((test) => {
    const title = test.title.kind === 'text' ? test.title.text : '';
    const made = tryRecord(test, sources);
    if ('issue' in made) {
      return { title, span: test.span, passed: false, record: {}, issues: [made.issue], expectations: [] };
    }
    const { record } = made;
    const refused = validateRecord(program.manifest, record);
    const trace = refused.length === 0 ? traceAlone(evaluator, record) : [];
    const broken = refused.length > 0 ? [] : program.manifest.requirements.filter(({ holds }) => trace[holds] !== true);
    const issues = [...refused.map(({ message }: RecordIssue) => message), ...broken.map(({ message }) => message)];
    const expected = issues.length > 0 ? [] : (more.expectations.get(test) ?? []);
    const expectations = expected.map((each) => resultOf(each, trace, analysis));
    const passed = issues.length === 0 && expectations.every((each) => each.passed);
    return { title, span: test.span, passed, record, issues, expectations };
  });
}

function tryRecord(test: TestNode, sources: RecordSources): { record: SubjectRecord } | { issue: Message } {
  try {
    return { record: recordOf(test, sources) };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { issue: error.text };
  }
}

interface LoweredFacts {
  readonly sets: RecordSources['sets'];
  readonly expectations: ReadonlyMap<TestNode | SampleNode, readonly Expectation[]>;
}

function lowerFacts({ tree }: Analysis, context: Context): LoweredFacts {
  const sets = new Map<SetNode, SetLine>();
  const expectations = new Map<TestNode | SampleNode, readonly Expectation[]>();
  for (const chapter of tree.chapters) {
    if (chapter.kind !== 'test' && chapter.kind !== 'sample') continue;
    for (const fact of chapter.facts) {
      if (fact.kind === 'expect' || fact.path.kind === 'missing') continue;
      const value = isExpression(fact.value) ? lowerSetValue(fact.value, context) : null;
      sets.set(fact, { text: context.origins.text(fact.path.span), key: keyOfPath(fact.path, context), value });
    }
    if (chapter.kind === 'test') {
      const expects = chapter.facts.filter((fact) => fact.kind === 'expect');
      expectations.set(
        chapter,
        expects.map((fact) => lowerExpectation(fact, context)),
      );
    }
  }
  return { sets, expectations };
}

function isExpression(value: SetNode['value']): value is ExpressionNode {
  return value.kind !== 'text' && value.kind !== 'events' && value.kind !== 'absent';
}

function resultOf({ node, holds, sides }: Expectation, trace: Trace, { source }: Analysis): ExpectationResult {
  return {
    span: node.span,
    text: source.text.slice(node.condition.span.start, node.condition.span.end),
    passed: trace[holds] === true,
    sides: sides.map(({ text, step, type }) => ({ text, value: showValue(trace[step], type) })),
  };
}
