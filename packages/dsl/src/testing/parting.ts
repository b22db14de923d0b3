import {
  absolute,
  assessOne,
  equal,
  explain,
  formatExact,
  multiply,
  numberAt,
  parseRational,
  subtract,
  zero,
  type Change,
  type Evaluator,
  type ItemExplanation,
  type ItemSpec,
  type Rational,
  type SubjectRecord,
  type Trace,
} from '@assess/runtime';
import type { Expected, Trial } from './trials.ts';

/**
 * Where the trace of a failing test parts from what it expects: the first item, from the leaves up, whose score is not the expected
 * one, and what made its score.
 */
export interface Parting {
  readonly item: Pick<ItemExplanation, 'id' | 'name' | 'title' | 'origin' | 'full' | 'score'>;
  /** The score that is expected, an exact text; null where only a bound of it is. */
  readonly expected: string | null;
  /** What took or gave points in it; first what alone accounts for the difference, then the most points. */
  readonly changes: readonly Change[];
}

/** Null for a test that expects no score that did not come out. */
export function findParting(
  { expected }: Trial,
  record: SubjectRecord,
  trace: Trace,
  evaluator: Evaluator,
): Parting | null {
  const named = new Map(itemsOf(evaluator.manifest.total).map((item) => [item.score, item.id]));
  const right = new Set<string>();
  const wrong = new Map<string, Rational | null>();
  for (const each of expected) {
    const side = sideOf(each);
    const id = side === null ? undefined : named.get(side.step);
    if (side === null || id === undefined) continue;
    if (!side.holds(trace)) wrong.set(id, side.value(trace));
    else if (side.isExact) right.add(id);
  }
  if (wrong.size === 0) return null;
  const result = assessOne(evaluator, record);
  if (result.outcome !== 'assessed') return null;
  const { total, losses, gains } = explain(evaluator.manifest, result);
  const item = firstOf(total, wrong);
  if (item === null) return null;
  const { id, name, title, origin, full, score, worth } = item;
  const should = wrong.get(id) ?? null;
  const within = new Set(idsBelow(item, right));
  const difference = should === null ? null : absolute(multiply(subtract(read(score), should), read(worth)));
  const isIt = ({ inTotal }: Change): boolean => difference !== null && equal(absolute(read(inTotal)), difference);
  const changes = [...losses, ...gains].filter((change) => within.has(change.item));
  return {
    item: { id, name, title, origin, full, score },
    expected: should === null ? null : formatExact(should),
    changes: [...changes.filter(isIt), ...changes.filter((change) => !isIt(change))],
  };
}

/** The score that an expectation is about, if it is about one. */
function sideOf({ what }: Expected) {
  if (what.kind !== 'condition') return null;
  const [left, right] = what.sides;
  if (left === undefined || right === undefined) return null;
  const isExact = what.relation === '=' && right.type.type === 'number' && right.type.dimension === 'points';
  return {
    step: left.step,
    isExact,
    holds: (trace: Trace): boolean => trace[what.holds] === true,
    value: (trace: Trace): Rational | null => (isExact ? numberAt(trace, right.step) : null),
  };
}

function itemsOf(item: ItemSpec): readonly ItemSpec[] {
  return [item, ...item.children.flatMap(itemsOf)];
}

/** The first item in the order of the text that is wrong and has nothing wrong below it. */
function firstOf(item: ItemExplanation, wrong: ReadonlyMap<string, unknown>): ItemExplanation | null {
  for (const child of item.children) {
    const found = firstOf(child, wrong);
    if (found !== null) return found;
  }
  return wrong.has(item.id) ? item : null;
}

/** An item and those below it, without the ones that are known to be right. */
function idsBelow(item: ItemExplanation, right: ReadonlySet<string>): readonly string[] {
  return [item.id, ...item.children.filter(({ id }) => !right.has(id)).flatMap((child) => idsBelow(child, right))];
}

function read(text: string): Rational {
  return parseRational(text) ?? zero;
}
