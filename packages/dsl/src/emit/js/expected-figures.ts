/**
 * Where the declared ranges are so wide that plain numbers cannot hold every case (the product of the ballots of three groups,
 * each up to tens of thousands), they mostly hold every case that occurs. The module then has two ways through the same
 * policy: one with plain numbers for records within limits that are found here, and one with BigInt for the others.
 */
import type { Program } from '../../ir/ir.ts';
import type { LineMap } from '../../source/line-map.ts';
import { integerRange } from './input-code.ts';
import { codeOfSteps, type Limits, namesIn, type StepCode, stepsBehind } from './step-code.ts';

/** What is tried, in the units of the figures; the first that leaves no BigInt wins. */
const candidates = [10_000n, 5000n, 2000n, 1000n, 500n, 200n];

/** Narrower code for the same program, and where it holds. */
export interface Expected {
  readonly steps: readonly StepCode[];
  readonly limits: Limits;
}

/** Null where `steps` need no BigInt for the outcome, or no limit would spare them it. `outcome` gives the code that is wanted. */
export function expectedFigures(
  program: Program,
  steps: readonly StepCode[],
  outcome: (steps: readonly StepCode[]) => string,
  lines: LineMap | null,
): Expected | null {
  const wide = bigSteps(steps, outcome);
  if (wide.length === 0) return null;
  const inputs = inputsBehind(wide, steps);
  for (const candidate of candidates) {
    const limits = limitsOf(program, inputs, candidate);
    if (limits.size === 0) continue;
    const narrow = codeOfSteps(program, lines, limits);
    if (bigSteps(narrow, outcome).length === 0) return { steps: narrow, limits };
  }
  return null;
}

/** The steps behind the outcome that compute with BigInt. */
function bigSteps(steps: readonly StepCode[], outcome: (steps: readonly StepCode[]) => string): readonly StepCode[] {
  const needed = stepsBehind(namesIn(outcome(steps)), steps);
  return needed.filter((step) => /\bBigInt\(|\b\d+n\b/.test(step.lines.join('\n')));
}

function inputsBehind(some: readonly StepCode[], steps: readonly StepCode[]): ReadonlySet<number> {
  const names = some.flatMap((step) => [...namesIn(step.lines.join('\n'))]);
  const all = [...names, ...stepsBehind(names, steps).flatMap((step) => [...namesIn(step.lines.join('\n'))])];
  return new Set(all.flatMap((name) => (name.startsWith('x') ? [Number(name.slice(1))] : [])));
}

function limitsOf({ manifest }: Program, inputs: ReadonlySet<number>, figure: bigint): Limits {
  const limits = new Map<number, bigint>();
  for (const [index, spec] of manifest.inputs.entries()) {
    if (spec.type.kind !== 'number' || !inputs.has(index)) continue;
    const limit = figure * 10n ** BigInt(spec.type.decimals);
    const { low, high } = integerRange(spec);
    if (low >= 0n && low <= limit && limit < high) limits.set(index, limit);
  }
  return limits;
}
