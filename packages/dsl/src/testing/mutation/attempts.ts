/** Tries one mutant after the other on the tests of a policy, the likely ones first. */
import type { TestNode } from '../../ast/nodes.ts';
import type { Analysis } from '../../check/analysis.ts';
import { interpreter } from '../../interpret/interpreter.ts';
import type { Program } from '../../ir/ir.ts';
import { recordsOf, runTrial, type TrialRecord } from '../run-tests.ts';
import { lowerTrials, type Trials } from '../trials.ts';
import { LikelyTrials } from './likely.ts';
import type { Mutant } from './mutant.ts';
import { mutated, type Reading } from './mutated.ts';

/** So many tests are read with a mutant at first. */
const mostAtFirst = 2;

/** What one attempt on a mutant showed. `changed` is the mutant with all tests, for who looks for one that notices it. */
export type Attempt =
  { readonly outcome: 'killed' | 'invalid' } | { readonly outcome: 'survived'; readonly changed: Trials };

/**
 * The tests of a policy, ready to be held against its mutants. The records of the tests are those of the policy as it is: 满分记录 and
 * 零分记录 are not looked for again in every mutant. Tests that fail already notice nothing.
 */
export class Attempts {
  readonly trials: Trials;
  readonly #analysis: Analysis;
  readonly #reading: Reading;
  readonly #records: readonly TrialRecord[];
  readonly #sound: ReadonlySet<number>;
  readonly #likely: LikelyTrials;
  /** Whether the policy can be read without its tests, and these are long enough to make that worth while. */
  readonly #inParts: boolean;
  #last: TestNode | null = null;

  constructor(analysis: Analysis, reading: Reading) {
    const trials = lowerTrials(analysis);
    const recordOf = recordsOf(analysis, trials);
    const evaluator = interpreter(trials.program);
    const records = trials.trials.map((trial) => recordOf(trial));
    const passes = (index: number): boolean => runAt(index, trials.trials[index], records, evaluator);
    this.trials = trials;
    this.#analysis = analysis;
    this.#reading = reading;
    this.#records = records;
    this.#sound = new Set([...records.keys()].filter((index) => passes(index)));
    this.#likely = new LikelyTrials(trials, records, this.#sound, evaluator);
    const alone = mutated(analysis, { edits: [], span: { start: 0, end: 0 } }, reading, () => false);
    const tests = new Set(trials.trials.map(({ node }) => node));
    const length = [...tests].reduce((sum, { span }) => sum + span.end - span.start, 0);
    this.#inParts = tests.size > mostAtFirst && length > analysis.source.text.length / 4 && !hasErrors(alone);
  }

  /**
   * What becomes of a mutant. First it is read with the tests only that are likely to notice it; `notices` is asked of a program that
   * passes these; then all the tests are tried.
   */
  on(mutant: Mutant, notices: (program: Program) => boolean): Attempt {
    const likely = this.#likely.for(mutant);
    const first = this.#inParts ? this.#attempt(mutant, likely, this.#nodesOf(likely)) : null;
    if (first === 'invalid' || first === 'killed') return { outcome: first };
    if (first !== null && notices(first.program)) return { outcome: 'killed' };
    const second = this.#attempt(mutant, likely, null);
    if (second === 'invalid' || second === 'killed') return { outcome: second };
    if (second === null) return { outcome: 'invalid' };
    return first === null && notices(second.program) ? { outcome: 'killed' } : { outcome: 'survived', changed: second };
  }

  /** A few tests that are likely, and the one that noticed the last mutant: it often notices the next one. */
  #nodesOf(likely: readonly number[]): ReadonlySet<TestNode> {
    const nodes = new Set<TestNode>(this.#last === null ? [] : [this.#last]);
    for (const trial of likely) {
      if (nodes.size > mostAtFirst) break;
      const node = this.trials.trials[trial]?.node;
      if (node !== undefined) nodes.add(node);
    }
    return nodes;
  }

  /** `kept` are the tests that are read, null for all. The result is null where only what stands in tests does not check. */
  #attempt(
    mutant: Mutant,
    likely: readonly number[],
    kept: ReadonlySet<TestNode> | null,
  ): 'killed' | 'invalid' | null | Trials {
    const changed = mutated(this.#analysis, mutant, this.#reading, (test) => kept === null || kept.has(test));
    if (hasErrors(changed)) return isWrongOutsideTests(changed) ? 'invalid' : null;
    const lowered = lowerTrials(changed);
    const indices = this.trials.trials.flatMap(({ node }, index) => (kept === null || kept.has(node) ? [index] : []));
    const places = new Map(indices.map((index, place) => [index, place]));
    const evaluator = interpreter(lowered.program);
    for (const index of new Set([...likely, ...indices])) {
      const place = places.get(index);
      if (place === undefined || !this.#sound.has(index)) continue;
      if (runAt(index, lowered.trials[place], this.#records, evaluator)) continue;
      this.#last = this.trials.trials[index]?.node ?? null;
      return 'killed';
    }
    return lowered;
  }
}

function runAt(
  index: number,
  trial: Trials['trials'][number] | undefined,
  records: readonly TrialRecord[],
  evaluator: ReturnType<typeof interpreter>,
): boolean {
  const record = records[index];
  return trial !== undefined && record !== undefined && runTrial(trial, record, evaluator, false).passed;
}

function hasErrors({ diagnostics }: Analysis): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Without its tests a policy can only have fewer uses of something, and of that no error is made. */
function isWrongOutsideTests({ diagnostics, tree }: Analysis): boolean {
  const tests = tree.chapters.filter(({ kind }) => kind === 'test');
  return diagnostics.some(
    ({ severity, span }) =>
      severity === 'error' && !tests.some((test) => test.span.start <= span.start && span.end <= test.span.end),
  );
}
