/** Mutation testing: which changes of a policy none of its tests would notice. */
import type { Analysis } from '../../check/analysis.ts';
import { assessedYear } from '../../check/assessed-year.ts';
import type { Load, LoadedFile } from '../../compose/load.ts';
import type { Program } from '../../ir/ir.ts';
import { Attempts } from './attempts.ts';
import { basesOf, type Base } from './distinction-search.ts';
import { findDistinction } from './distinguish.ts';
import type { Mutant } from './mutant.ts';
import { mutantsOf } from './mutants.ts';

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

/** Tries the mutants of a policy one by one. */
export function* tryMutants(analysis: Analysis, options: MutationOptions): Generator<TriedMutant> {
  const reading = { load: remembered(options.load), known: new Map<string, Analysis | null>() };
  const attempts = new Attempts(analysis, reading);
  const { trials } = attempts;
  let known: readonly Base[] | null = null;
  const bases = (): readonly Base[] => (known ??= basesOf(trials.program, assessedYear(analysis.tree) ?? 2000));
  let lookedFor = 0;
  for (const mutant of spread(mutantsOf(analysis), options.limit)) {
    const attempt = attempts.on(mutant, (program) => options.notices(program));
    if (attempt.outcome !== 'survived') {
      yield { mutant, outcome: attempt.outcome, test: null, searched: false };
      continue;
    }
    const searched = ++lookedFor <= options.most;
    const test = !searched
      ? null
      : findDistinction(analysis, trials, attempt.changed, mutant, { bases: bases(), reading });
    yield { mutant, outcome: 'survived', test, searched };
  }
}

/** Reads every file once. */
function remembered(load: Load): Load {
  const known = new Map<string, LoadedFile>();
  return (name) => {
    const file = known.get(name) ?? load(name);
    known.set(name, file);
    return file;
  };
}

function spread(mutants: readonly Mutant[], limit: number | null): readonly Mutant[] {
  if (limit === null || mutants.length <= limit) return mutants;
  return Array.from({ length: limit }, (_, index) => mutants[Math.floor((index * mutants.length) / limit)]).filter(
    (mutant) => mutant !== undefined,
  );
}
