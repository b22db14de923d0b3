/** A test that would notice a mutant. */
import type { Analysis } from '../../check/analysis.ts';
import { assessedYear } from '../../check/assessed-year.ts';
import { interpreter } from '../../interpret/interpreter.ts';
import type { Program } from '../../ir/ir.ts';
import { dependentsOf } from '../dependents.ts';
import { recordsOf, runTrial } from '../run-tests.ts';
import { lowerTrials, type Trials } from '../trials.ts';
import { comparisonsAt } from './aim.ts';
import { type Base, DistinctionSearch } from './distinction-search.ts';
import type { Mutant } from './mutant.ts';
import { mutated, type Reading } from './mutated.ts';
import { pasteTest } from './paste.ts';

/** Distinctions that are written down before giving up: names can be anything, and a figure may have endless digits. */
const mostWritten = 4;
/** As many inputs as are tried one by one. */
const mostInputs = 60;

const samples = {
  zh: { full: '满分记录', zero: '零分记录' },
  en: { full: 'full_record', zero: 'zero_record' },
};

/** What a search starts from. */
export interface Search {
  readonly bases: readonly Base[];
  readonly reading: Reading;
}

/** A test that passes on the policy and fails on the mutant, as text; null where the search finds none. */
export function findDistinction(
  analysis: Analysis,
  trials: Pick<Trials, 'program' | 'probes'>,
  changed: Pick<Trials, 'program' | 'probes'>,
  mutant: Mutant,
  { bases, reading }: Search,
): string | null {
  const year = assessedYear(analysis.tree) ?? 2000;
  const { own, text } = analysis.source;
  const vocabulary = /\p{Script=Han}/u.test(own.text) ? 'zh' : 'en';
  const title = text.slice(mutant.span.start, mutant.span.end).replaceAll(/\s+/gu, ' ').slice(0, 40);
  const search = new DistinctionSearch(trials, changed, bases, year);
  const comparisons = comparisonsAt(trials.probes, mutant.span);
  let written = 0;
  for (const found of search.find(inputsBehind(trials.program, mutant), comparisons)) {
    const test = pasteTest({ ...found, title, from: samples[vocabulary][found.from] }, vocabulary);
    if (passes(analysis, test, { bases, reading })) return test;
    if (++written >= mostWritten) return null;
  }
  return null;
}

/** Whether a test reads, and passes on the policy. */
function passes(analysis: Analysis, test: string, { bases, reading }: Search): boolean {
  const end = analysis.source.own.text.length;
  const edit = { span: { start: end, end }, text: `\n${test}\n` };
  const pasted = mutated(analysis, { span: { start: 0, end: 0 }, edits: [edit] }, reading, () => false);
  if (pasted.diagnostics.some(({ severity }) => severity === 'error')) return false;
  const lowered = lowerTrials(pasted);
  const last = lowered.trials.at(-1);
  if (last === undefined) return false;
  return runTrial(last, recordsOf(pasted, lowered, samplesOf(bases))(last), interpreter(lowered.program), false).passed;
}

function samplesOf(bases: readonly Base[]): ReadonlyMap<Base['from'], Base['record']> {
  return new Map(bases.map(({ from, record }) => [from, record]));
}

/** The inputs that steps of the changed place depend on, those of the smallest steps around it first. */
function inputsBehind(program: Program, { span }: Mutant): readonly number[] {
  const around = [...program.steps.entries()]
    .filter(([, { origin }]) => origin.start <= span.start && span.end <= origin.end)
    .toSorted(([, a], [, b]) => a.origin.end - a.origin.start - (b.origin.end - b.origin.start));
  const dependents = dependentsOf(program);
  const inputs = new Set<number>();
  for (const [step] of around) {
    for (const [input, steps] of dependents.entries()) if (steps.includes(step)) inputs.add(input);
    if (inputs.size >= mostInputs) break;
  }
  return [...inputs].slice(0, mostInputs);
}
