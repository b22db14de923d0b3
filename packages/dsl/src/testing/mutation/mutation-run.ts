/** Mutation testing: which changes of a policy none of its tests would notice. */
import type { Analysis } from '../../check/analysis.ts';
import { assessedYear } from '../../check/assessed-year.ts';
import type { Load } from '../../compose/load.ts';
import { interpreter } from '../../interpret/interpreter.ts';
import type { Program } from '../../ir/ir.ts';
import { runTrial, recordsOf, type TrialRecord } from '../run-tests.ts';
import { lowerTrials, type Trials } from '../trials.ts';
import { basesOf, type Base } from './distinction-search.ts';
import { findDistinction } from './distinguish.ts';
import type { Mutant } from './mutant.ts';
import { mutantsOf } from './mutants.ts';
import { mutated } from './mutated.ts';

/** What became of one mutant. */
export interface TriedMutant {
  readonly mutant: Mutant;
  /** `invalid`: it does not check, so no test is needed. `survived`: no test noticed it. */
  readonly outcome: 'killed' | 'survived' | 'invalid';
  /** For a survivor, a test that would notice it, to be pasted into the policy; null where none was found. */
  readonly test: string | null;
  /** Whether such a test was looked for. */
  readonly searched: boolean;
}

/** What is wanted of a run. */
export interface MutationOptions {
  readonly load: Load;
  /** At most so many mutants, spread evenly over the policy; null: all. */
  readonly limit: number | null;
  /** For so many survivors a test is looked for. */
  readonly most: number;
  /** Whether further checks, such as data tests, fail for the program of a mutant. */
  notices(program: Program): boolean;
}

/**
 * Tries the mutants of a policy one by one. The records of the tests are those of the policy as it is: 满分记录 and 零分记录 are not looked
 * for again in every mutant. Tests that fail already notice nothing.
 */
export function* tryMutants(analysis: Analysis, options: MutationOptions): Generator<TriedMutant> {
  const trials = lowerTrials(analysis);
  const recordOf = recordsOf(analysis, trials);
  const evaluator = interpreter(trials.program);
  const records = trials.trials.map((trial) => recordOf(trial));
  const sound = new Set(
    trials.trials.flatMap((trial, index) => {
      const record = records[index];
      return record !== undefined && runTrial(trial, record, evaluator).passed ? [index] : [];
    }),
  );
  let known: readonly Base[] | null = null;
  const bases = (): readonly Base[] => (known ??= basesOf(trials.program, assessedYear(analysis.tree) ?? 2000));
  let lookedFor = 0;
  // The test that noticed the last mutant often notices the next one.
  let first = 0;
  for (const mutant of spread(mutantsOf(analysis), options.limit)) {
    const changed = mutated(analysis, mutant, options.load);
    if (changed.diagnostics.some(({ severity }) => severity === 'error')) {
      yield { mutant, outcome: 'invalid', test: null, searched: false };
      continue;
    }
    const lowered = lowerTrials(changed);
    const noticed = noticing(lowered, records, sound, first);
    if (noticed !== null || options.notices(lowered.program)) {
      first = noticed ?? first;
      yield { mutant, outcome: 'killed', test: null, searched: false };
      continue;
    }
    const searched = ++lookedFor <= options.most;
    const test = !searched
      ? null
      : findDistinction(analysis, trials, lowered, mutant, { bases: bases(), load: options.load });
    yield { mutant, outcome: 'survived', test, searched };
  }
}

/** The first trial that fails, beginning with the one at `first`; null where all pass. */
function noticing(
  { program, trials }: Trials,
  records: readonly TrialRecord[],
  sound: ReadonlySet<number>,
  first: number,
): number | null {
  const evaluator = interpreter(program);
  for (let turn = 0; turn < trials.length; turn++) {
    const index = (first + turn) % trials.length;
    const [trial, record] = [trials[index], records[index]];
    if (trial === undefined || record === undefined || !sound.has(index)) continue;
    if (!runTrial(trial, record, evaluator, false).passed) return index;
  }
  return null;
}

function spread(mutants: readonly Mutant[], limit: number | null): readonly Mutant[] {
  if (limit === null || mutants.length <= limit) return mutants;
  return Array.from({ length: limit }, (_, index) => mutants[Math.floor((index * mutants.length) / limit)]).filter(
    (mutant) => mutant !== undefined,
  );
}
